"""Reading a folder: every file once, no file stops another, a later run goes on where an earlier one ended."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from vanban import batch
from vanban.batch import Outcome, read_folder
from vanban.cli import main
from vanban.progress import Progress

LETTER = "Số: {}/KH-UBND\nKế hoạch truyền thông của Ủy ban nhân dân xã Minh Hòa.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "vào"
    (top / "năm 2026").mkdir(parents=True)
    (top / "a.txt").write_text(LETTER.format(1), encoding="utf-8")
    (top / "năm 2026" / "a.txt").write_text(LETTER.format(2), encoding="utf-8")
    (top / "năm 2026" / "rỗng.pdf").write_bytes(b"")
    (top / ".ẩn.txt").write_text("x", encoding="utf-8")
    (top / "~$a.docx").write_text("x", encoding="utf-8")
    return top


def forms(out: Path) -> dict[str, dict[str, object]]:
    return {str(path.relative_to(out)): json.loads(path.read_text("utf-8")) for path in sorted(out.rglob("*.json"))}


def states(folder: Path, out: Path, **options: object) -> dict[str, str]:
    found = list(read_folder(folder, out, options=options or None))
    assert {total for _, total in found} <= {len(found)}
    return {str(outcome.path.relative_to(folder)): outcome.state for outcome, _ in found}


def test_every_file_is_read_into_its_own_and_a_bad_one_stops_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "ra"  # inside of what is read, and not read itself
    assert main(["read", str(folder), "--out", str(out), "--jobs", "2"]) == 3
    told = capsys.readouterr().err
    read = forms(out)
    assert list(read) == ["a.txt.json", "năm 2026/a.txt.json", "năm 2026/rỗng.pdf.json"]
    assert read["a.txt.json"]["number"] == "1/KH-UBND"
    assert read["năm 2026/rỗng.pdf.json"]["unreadable"] is True
    assert "3 tệp: 2 đọc được, 1 không đọc được" in told
    assert "rỗng.pdf: không đọc được: Tệp rỗng" in told
    assert main(["read", str(folder), "--out", str(out)]) == 3
    assert "3 tệp: 3 đã đọc từ trước" in capsys.readouterr().err


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "ra"
    assert set(states(folder, out).values()) == {"read", "unreadable"}
    (folder / "a.txt").write_text(LETTER.format(9), encoding="utf-8")
    (out / "năm 2026" / "a.txt.json").write_text("{", encoding="utf-8")
    assert states(folder, out) == {"a.txt": "read", "năm 2026/a.txt": "read", "năm 2026/rỗng.pdf": "kept"}
    assert forms(out)["a.txt.json"]["number"] == "9/KH-UBND"
    assert set(states(folder, out).values()) == {"kept"}
    monkeypatch.setattr(batch, "_code_digest", lambda: "khác")
    assert set(states(folder, out).values()) == {"read", "unreadable"}


def test_a_result_knows_what_it_was_read_from(folder: Path, tmp_path: Path) -> None:
    states(folder, tmp_path / "ra", trust_roots=[b"x"])
    source = forms(tmp_path / "ra")["a.txt.json"]["source"]
    assert isinstance(source, dict)
    assert source["name"] == "a.txt"
    assert source["reader"] == batch.reader_version({"trust_roots": [b"x"]}) != batch.reader_version({})


def test_a_process_that_dies_costs_one_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give = batch._Worker.give

    def deadly(self: batch._Worker, path: Path | None) -> None:
        give(self, path)
        if path is not None and path.name == "a.txt" and path.parent == folder:
            self._process.kill()

    monkeypatch.setattr(batch._Worker, "give", deadly)
    assert states(folder, tmp_path / "ra") == {
        "a.txt": "unreadable", "năm 2026/a.txt": "read", "năm 2026/rỗng.pdf": "unreadable",
    }  # fmt: skip
    form = forms(tmp_path / "ra")["a.txt.json"]
    assert "dừng đột ngột" in str(form["remarks"])


def test_a_file_that_takes_too_long_is_given_up(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never_answered(self: batch._Worker, path: Path | None) -> None:
        self.path, self._since = path, float("-inf")

    monkeypatch.setattr(batch._Worker, "give", never_answered)
    assert set(states(folder, tmp_path / "ra").values()) == {"unreadable"}


def test_what_the_reader_should_never_do_is_a_sentence(folder: Path, tmp_path: Path) -> None:
    assert set(states(folder, tmp_path / "ra", unknown="option").values()) == {"unreadable"}
    assert "TypeError" in str(forms(tmp_path / "ra")["a.txt.json"]["remarks"])


def test_an_archive_gives_one_result_with_its_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = tmp_path / "vào" / "bộ.zip"
    packed.parent.mkdir()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in (1, 2):
            archive.writestr(f"{number}.txt", LETTER.format(number))
    assert states(packed.parent, tmp_path / "ra") == {"bộ.zip": "read"}
    documents = forms(tmp_path / "ra")["bộ.zip.json"]["documents"]
    assert isinstance(documents, list)
    assert [(form["name"], form["number"]) for form in documents] == [("1.txt", "1/KH-UBND"), ("2.txt", "2/KH-UBND")]
    assert main(["read", str(packed)]) == 0
    assert "2.txt\n=====" in capsys.readouterr().out
    assert main(["read", "--json", str(packed)]) == 0
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 2


def test_a_run_that_was_killed_goes_on(tmp_path: Path) -> None:
    folder, out = tmp_path / "vào", tmp_path / "ra"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(LETTER.format(number) * 50, encoding="utf-8")
    command = [sys.executable, "-m", "vanban.cli", "read", str(folder), "--out", str(out), "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stderr is not None
        for _ in range(3):
            process.stderr.readline()
        process.send_signal(signal.SIGKILL)
    whole = forms(out)
    assert 3 <= len(whole) < 40
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert f"{len(whole)} đã đọc từ trước" in done.stderr
    assert len(forms(out)) == 40
    assert list(out.rglob("*.partial")) == []


def test_stopped_from_the_keyboard(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(self: Progress, outcome: Outcome, total: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "show", stopped)
    assert main(["read", str(folder), "--out", str(tmp_path / "ra")]) == 130


def test_wrong_usage(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder)]) == 2
    assert "--out" in capsys.readouterr().err
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    assert main(["read", str(folder), "--out", str(tmp_path / "tệp")]) == 2
    assert "không ghi được" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["read", str(folder), "--out", str(tmp_path), "--jobs", "0"])


def test_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "vào").mkdir()
    assert main(["read", str(tmp_path / "vào"), "--out", str(tmp_path / "ra")]) == 0
    assert "không có tệp nào" in capsys.readouterr().err


def test_on_a_terminal_a_bar_moves() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    progress = Progress(Path("vào"), stream)
    progress.show(Outcome(Path("vào/a.txt"), "read"), 2)
    progress.show(Outcome(Path("vào/b.pdf"), "unreadable", "Tệp rỗng."), 2)
    progress.finish(Path("ra"))
    lines = stream.getvalue().split("\r\x1b[K")
    assert f"[{'█' * 15}{'·' * 15}] 1/2 a.txt" in lines
    assert "b.pdf: Tệp rỗng.\n" in lines
    assert lines[-1] == "2 tệp: 1 đọc được, 1 không đọc được. Kết quả ở “ra”.\n"
