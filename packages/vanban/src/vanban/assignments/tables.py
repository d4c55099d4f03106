"""Rows of task tables: the columns are known by their heads."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from vanban.assignments.deadlines import Make, deadlines_of
from vanban.assignments.drafts import Bodies, due_value
from vanban.assignments.targets import targets_of
from vanban.bodies import field_bodies
from vanban.columns import columns_of
from vanban.folding import spelled
from vanban.model import Assignment, Span, Value
from vanban.source import Cell, JoinedCell, Table

T = TypeVar("T")

_WORD = re.compile(r"[^\W\d_]{2}")
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])[.)]?$")


def _head(table: Table) -> tuple[int, dict[int, str]] | None:
    """The number of head rows and the columns; a head over two rows has its lower cells put in."""
    for at, row in enumerate(table.rows[:4]):
        below = table.rows[at + 1] if at + 1 < len(table.rows) else ()
        merged = _merged_head(row, below)
        if merged is not None:
            return at + 2, merged
        columns = columns_of(row)
        if columns is not None:
            return at + 1, columns
    return None


def _merged_head(row: tuple[Cell, ...], below: tuple[Cell, ...]) -> dict[int, str] | None:
    named = [spelled(cell.text) for cell in below]
    told = [text for text in named if text]
    if (
        not told
        or len(told) > 4
        or not all(
            re.match(r"(?:(?:cơ quan|đơn vị) )?(?:chủ trì|phối hợp|thực hiện|bắt đầu|kết thúc|hoàn thành)", t)
            for t in told
        )
    ):
        return None
    if len(below) == len(row):
        cells = tuple(low if low.text else high for high, low in zip(row, below, strict=True))
        return columns_of(cells)
    place = next(
        (n for n, cell in enumerate(row) if re.search(r"thực hiện|phân công|cơ quan|đơn vị", spelled(cell.text))), None
    )
    if place is None:
        return None
    return columns_of((*row[:place], *(cell for cell in below if cell.text), *row[place + 1 :]))


def table_tasks(table: Table, path: str, document_date: str | None) -> list[Assignment]:
    """The rows of a task table as assignments; an empty list for any other table.

    ``path`` stands before the number of the row ("PL", "II.3"). Group rows are no tasks; where the numbers begin anew
    in each group, its label stands in the section ("PL.II.1").
    """
    found = _head(table)
    if found is None:
        return []
    first, columns = found
    rows = _joined_rows(table, first, columns)
    bodies = (_text(row, columns, name) for row in rows for name in ("lead", "support"))
    if not any(_WORD.search(text) for text in bodies):
        return []  # a table of figures ("Chỉ tiêu | Kế hoạch | Thực hiện")
    place = _place(columns, "number")
    numbers = [row[place].text.strip(" .") for row in rows if place is not None and place in row]
    counted = [n for n in numbers if n.isdigit()]
    repeats = len(set(counted)) < len(counted)
    tasks: list[Assignment] = []
    group = ""
    for row in rows:
        number = _text(row, columns, "number").strip(" .)")
        if _is_group(row, columns, number):
            group = number or group
            continue
        section = ".".join(part for part in (path, group if repeats else "", number) if part)
        task = _row_task(row, columns, section, document_date)
        if task is not None:
            tasks.append(task)
    return tasks


def _place(columns: dict[int, str], name: str) -> int | None:
    return next((place for place, kind in columns.items() if kind == name), None)


def _cell(row: dict[int, Cell], columns: dict[int, str], name: str) -> Cell | None:
    """The cell of a column; for a row with a task of its own the one that reaches down to it."""
    place, task = _place(columns, name), _place(columns, "task")
    cell = row.get(place) if place is not None else None
    if cell is not None and cell.above is not None and place != task and task in row and row[task].text:
        return cell.above
    return cell


def _text(row: dict[int, Cell], columns: dict[int, str], name: str) -> str:
    cell = _cell(row, columns, name)
    return "" if cell is None else cell.text


def _joined_rows(table: Table, first: int, columns: dict[int, str]) -> list[dict[int, Cell]]:
    """The rows below the head; a row that a page break cut in two is put together, a head printed again left out."""
    rows: list[dict[int, Cell]] = []
    width = max(len(row) for row in table.rows[:first])
    for row in table.rows[first:]:
        if columns_of(row) is not None or not any(cell.text for cell in row) or _counts_columns(row):
            continue
        cells = dict(enumerate(row))
        if len(row) == 1 and width > 2:
            cells = {_place(columns, "task") or 0: row[0]}
        if rows and _goes_on(rows[-1], cells, columns):
            # Beside a task merged over rows each row tells a body of its own; a page break cuts a body's name in two.
            task = cells.get(_place(columns, "task") or 0)
            between = "; " if task is not None and task.above is not None else " "
            for place, cell in cells.items():
                if cell.text:
                    above = rows[-1].get(place)
                    rows[-1][place] = _glued(above, between, cell) if above and above.text else cell
        else:
            rows.append(cells)
    return rows


def _counts_columns(row: tuple[Cell, ...]) -> bool:
    """True for the row "(1) (2) (3) …" under a head."""
    texts = [cell.text.strip("() ") for cell in row if cell.text]
    return len(texts) > 2 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _goes_on(above: dict[int, Cell], row: dict[int, Cell], columns: dict[int, str]) -> bool:
    if _place(columns, "number") is None or _text(row, columns, "number"):
        return False
    task = _text(row, columns, "task")
    before = _text(above, columns, "task")
    if not task:
        return bool(before)
    return task[0].islower() or (
        not before.rstrip().endswith((".", ";"))
        and not any(_text(row, columns, name) for name in ("lead", "support", "when"))
        and not task[0].isupper()
    )


def _glued(a: Cell, between: str, b: Cell) -> Cell:
    return JoinedCell(f"{a.text}{between}{b.text}", Span(a.span.start, b.span.end))


def _is_group(row: dict[int, Cell], columns: dict[int, str], number: str) -> bool:
    others = [
        text.strip()
        for place, cell in row.items()
        if columns.get(place) not in ("number", "task") and (text := (cell.above or cell).text).strip(" -")
    ]
    if _GROUP.match(number) and not _text(row, columns, "lead") and not _text(row, columns, "support"):
        return True
    if others:
        task = _text(row, columns, "task").strip()
        return bool(task) and all(text == task for text in others)  # one cell over the whole row, given once a column
    return _place(columns, "number") is None or bool(_GROUP.match(number)) or not number or len(row) < 3 or not others


def _row_task(
    row: dict[int, Cell], columns: dict[int, str], section: str, document_date: str | None
) -> Assignment | None:
    cell = _cell(row, columns, "task")
    if cell is None or not cell.text:
        return None
    start = min(c.span.start for c in row.values())
    end = max(c.span.end for c in row.values())
    lead, lead_printed = _bodies(row, columns, "lead")
    support, support_printed = _bodies(row, columns, "support")
    when = _value(row, columns, "when")
    return Assignment(
        section=section,
        text=Value(cell.text.rstrip(" .;"), cell.span, 0.95, _rule(cell, "table.task")),
        span=Span(start, end),
        basis="table",
        lead=lead,
        support=support,
        lead_printed=lead_printed,
        support_printed=support_printed,
        when=when,
        frequency=_value(row, columns, "frequency"),
        due=due_value(when, document_date),
        product=_value(row, columns, "product"),
        funding=_value(row, columns, "funding"),
        targets=tuple(target for name in ("task", "product") for target in _figures(row, columns, name, targets_of)),
        deadlines=tuple(_figures(row, columns, "when", lambda text, make: deadlines_of(text, make, document_date))),
    )


def _figures(
    row: dict[int, Cell], columns: dict[int, str], name: str, read: Callable[[str, Make], tuple[T, ...]]
) -> tuple[T, ...]:
    """What ``read`` finds in the cell of a column; its place is that of the cell."""
    place = _place(columns, name)
    cell = row.get(place) if place is not None else None
    if cell is None or not cell.text:
        return ()
    rule = _rule(cell, f"table.{name}")
    return read(cell.text, lambda a, b: Value(cell.text[a:b].strip(), cell.span, 0.85, rule))


def _rule(cell: Cell, rule: str) -> str:
    return f"derived.joined.{rule}" if isinstance(cell, JoinedCell) else rule


def _value(row: dict[int, Cell], columns: dict[int, str], name: str) -> Value[str] | None:
    cell = _cell(row, columns, name)
    text = cell.text.strip().rstrip(".;") if cell else ""
    if cell is None or not text.strip(" -–…."):
        return None
    return Value(text, cell.span, 0.95, _rule(cell, f"table.{name}"))


def _bodies(row: dict[int, Cell], columns: dict[int, str], name: str) -> tuple[Bodies, Value[str] | None]:
    cell = _cell(row, columns, name)
    if cell is None or not _WORD.search(cell.text):
        return (), None
    text = (
        re.sub(r"(?:^|\s)[-–+]\s+(?=[^\W\d_])", lambda m: "; " if m.start() else "", cell.text)
        if re.match(r"[-–+]\s", cell.text)
        else cell.text
    )
    spans, duties = field_bodies(text)
    rule = _rule(cell, f"table.{name}")
    bodies = tuple(Value(text[a:b], cell.span, 0.95, rule) for a, b in spans)
    return bodies, Value(cell.text.rstrip(" .;"), cell.span, 0.95, rule) if duties else None
