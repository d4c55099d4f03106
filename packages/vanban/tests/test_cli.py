"""The command: sheets, JSON, exit statuses, sentences for wrong input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from vanban.cli import main

LETTER = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MINH HÒA\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND\tMinh Hòa, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Truyền thông năm 2026

Thực hiện Kế hoạch số 82/KH-UBND ngày 17/12/2025 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã ban hành kế hoạch sau:

I. NHIỆM VỤ

1. Mở chuyên mục trên đài truyền thanh

- Đơn vị chủ trì: Phòng Văn hóa - Xã hội

- Thời gian: Quý II/2026

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_a_sheet_for_people(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(letter)]) == 0
    sheet = capsys.readouterr().out
    for text in (
        "12/KH-UBND",
        "ỦY BAN NHÂN DÂN XÃ MINH HÒA",
        "2026-01-05",
        "- kế hoạch 82/KH-UBND, 2025-12-17",
        "I. NHIỆM VỤ",
        "Nhiệm vụ (1)",
        "Phòng Văn hóa - Xã hội",
        "2026-06-30",
    ):
        assert text in sheet


def test_json_for_programs(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--json", str(letter)]) == 0
    form = json.loads(capsys.readouterr().out)
    assert form["number"] == "12/KH-UBND"
    assert form["signatory"] == {"name": "Nguyễn Văn A", "title": "CHỦ TỊCH", "authority": "TM. ỦY BAN NHÂN DÂN"}
    assert form["assignments"][0]["lead"] == ["Phòng Văn hóa - Xã hội"]
    assert form["assignments"][0]["due"] == "2026-06-30"
    start, end = form["spans"]["number"]
    assert "12/KH-UBND" in LETTER[start:end]
    assert form["rules"]["assignments.0.due"].startswith("derived.")
    assert set(form["spans"]) <= set(form["confidence"]) == set(form["rules"])


def test_one_file_each_into_a_folder(letter: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rong.txt"
    broken.write_bytes(b"")
    assert main(["read", str(letter), str(broken), "--out", str(tmp_path / "ra" / "day")]) == 3
    written = {path.name: json.loads(path.read_text("utf-8")) for path in (tmp_path / "ra" / "day").iterdir()}
    assert written["ke-hoach.json"]["type"] == "kế hoạch"
    assert written["rong.json"]["unreadable"] is True
    assert written["rong.json"]["number"] is None


def test_exit_statuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "rong.pdf"
    empty.write_bytes(b"")
    assert main(["read", str(empty)]) == 3
    assert "Tệp rỗng" in capsys.readouterr().out
    assert main(["read", str(tmp_path / "khong-co.txt")]) == 2
    assert "không có tệp" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        main(["dich"])
    assert stopped.value.code == 2


def test_compose_writes_what_read_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = tmp_path / "bao-cao.json"
    data = {
        "type": "báo cáo",
        "issuer": "ỦY BAN NHÂN DÂN\nXÃ MINH HÒA",
        "symbol": "BC-UBND",
        "subject": "Kết quả quý I",
    }
    model.write_text(json.dumps({**data, "body": [{"paragraph": "Một"}]}), encoding="utf-8")
    output = tmp_path / "bao-cao.docx"
    assert main(["compose", str(model), "-o", str(output)]) == 0
    assert main(["read", str(output)]) == 0
    assert "Kết quả" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text, status, word",
    [
        ("{}", 3, "Thiếu"),
        ("không phải JSON", 3, "JSON"),
        ('{"type": "thơ", "issuer": "A", "symbol": "B", "subject": "C", "body": []}', 3, "thơ"),
        (None, 2, "không có tệp"),
    ],
)
def test_compose_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, status: int, word: str
) -> None:
    model = tmp_path / "mo-ta.json"
    if text is not None:
        model.write_text(text, encoding="utf-8")
    assert main(["compose", str(model), "-o", str(tmp_path / "ra.docx")]) == status
    assert word in capsys.readouterr().err
    assert not (tmp_path / "ra.docx").exists()


def test_rhythm(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rhythm", "2 tuần/1 số (26 số/năm)"]) == 0
    printed = capsys.readouterr().out
    assert "FREQ=WEEKLY;INTERVAL=2" in printed
    assert "26/năm" in printed
    assert main(["rhythm", "xyz"]) == 3
