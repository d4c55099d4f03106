"""The empty workbook that people download and fill in."""

from io import BytesIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lienthong.core.tables import MAX_ROWS, Column, Sheet
from lienthong.organisations.imports.sheets import ALL
from lienthong.organisations.models import Body, Role

CHOICES = {"kind": Body.Kind, "level": Body.Level, "role": Role}


def template_workbook() -> bytes:
    """An .xlsx with the three sheets, lists to choose from, and a sheet that explains the columns."""
    book = Workbook()
    guide = book.active
    assert guide is not None
    guide.title = _("Hướng dẫn")
    lists = book.create_sheet(_("Danh mục"))
    ranges = {}
    for at, (key, choices) in enumerate(CHOICES.items(), start=1):
        for line, label in enumerate(choices.labels, start=1):
            lists.cell(line, at, str(label))
        letter = get_column_letter(at)
        ranges[key] = f"='{lists.title}'!${letter}$1:${letter}${len(choices.labels)}"
    guide.append([_("Trang"), _("Cột"), _("Bắt buộc"), _("Ghi chú")])
    for sheet in ALL:
        _add_sheet(book, sheet, ranges)
        for column in sheet.columns:
            guide.append([sheet.title, column.head, _("có") if column.required else "", _note(column)])
    _set_widths(guide, [16, 18, 12, 90])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _add_sheet(book: Workbook, sheet: Sheet, ranges: dict[str, str]) -> None:
    page = book.create_sheet(sheet.title)
    page.append([column.head for column in sheet.columns])
    page.freeze_panes = "A2"
    for at, column in enumerate(sheet.columns, start=1):
        page.cell(1, at).font = Font(bold=True)
        letter = get_column_letter(at)
        if column.key in ranges:
            choice = DataValidation(type="list", formula1=ranges[column.key], allow_blank=True)
            choice.add(f"{letter}2:{letter}{MAX_ROWS}")
            page.add_data_validation(choice)
        if column.is_date:
            page.column_dimensions[letter].number_format = "DD/MM/YYYY"
    _set_widths(page, [max(14, len(column.head) + 6) for column in sheet.columns])


def _note(column: Column) -> str:
    if column.key in CHOICES:
        return _("một trong: %(choices)s") % {"choices": ", ".join(map(str, CHOICES[column.key].labels))}
    return _("ngày dd/mm/yyyy") if column.is_date and not column.help else str(column.help)


def _set_widths(page: object, widths: list[int]) -> None:
    for at, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(at)].width = width  # type: ignore[attr-defined]
