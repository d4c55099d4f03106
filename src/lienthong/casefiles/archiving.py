"""The papers of handing case files to the archive, as Word files (Nghị định 30/2020/NĐ-CP, Điều 30 and Phụ lục V).

The list of case files (mẫu III), the list of what is in one (mẫu IV), and the minutes (mẫu V). Case files that went
with the same minutes stand in the same list and minutes.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import docx
from django.utils import timezone
from django.utils.translation import gettext as _
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from lienthong.casefiles.gathering import pieces_of
from lienthong.casefiles.models import CaseFile
from lienthong.core.case_items import CaseItem
from lienthong.core.language import site_language
from lienthong.core.text import printable
from lienthong.organisations.service import Actor
from lienthong.speech.service import said

_FONT = "Times New Roman"
_DOTS = "……………………………"


def paper_of(actor: Actor, case: CaseFile, paper: str) -> bytes:
    """The .docx of one of :data:`PAPERS`, in the site's language. Filled as far as the system knows."""
    with site_language():
        made = _sheet()
        PAPERS[paper](made, actor, case)
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


def handed_together(actor: Actor, case: CaseFile) -> list[CaseFile]:
    """The case files of the same minutes; before it is handed over, the case file alone."""
    if case.handed_on is None:
        return [case]
    same = CaseFile.objects.visible_to(actor).filter(
        office=case.office, minutes_number=case.minutes_number, handed_on=case.handed_on, receiver=case.receiver
    )
    return list(same.order_by("year", "notation"))


def _list_of_case_files(made: Document, actor: Actor, case: CaseFile) -> None:
    """Mẫu III: mục lục hồ sơ, tài liệu nộp lưu."""
    _head(made, case)
    _title(made, _("MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU"), _("Năm %(year)d") % {"year": case.year})
    cases = handed_together(actor, case)
    head = (
        _("Số TT"), _("Số, ký hiệu hồ sơ"), _("Tiêu đề hồ sơ"), _("Thời gian tài liệu"), _("Thời hạn bảo quản"),
        _("Số tờ/ Số trang"), _("Ghi chú"),
    )  # fmt: skip
    rows = [
        (str(n), one.notation, one.title, _period(one), one.maintenance, _pages(pieces_of(actor, one)), one.note)
        for n, one in enumerate(cases, start=1)
    ]
    _table(made, head, rows, (12, 24, 50, 26, 22, 18, 22))
    _line(made, _("Mục lục này gồm: %(n)d hồ sơ (đơn vị bảo quản).") % {"n": len(cases)})
    _line(made, _("Viết bằng chữ: %(words)s hồ sơ (đơn vị bảo quản).") % {"words": _in_words(case, len(cases))})
    _signers(made, "", _("Người lập"), below=str(case.created_by))


def _list_of_pieces(made: Document, actor: Actor, case: CaseFile) -> None:
    """Mẫu IV: mục lục văn bản, tài liệu trong hồ sơ."""
    _title(
        made, _("MỤC LỤC VĂN BẢN, TÀI LIỆU"), _("Số, ký hiệu hồ sơ: %(code)s") % {"code": case.notation},
        _("Năm %(year)d") % {"year": case.year},
    )  # fmt: skip
    head = (
        _("STT"), _("Số, ký hiệu văn bản"), _("Ngày tháng năm văn bản"), _("Tên loại và trích yếu nội dung văn bản"),
        _("Tác giả văn bản"), _("Tờ số/ Trang số"), _("Ghi chú"),
    )  # fmt: skip
    rows = [_piece(n, item) for n, item in enumerate(pieces_of(actor, case), start=1)]
    _table(made, head, rows, (12, 28, 24, 54, 26, 14, 16))


def _in_words(case: CaseFile, number: int) -> str:
    """ "mười hai", as the number is read aloud."""
    return said(case.office, str(number)).sentences[0].words.strip(" .").lower()


def _piece(number: int, item: CaseItem) -> tuple[str, ...]:
    """A document by its own fields; what is no document by its kind, its day and its title."""
    day, facts = f"{timezone.localdate(item.at):%d/%m/%Y}", item.facts
    if facts is None:
        return (str(number), "", day, f"{item.kind}: {item.title}", "", "", "")
    code = "/".join(filter(None, [facts.number, facts.symbol]))
    return (str(number), code, day, item.title, facts.issuer, str(facts.pages or ""), facts.note)


def _minutes(made: Document, actor: Actor, case: CaseFile) -> None:
    """Mẫu V: biên bản giao nhận hồ sơ, tài liệu."""
    cases = handed_together(actor, case)
    files = sum(len(item.files) for one in cases for item in pieces_of(actor, one))
    giver = case.handed_by or case.closed_by
    _head(made, case, number=case.minutes_number)
    _title(made, _("BIÊN BẢN"), _("Giao nhận hồ sơ, tài liệu"))
    _line(made, _("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"))
    _line(made, _("Căn cứ %(dots)s (Danh mục hồ sơ năm %(year)d),") % {"dots": _DOTS, "year": case.year})
    _line(made, _("Chúng tôi gồm:"))
    _line(made, _("BÊN GIAO: %(body)s") % {"body": giver.body.name if giver else _DOTS}, bold=True)
    _line(made, _("Ông (bà): %(name)s") % {"name": giver.user if giver else _DOTS})
    _line(made, _("Chức vụ công tác: %(title)s") % {"title": giver.title if giver else _DOTS})
    _line(made, _("BÊN NHẬN: %(body)s") % {"body": case.receiver or _("Lưu trữ cơ quan")}, bold=True)
    _line(made, _("Ông (bà): %(name)s") % {"name": _DOTS})
    _line(made, _("Chức vụ công tác: %(title)s") % {"title": _DOTS})
    _line(made, _("Thống nhất lập biên bản giao nhận tài liệu với những nội dung như sau:"))
    _line(made, _("1. Tên khối tài liệu giao nộp: %(titles)s") % {"titles": "; ".join(one.title for one in cases)})
    _line(made, _("2. Thời gian của hồ sơ, tài liệu: %(period)s") % {"period": "; ".join(map(_period, cases))})
    _line(made, _("3. Số lượng tài liệu:"))
    _line(made, _("a) Đối với hồ sơ, tài liệu giấy"))
    _line(made, _("- Tổng số hộp (cặp): %(dots)s") % {"dots": _DOTS})
    _line(made, _("- Tổng số hồ sơ (đơn vị bảo quản): %(dots)s Quy ra mét giá: %(dots)s mét.") % {"dots": "………"})
    _line(made, _("b) Đối với hồ sơ, tài liệu điện tử"))
    _line(made, _("- Tổng số hồ sơ: %(n)d") % {"n": len(cases)})
    _line(made, _("- Tổng số tệp tin trong hồ sơ: %(n)d") % {"n": files})
    _line(made, _("4. Tình trạng tài liệu giao nộp: %(dots)s") % {"dots": _DOTS})
    _line(made, _("5. Mục lục hồ sơ, tài liệu nộp lưu kèm theo."))
    _line(made, _("Biên bản này được lập thành hai bản; bên giao giữ một bản, bên nhận giữ một bản./."))
    _signers(made, _("ĐẠI DIỆN BÊN GIAO"), _("ĐẠI DIỆN BÊN NHẬN"))


#: The word in the address → what writes that paper.
PAPERS: dict[str, Callable[[Document, Actor, CaseFile], None]] = {
    "muc-luc-nop-luu": _list_of_case_files,
    "muc-luc-van-ban": _list_of_pieces,
    "bien-ban-giao-nhan": _minutes,
}


def _period(case: CaseFile) -> str:
    end = case.ends_on or (timezone.localdate(case.closed_at) if case.closed_at else None)
    return f"{case.starts_on:%d/%m/%Y}" + (f" – {end:%d/%m/%Y}" if end else "")


def _pages(items: Iterable[CaseItem]) -> str:
    """The pages of the documents whose number is known; blank when none is."""
    return str(sum(item.facts.pages or 0 for item in items if item.facts) or "")


def _sheet() -> Document:
    """A4 with the margins and letters of Nghị định 30/2020/NĐ-CP, Phụ lục I."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(20)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(13)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    return made


def _head(made: Document, case: CaseFile, *, number: str = "") -> None:
    """Who hands over on the left, the State's name on the right, place and day under it."""
    parent = case.office.parent.office if case.office.parent else None
    left = [*([parent.name.upper()] if parent else []), case.office.name.upper()]
    if number:
        left.append(_("Số: %(number)s") % {"number": number})
    day = case.handed_on
    dated = (
        _("ngày %(day)02d tháng %(month)02d năm %(year)d") % {"day": day.day, "month": day.month, "year": day.year}
        if day
        else _("ngày …… tháng …… năm ……")
    )
    right = [
        _("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), _("Độc lập - Tự do - Hạnh phúc"),
        f"{case.office.place or '…………'}, {dated}",
    ]  # fmt: skip
    _two(made, left, right, (70, 100))


def _signers(made: Document, left: str, right: str, *, below: str = "") -> None:
    sign = _("(Ký và ghi rõ họ và tên)")
    made.add_paragraph()
    _two(made, [left, sign] if left else [], [right, sign, *(["", "", below] if below else [])], (85, 85))


def _two(made: Document, left: Sequence[str], right: Sequence[str], widths: tuple[int, int]) -> None:
    """Two columns without lines, centred; bold but for what stands in brackets and the place and day."""
    table = made.add_table(rows=1, cols=2)
    for cell, lines, width in zip(table.rows[0].cells, (left, right), widths, strict=True):
        cell.width = Mm(width)
        for order, text in enumerate(lines):
            paragraph = cell.paragraphs[0] if order == 0 else cell.add_paragraph()
            _write(paragraph, text, bold=order < 2 and not text.startswith("("), size=12)


def _title(made: Document, *lines: str) -> None:
    made.add_paragraph()
    for order, text in enumerate(lines):
        _write(made.add_paragraph(), text, bold=order == 0, size=14)
    made.add_paragraph()


def _line(made: Document, text: str, *, bold: bool = False) -> None:
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.add_run(printable(text)).bold = bold


def _table(made: Document, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """The head, the count of the columns under it as the annex prints it, then a row for each."""
    table = made.add_table(rows=0, cols=len(head), style="Table Grid")
    table.autofit = False
    counts = [f"({n})" for n in range(1, len(head) + 1)]
    for order, texts in enumerate([head, counts, *rows]):
        for cell, text, width in zip(table.add_row().cells, texts, widths, strict=True):
            cell.width = Mm(width)
            if order < 2:
                _write(cell.paragraphs[0], text, bold=order == 0, size=11)
            else:
                cell.paragraphs[0].add_run(printable(text)).font.size = Pt(11)
    made.add_paragraph()


def _write(paragraph: Any, text: str, *, bold: bool, size: int) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(printable(text))
    run.bold, run.font.size = bold, Pt(size)
