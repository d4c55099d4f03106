"""Tables of tasks and of figures: which columns, how wide, how aligned."""

from __future__ import annotations

import re

from vanban.compose.blocks import Align, Grid, one_line
from vanban.compose.model import BodyBlock, FigureTable, TaskTable

_FIGURE = re.compile(r"[-+]?[\d.,]+\s*%?")
#: Width of the column of numbers, in millimetres.
_COUNT = 11.0
#: From so many columns on a table is laid across.
_WIDE = 6


def is_wide(block: BodyBlock) -> bool:
    """Whether a table wants the long side of the sheet (Nghị định 30, Phụ lục I, I.2)."""
    if isinstance(block, TaskTable):
        return len(_columns(block)) + 1 >= _WIDE
    return isinstance(block, FigureTable) and len(block.head) >= _WIDE


def _columns(table: TaskTable) -> list[tuple[str, float, list[str]]]:
    """Head, weight and cells of each column that is filled."""
    tasks = table.tasks
    columns = [
        ("Nhiệm vụ", 4.0, [task.text for task in tasks]),
        ("Chủ trì", 2.2, ["; ".join(task.lead) for task in tasks]),
        ("Phối hợp", 2.2, ["; ".join(task.support) for task in tasks]),
        ("Thời gian hoàn thành", 1.9, [task.when or "" for task in tasks]),
        ("Tần suất", 1.9, [task.frequency or "" for task in tasks]),
        ("Sản phẩm", 1.9, [task.product or "" for task in tasks]),
        ("Kinh phí", 1.7, [task.funding or "" for task in tasks]),
    ]
    return [column for index, column in enumerate(columns) if index < 2 or any(column[2])]


def task_grid(table: TaskTable, body: float, width: float) -> Grid:
    """The tasks as a table ``width`` millimetres wide, in letters one point smaller than the body's."""
    columns = _columns(table)
    weights = sum(weight for _, weight, _ in columns)
    widths = (_COUNT, *((width - _COUNT) * weight / weights for _, weight, _ in columns))
    rows = tuple(
        (str(number + 1), *(one_line(cells[number]) for _, _, cells in columns)) for number in range(len(table.tasks))
    )
    left: Align = "left"
    aligns: tuple[Align, ...] = ("center", *(left for _ in columns))
    return Grid(("TT", *(head for head, _, _ in columns)), rows, (aligns,) * len(rows), widths, body - 1)


def figure_grid(table: FigureTable, body: float, width: float) -> Grid:
    """The figures as a table; numbers stand on the right."""
    head = tuple(one_line(cell) for cell in table.head)
    rows = tuple(tuple(one_line(cell) for cell in row) for row in table.rows)
    lengths = [min(40, max(6, *(len(row[index]) for row in (head, *rows)))) for index in range(len(head))]
    widths = tuple(width * length / sum(lengths) for length in lengths)
    aligns = tuple(tuple(_align(name, cell) for name, cell in zip(head, row, strict=True)) for row in rows)
    return Grid(head, rows, aligns, widths, body - 1)


def _align(head: str, cell: str) -> Align:
    if head in ("TT", "STT"):
        return "center"
    return "right" if _FIGURE.fullmatch(cell) else "left"
