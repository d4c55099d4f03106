"""The budget sheet of a plan as .xlsx: every line with its amounts as numbers, then the sums."""

import io
from collections.abc import Iterable

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lienthong.core.language import site_language
from lienthong.core.text import printable
from lienthong.plans.budget.sums import Budget, Group, Sum
from lienthong.plans.models import Plan

_FONT = "Times New Roman"
_WIDTHS = (46, 24, 18, 18, 18, 18, 30)
_EDGE = Side(style="thin")
Value = str | int | None


def workbook_of(plan: Plan, budget: Budget) -> bytes:
    """Two sheets, A4 landscape. What has no amount stands as "chưa ghi số"; texts are never formulas."""
    book = Workbook()
    with site_language():
        lines = book.active
        assert isinstance(lines, Worksheet)
        lines.title = _("Kinh phí")
        _fill(lines, [plan.title, _("Kinh phí, đơn vị tính: đồng")], _line_rows(budget))
        sums = book.create_sheet(_("Tổng hợp"))
        _fill(sums, [plan.title, _("Tổng hợp kinh phí, đơn vị tính: đồng")], _sum_rows(budget))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _line_rows(budget: Budget) -> Iterable[tuple[bool, list[Value]]]:
    """Rows, each with whether it is printed bold."""
    yield True, [
        _("Nội dung chi"), _("Nguồn kinh phí"), _("Dự toán"), _("Được duyệt"), _("Đã chi"), _("Còn lại"), _("Ghi chú")
    ]  # fmt: skip
    for group in budget.groups:
        yield True, [group.name, "", *_amounts(group.sum), ""]
        for line in group.lines:
            yield False, [
                line.purpose, line.get_source_display(), _said(line.planned), _said(line.approved), line.spent or 0,
                _said(line.left), line.note or line.printed,
            ]  # fmt: skip
    yield True, [_("Tổng cộng"), "", *_amounts(budget.total), ""]


def _sum_rows(budget: Budget) -> Iterable[tuple[bool, list[Value]]]:
    cuts: tuple[tuple[str, list[Group]], ...] = (
        (_("Theo nguồn kinh phí"), budget.by_source),
        (_("Theo phần của kế hoạch"), budget.by_section),
        (_("Theo đơn vị chủ trì"), budget.by_unit),
    )
    for name, groups in cuts:
        yield True, [
            name, _("Số dòng"), _("Dự toán"), _("Được duyệt"), _("Đã chi"), _("Còn lại"), _("Số dòng chưa ghi số")
        ]  # fmt: skip
        for group in groups:
            yield False, [group.name, group.sum.lines, *_amounts(group.sum), group.sum.unsaid]


def _amounts(total: Sum) -> list[Value]:
    said, decided = total.lines > total.unsaid, bool(total.decided)
    return [
        _said(total.planned if said else None), _said(total.approved if decided else None), total.spent,
        _said(total.left if said else None),
    ]  # fmt: skip


def _said(amount: int | None) -> Value:
    return _("chưa ghi số") if amount is None else amount


def _fill(sheet: Worksheet, titles: list[str], rows: Iterable[tuple[bool, list[Value]]]) -> None:
    for row, title in enumerate(titles, start=1):
        cell = sheet.cell(row, 1)
        cell.value, cell.data_type = printable(title), "s"
        cell.font = Font(name=_FONT, size=13, bold=row == 1)
    for row, (bold, values) in enumerate(rows, start=len(titles) + 2):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column)
            cell.font, cell.border = Font(name=_FONT, size=12, bold=bold), Border(_EDGE, _EDGE, _EDGE, _EDGE)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(value, int):
                cell.value, cell.number_format = value, "#,##0"
            else:
                cell.value, cell.data_type = printable(value or ""), "s"
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
