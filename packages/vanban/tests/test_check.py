"""What a check says of whole documents: rule sets by date and system, what is known beforehand, bad input."""

from __future__ import annotations

import dataclasses
import datetime
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import vanban
from check_faults import BASES, PLAN, clean
from hypothesis import given, settings
from hypothesis import strategies as st
from vanban import Document, Facts
from vanban.check.mend import NotMendable, fix
from vanban.check.rules import rule_sets, rules_for, terms
from vanban.cli import main
from vanban.compose import Appendix, Paragraph, compose
from vanban.model import ElectronicSignature

HEAD = """ỦY BAN NHÂN DÂN
XÃ MINH HÒA
Số: 12/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Minh Hòa, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Truyền thông năm 2026

"""
END = """

Nơi nhận:
- Các thôn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""
CITING = "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh về truyền thông./."


def rules(text: str, **facts: object) -> list[str]:
    report = vanban.check((HEAD + text + END).encode(), **facts)  # type: ignore[arg-type]
    return [finding.rule for finding in report.findings]


def test_plain_text_has_its_text_checked_and_says_what_was_not() -> None:
    report = vanban.check((HEAD + CITING + END).encode())
    assert report.findings == ()
    assert any("chỉ kiểm được trên .docx" in remark.message for remark in report.remarks)
    assert report.rules == ("Nghị định 30/2020/NĐ-CP",)


def test_a_document_that_was_read_is_checked_without_its_file() -> None:
    document = vanban.read((HEAD + CITING + END).encode())
    assert vanban.check(document).findings == ()


def test_a_citation_is_held_against_what_is_known() -> None:
    assert rules(CITING, known={"45/KH-UBND": Facts(date="2026-01-12", type="kế hoạch")}) == []
    assert rules(CITING, known={"45/KH-UBND": Facts(date="2026-01-21", type="chỉ thị")}) == ["citation-known"] * 2


def test_words_are_held_against_the_parent_document() -> None:
    parent = "Đẩy mạnh cung cấp dịch vụ công trực tuyến toàn trình cho người dân trên địa bàn."
    child = f"{HEAD}Đẩy mạnh cung cấp dịch vụ công trực tuyến toàn tỉnh cho người dân trên địa bàn./.{END}"
    report = vanban.check(child.encode(), parent=Document(text=parent))
    found = next(finding for finding in report.findings if finding.rule == "parent-term")
    assert found.span is not None
    assert report.text[found.span.start : found.span.end] == "tỉnh"
    assert [f.rule for f in vanban.check(child.encode(), parent=child.encode()).findings] == ["term"]


def test_citations_are_held_against_the_parent_document() -> None:
    parent = HEAD.replace("12/KH", "45/KH").replace("05 tháng 3", "12 tháng 01") + "Nội dung./." + END
    assert rules(CITING, parent=parent.encode()) == []
    assert rules(CITING, parent=parent.replace("12 tháng 01", "13 tháng 01").encode()) == ["citation-known"]


def test_a_parent_that_cannot_be_read_is_said() -> None:
    report = vanban.check((HEAD + CITING + END).encode(), parent=b"")
    assert report.findings == ()
    assert any("văn bản cấp trên" in remark.message for remark in report.remarks)


def test_another_word_than_the_parents_is_no_slip() -> None:
    parent = "Các đơn vị trực thuộc tỉnh báo cáo kết quả thực hiện trước ngày 15."
    child = "Các đơn vị trực thuộc xã báo cáo kết quả thực hiện trước ngày 20./."
    assert "parent-term" not in rules(child, parent=Document(text=parent))


@pytest.mark.parametrize(
    "text",
    [
        "Việc chuyển đổi sẽ được thực hiện trong năm./.",
        "Tỷ lệ chuyển đổi so với năm trước tăng 5%./.",
        "Hồ sơ trực tuyến toàn tỉnh đạt 80% kế hoạch./.",
        "Sử dụng tài khoản định danh điện tử mức 2./.",
    ],
)
def test_words_that_are_near_a_term_and_right(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 02/02/2026./.",
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15./.",
        "Ủy ban nhân dân các cấp phục vụ nhân dân theo quy định tại khoản 2 Điều 5 của Luật./.",
        "Họp lần thứ hai trong năm tại phường Điện Biên Phủ và Quận 1./.",
        "Ủy ban nhân dân tỉnh đã có ý kiến tại Văn bản số 12/UBND-KT ngày 02/02/2026 về khoáng sản./.",
        "Các cơ quan nhà nước quản lý ngân sách nhà nước theo quy định./.",
    ],
)
def test_what_looks_like_a_fault_and_is_none(text: str) -> None:
    assert rules(text) == []


def test_a_signed_file_with_a_blank_number_is_worse_than_a_draft() -> None:
    text = (HEAD.replace("12/KH", "      /KH") + CITING + END).strip()
    signature = ElectronicSignature("Nguyễn Văn A", None, None, None, True, "unknown", True, "")
    draft = vanban.check(text.encode())
    signed = vanban.check(Document(text=text, signatures=(signature,)))
    assert [(f.rule, f.severity) for f in draft.findings] == [("number-blank", "note")]
    assert draft.faults == ()
    assert [f.rule for f in signed.faults] == ["number-blank-signed"]


def test_appendices_are_numbered_and_a_signature_is_missed() -> None:
    annexes = tuple(Appendix(title, (Paragraph("Nội dung"),)) for title in ("Một", "Hai"))
    assert vanban.check(compose(dataclasses.replace(PLAN, annexes=annexes))).findings == ()
    printed = HEAD + "Nội dung tại Phụ lục kèm theo./." + END
    appendix = "\nPhụ lục {}\nDANH SÁCH\n(Kèm theo Kế hoạch số 12/KH-UBND)\nNội dung\n"
    found = vanban.check((printed + appendix.format("1") + appendix.format("2")).encode())
    assert [f.rule for f in found.findings] == ["appendix-number"] * 2
    assert "missing-signature" in [
        f.rule for f in vanban.check((HEAD + CITING + END.partition("TM.")[0]).encode()).findings
    ]


def test_a_document_is_judged_by_the_rules_of_its_day() -> None:
    old = HEAD.replace("2026", "2015").replace("12/KH", "5/KH")
    report = vanban.check((old + CITING + END).encode())
    assert report.rules == ("Quy tắc chung",)
    assert any("Không có bộ quy tắc" in remark.message for remark in report.remarks)
    assert rules_for("state", datetime.date(2020, 3, 5)).name == "Nghị định 30/2020/NĐ-CP"
    assert rules_for("party", None).name == "Hướng dẫn 36-HD/VPTW"
    assert rules_for("front", None).system is None


def test_the_data_is_whole() -> None:
    for rule_set in rule_sets():
        for component in rule_set.components.values():
            assert component.size[0] <= component.size[1]
            assert component.source
        for source in rule_set.sources.values():
            assert source
    assert all(term.basis and term.valid_from < term.valid_to for term in terms())


@pytest.mark.parametrize("data", [b"", b"\x00" * 9, b"PK\x03\x04 broken", b"%PDF-1.4 broken", b"\xff\xfe"])
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    report = vanban.check(data)
    assert report.unreadable
    assert report.findings == ()
    with pytest.raises(NotMendable, match="docx"):
        fix(data)


def test_only_a_missing_file_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        vanban.check(tmp_path / "khong-co.docx")
    assert vanban.check(tmp_path).unreadable


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_checked(data: bytes) -> None:
    vanban.check(data)


WORDS = st.sampled_from(
    ["Số:", "12/KH-UBND", "ngày", "05", "tháng 3", "năm 2026", "KẾ HOẠCH", "Kính gửi:", "Nơi nhận:", "- Lưu: VT,",
     "Phụ lục", "Căn cứ", "Điều 1", "a)", "I.", "TM.", "CHỦ TỊCH", "Nguyễn Văn A", "./.", "…", "\n", "\n\n", " | ", ";",
     "về việc", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "57-NQ/TW",
     "của", "khoản 2 điều 5", "Chương 2"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_words_are_checked(text: str) -> None:
    report = vanban.check(text.encode(), parent=text.encode())
    assert all(f.span is None or 0 <= f.span.start < f.span.end <= len(report.text) for f in report.findings)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(BASES)), st.data())
def test_a_word_file_with_anything_in_its_parts_is_checked(base: str, data: st.DataObject) -> None:
    """Attributes and elements of a sound file are spoiled: whatever comes out, it is checked and mended."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(clean(base))) as source, zipfile.ZipFile(out, "w") as target:
        spoiled = data.draw(st.sampled_from(["word/document.xml", "word/styles.xml", "word/header1.xml"]))
        for name in source.namelist():
            part = source.read(name)
            if name == spoiled:
                pieces = part.split(b'"')
                for _ in range(data.draw(st.integers(1, 12))):
                    at = 2 * data.draw(st.integers(3, max(3, len(pieces) // 2 - 1))) + 1
                    if at < len(pieces) and b"://" not in pieces[at]:
                        pieces[at] = data.draw(st.sampled_from([b"", b"-1", b"9" * 30, b"x", b"1.5e9", b"auto", b"0"]))
                part = b'"'.join(pieces)
            target.writestr(name, part)
    if not vanban.check(out.getvalue()).unreadable:
        mended = fix(out.getvalue())
        assert [finding.rule for finding in mended.left.findings if finding.mendable] == []


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    status = main([str(argument) for argument in arguments])
    return status, capsys.readouterr().out


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad, out = (tmp_path / name for name in ("good.docx", "bad.docx", "out.docx"))
    good.write_bytes(clean("kế hoạch"))
    bad.write_bytes(compose(dataclasses.replace(PLAN, recipients=("Các thôn",))))
    assert run(capsys, "check", good)[0] == 0
    status, printed = run(capsys, "check", bad)
    assert status == 1
    assert "Lưu: VT" in printed
    assert "Phụ lục I, Phần I, Mục II.9.d" in printed
    status, printed = run(capsys, "check", bad, "--json")
    assert [item["rule"] for item in json.loads(printed)["findings"]] == ["recipients-archive"]
    status, printed = run(capsys, "check", good, "--fix", out)
    assert (status, out.read_bytes()) == (0, good.read_bytes())
    assert "Không có gì phải sửa" in printed
    assert run(capsys, "check", tmp_path / "khong-co.docx")[0] == 2
    (tmp_path / "x.txt").write_text(HEAD + CITING + END, encoding="utf-8")
    assert run(capsys, "check", tmp_path / "x.txt", "--fix", out)[0] == 3
