"""Footnotes are kept with their marks, and the sentence that one cuts in two is whole again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import vanban

Maker = Callable[..., bytes]
Check = Callable[[vanban.Document], None]

HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ MINH HÒA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 12/KH-UBND\nMinh Hòa, ngày 05 tháng 8 năm 2026\nKẾ HOẠCH\nTruyền thông năm 2026\n\n"
)
CUT = HEAD + (
    "I. NHIỆM VỤ\n"
    "1. Văn phòng chủ trì, phối hợp với các thôn tổ chức truyền thông theo chỉ đạo của tỉnh{mark} và bảo đảm\n"
    "nội dung phù hợp với từng nhóm người nghe, gồm người cao tuổi, người khuyết tật, học\n"
    "\n"
    "{begin} Kế hoạch số 45/KH-UBND ngày 26/01/2026 của Ủy ban nhân dân tỉnh về truyền thông\n"
    "chính sách năm 2026.\n"
    "\n"
    "\f sinh, sinh viên và người lao động tự do, trước ngày 30/9/2026.\n"
)


@pytest.mark.parametrize(("mark", "begin"), [("1", "1"), ("¹", "¹"), ("[1]", "[1]"), ("¹", "¹ ")])
def test_a_footnote_that_cuts_a_sentence(mark: str, begin: str, check_values: Check) -> None:
    document = vanban.read(CUT.format(mark=mark, begin=begin).encode())
    (note,) = document.footnotes
    assert note.mark == begin.strip()
    assert note.text.value == (
        "Kế hoạch số 45/KH-UBND ngày 26/01/2026 của Ủy ban nhân dân tỉnh về truyền thông chính sách năm 2026."
    )
    assert note.at is not None
    assert document.text[note.at.start - 4 : note.at.end] == f"tỉnh{mark}"
    (task,) = document.assignments
    assert "học sinh, sinh viên" in " ".join(task.text.value.split())
    assert "Kế hoạch số 45" not in task.text.value
    assert [cited.number.value for cited in document.cited] == ["45/KH-UBND"]
    check_values(document)


def test_a_raised_figure_begins_a_footnote_whose_mark_was_lost() -> None:
    document = vanban.read(CUT.format(mark="", begin="¹").encode())
    assert [(note.mark, note.at) for note in document.footnotes] == [("¹", None)]


@pytest.mark.parametrize("line", ["1. Kế hoạch số 45/KH-UBND.", "2 Kế hoạch số 45/KH-UBND.", "1 thôn chưa có loa."])
def test_what_is_no_footnote(line: str) -> None:
    assert vanban.read(CUT.format(mark="1", begin="x").replace("x Kế hoạch số 45", line).encode()).footnotes == ()


def test_the_form_tells_of_footnotes() -> None:
    (note,) = vanban.to_form(vanban.read(CUT.format(mark="¹", begin="¹").encode()))["footnotes"]
    assert note["mark"] == "¹"
    assert note["text"].startswith("Kế hoạch số 45")
    assert note["at"][1] - note["at"][0] == 1


Words = list[tuple[float, float, str]]


def body(*lines: str, top: float = 760) -> Words:
    return [(85, top - 18 * number, line) for number, line in enumerate(lines)]


def raised(x: float, y: float, mark: str) -> tuple[float, float, str, float]:
    """A mark printed small and high."""
    return (x, y + 5, mark, 7)


def marked(before: str, mark: str, after: str, y: float = 760) -> Words:
    """A line with a mark in it; characters are half their size wide."""
    x = 85 + 6.5 * len(before)
    return [(85, y, before), raised(x, y, mark), (x + 3.5 * len(mark), y, after)]


def test_raised_marks_of_a_pdf_become_raised_figures(make_pdf: Maker, check_values: Check) -> None:
    first = [
        *marked("Các thôn thực hiện theo Quyết định số 12/QĐ-UBND", "1", " của tỉnh và bảo đảm cho học"),
        (85, 90, "____________"),
        raised(85, 60, "1"),
        (92, 60, "Ban hành kèm theo Kế hoạch số 45/KH-UBND ngày 26/01/2026."),
    ]
    second = body("sinh, sinh viên được nghe hằng tuần.")
    document = vanban.read(make_pdf(first, second))
    (note,) = document.footnotes
    assert (note.mark, note.text.value) == ("¹", "Ban hành kèm theo Kế hoạch số 45/KH-UBND ngày 26/01/2026.")
    assert note.at is not None
    assert document.text[note.at.start - 4 : note.at.end] == "UBND¹"[-5:]
    assert [cited.number.value for cited in document.cited] == ["12/QĐ-UBND", "45/KH-UBND"]
    check_values(document)


def test_footnotes_below_a_signature_are_no_recipients(make_pdf: Maker) -> None:
    page = [
        *marked("Các thôn thực hiện theo chỉ đạo của tỉnh", "1", " và báo cáo kết quả trước ngày 15."),
        (85, 300, "Nơi nhận:"),
        (340, 300, "TM. ỦY BAN NHÂN DÂN"),
        (85, 286, "- Như trên;"),
        (370, 286, "CHỦ TỊCH"),
        (85, 272, "- Lưu: VT."),
        (370, 200, "Nguyễn Văn A"),
        raised(85, 60, "1"),
        (92, 60, "Công văn số 45/UBND-VP ngày 26/01/2026."),
    ]
    document = vanban.read(make_pdf(page))
    assert [value.value for value in document.recipients] == ["Như trên", "Lưu: VT"]
    assert [note.text.value for note in document.footnotes] == ["Công văn số 45/UBND-VP ngày 26/01/2026."]


def test_the_mark_of_a_footnote_is_no_part_of_a_number() -> None:
    document = vanban.read("Thực hiện Quyết định số 12/QĐ-UBND¹⁰ của Ủy ban nhân dân tỉnh.\n".encode())
    assert [cited.number.value for cited in document.cited] == ["12/QĐ-UBND"]


def test_marks_are_raised_wherever_they_stand(make_pdf: Maker) -> None:
    line = [*marked("Trong năm 2025", "2", ", diện tích 25 m"), raised(85 + 6.5 * 29 + 3.5, 760, "2")]
    assert vanban.read(make_pdf(line)).text == "Trong năm 2025², diện tích 25 m²"
    assert "²" not in vanban.read(make_pdf([(85, 760, "Điều 1"), (130, 700, "2 thôn", 9)])).text


def test_a_raised_figure_does_not_belong_to_a_plain_one() -> None:
    text = CUT.format(mark="", begin="¹").replace("từng nhóm người nghe", "từng nhóm (giảm 1), người nghe")
    assert [note.at for note in vanban.read(text.encode()).footnotes] == [None]


def test_a_raised_mark_and_a_plain_footnote_belong_together() -> None:
    (note,) = vanban.read(CUT.format(mark="¹", begin="1").encode()).footnotes
    assert note.mark == "1"
    assert note.at is not None
