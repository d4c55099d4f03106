"""Putting values into the cells of a form, and nothing else into anything else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.cell.cell import MergedCell

from lienthong.reports.models import FormCell, ProvidedForm, Report, TypedCell
from lienthong.reports.sheets.package import open_form, saved
from lienthong.reports.sheets.sources import Value, values_of

#: "1.250", "12,5": a number as offices write it; everything else stays text.
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Planned:
    """A cell with what will stand in it for a report; ``typed`` is set where a person types it."""

    cell: FormCell
    value: Value
    typed: TypedCell | None

    @property
    def empty(self) -> bool:
        return self.value in (None, "")


def planned(report: Report, form: ProvidedForm) -> list[Planned]:
    """Every cell that the form asks for, in its order."""
    values = values_of(report)
    typed = {each.cell_id: each for each in TypedCell.objects.filter(report=report, cell__form=form)}
    found = []
    for cell in form.cells.all():
        by_hand = typed.get(cell.pk)
        value: Value = (by_hand.value if by_hand else "") if cell.source == "typed:" else values.get(cell.source)
        found.append(Planned(cell, value, by_hand))
    return found


def fill(report: Report, form: ProvidedForm) -> bytes:
    """The form's own file with its cells filled for ``report``: formulas, merged cells and layout as they were."""
    with form.file.open("rb") as file:
        book = open_form(file)
    for each in planned(report, form):
        if each.empty:
            continue
        cell = book[each.cell.sheet][each.cell.at]
        if not isinstance(cell, MergedCell) and cell.data_type != "f":
            cell.value = as_cell(each.value)
    return saved(book)


def as_cell(value: Value) -> int | float | str | None:
    """What a spreadsheet keeps: numbers as numbers, so that its formulas count with them; words as words.

    Text that would be read as a formula is kept as text by a leading apostrophe's equivalent: a blank before it.
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, str):
        if _NUMBER.fullmatch(value):
            number = Decimal(value.replace(".", "").replace(",", "."))
            return int(number) if number == number.to_integral_value() else float(number)
        return f" {value}" if value.startswith(("=", "+", "-", "@")) else value
    return value
