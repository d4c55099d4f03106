"""The list of a class and the sheet for signatures, as offices attach them: A4, with the lines of the letterhead."""

import io
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lienthong.core.drawing import drawn
from lienthong.core.language import site_language
from lienthong.core.text import printable
from lienthong.organisations.service import Body
from lienthong.training.models import TrainingClass, TrainingSession
from lienthong.training.people import Line, lines_of

_HERE = Path(__file__).parent
_FONT = "Times New Roman"
_WIDTHS = (6, 28, 26, 34, 18)


def _head(training: TrainingClass, title: str, about: str) -> dict[str, Any]:
    """What stands above the table, in the site's language."""
    office, party = training.office, training.office.kind == Body.Kind.PARTY
    right = (
        [_("ĐẢNG CỘNG SẢN VIỆT NAM")]
        if party
        else [_("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), _("Độc lập - Tự do - Hạnh phúc")]
    )
    day = timezone.localdate(training.listed_at) if training.listed_at else timezone.localdate()
    dated = _("ngày %(day)02d tháng %(month)02d năm %(year)d") % {"day": day.day, "month": day.month, "year": day.year}
    return {
        "left": [office.name.upper(), *([training.body.name.upper()] if training.body_id != office.pk else [])],
        "right": right, "dated": f"{office.place or '…………'}, {dated}", "title": title, "about": about,
    }  # fmt: skip


def _list_head(training: TrainingClass) -> dict[str, Any]:
    unit = training.body.symbol if training.body_id != training.office_id else ""
    said = {"title": training.title, "symbol": "-".join(filter(None, (training.office.symbol or "……", unit or "……")))}
    about = _("Cán bộ, công chức, người được cử dự lớp: %(title)s") % said
    attached = _("(Kèm theo Công văn số ……/%(symbol)s ngày …/…/……)") % said
    return _head(training, _("DANH SÁCH"), about) | {"attached": attached}


def _columns() -> list[str]:
    return [_("TT"), _("Họ và tên"), _("Chức vụ"), _("Đơn vị"), _("Ghi chú")]


def _cells(line: Line) -> list[str]:
    return [str(line.number), line.name, line.title, line.unit, line.note]


def list_pdf(training: TrainingClass) -> bytes:
    with site_language():
        rows = [_cells(line) for line in lines_of(training)]
        data = _list_head(training) | {
            "head": _columns(), "rows": rows, "total": _("Danh sách có %(n)d người.") % {"n": len(rows)}
        }  # fmt: skip
    return drawn(_HERE / "list.typ", data)


def sheet_pdf(session: TrainingSession) -> bytes:
    """The paper sheet of one session, with room for signatures."""
    training = session.training
    with site_language():
        rows = [[*_cells(line)[:4], ""] for line in lines_of(training)]
        about = _("Lớp: %(title)s. Buổi %(session)s") % {"title": training.title, "session": session}
        data = _head(training, _("DANH SÁCH ĐIỂM DANH"), about) | {
            "attached": training.place, "head": [*_columns()[:4], _("Ký tên")], "rows": rows,
            "total": _("Có mặt: …… người. Người điểm danh: ……………………………"),
        }  # fmt: skip
    return drawn(_HERE / "list.typ", data)


def list_workbook(training: TrainingClass) -> bytes:
    """The same list as .xlsx; texts are never formulas."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    with site_language():
        head = _list_head(training)
        sheet.title = _("Danh sách")
        above = [
            ("A", "C", " / ".join(head["left"]), True), ("D", "E", "\n".join(head["right"]), True),
        ]  # fmt: skip
        for first, last, text, bold in above:
            _write(sheet, f"{first}1", text, bold=bold, centred=True)
            sheet.merge_cells(f"{first}1:{last}1")
        sheet.row_dimensions[1].height = 48
        for row, text in enumerate((head["title"], head["about"], head["attached"]), start=3):
            _write(sheet, f"A{row}", text, bold=row < 5, centred=True)
            sheet.merge_cells(f"A{row}:E{row}")
        sheet.row_dimensions[4].height = 34
        rows = [_columns(), *(_cells(line) for line in lines_of(training))]
    edge = Side(style="thin")
    for row, values in enumerate(rows, start=7):
        for column, value in enumerate(values, start=1):
            name = f"{get_column_letter(column)}{row}"
            _write(sheet, name, value, bold=row == 7, centred=row == 7 or column == 1)
            sheet[name].border = Border(edge, edge, edge, edge)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.print_title_rows = "7:7"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(sheet: Worksheet, name: str, text: str, *, bold: bool, centred: bool) -> None:
    cell = sheet[name]
    cell.value, cell.data_type = printable(text), "s"
    cell.font = Font(name=_FONT, size=12, bold=bold)
    cell.alignment = Alignment(horizontal="center" if centred else None, vertical="center", wrap_text=True)
