"""Tables of tasks and of figures: which columns, how wide, how aligned."""

from __future__ import annotations

import re

from vanban.compose.blocks import MM, Align, Grid, one_line, width_of
from vanban.compose.model import BodyBlock, FigureTable, TaskTable

_FIGURE = re.compile(r"[-+]?[\d.,]+\s*%?")
#: Room beside the letters of a cell, in millimetres, and the smallest letters in points.
_PADDING = 5.0
_SMALLEST = 9
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
    """The tasks as a table ``width`` millimetres wide; ``body`` is the size of the text around it."""
    columns = _columns(table)
    head = ("TT", *(name for name, _, _ in columns))
    rows = tuple(
        (str(number + 1), *(one_line(cells[number]) for _, _, cells in columns)) for number in range(len(table.tasks))
    )
    left: Align = "left"
    aligns: tuple[Align, ...] = ("center", *(left for _ in columns))
    size, widths = _fitted((head, *rows), (0.0, *(weight for _, weight, _ in columns)), body, width)
    return Grid(head, rows, (aligns,) * len(rows), widths, size)


def figure_grid(table: FigureTable, body: float, width: float) -> Grid:
    """The figures as a table; numbers stand on the right."""
    head = tuple(one_line(cell) for cell in table.head)
    rows = tuple(tuple(one_line(cell) for cell in row) for row in table.rows)
    weights = tuple(float(min(40, max(map(len, cells)) + 1)) for cells in zip(head, *rows, strict=True))
    aligns = tuple(tuple(_align(name, cell) for name, cell in zip(head, row, strict=True)) for row in rows)
    size, widths = _fitted((head, *rows), weights, body, width)
    return Grid(head, rows, aligns, widths, size)


def _fitted(
    rows: tuple[tuple[str, ...], ...], weights: tuple[float, ...], body: float, width: float
) -> tuple[float, tuple[float, ...]]:
    """The size of the letters, and widths in which no word is broken; what is left goes by weight."""
    for size in range(round(body) - 1, _SMALLEST - 1, -1):
        least = [max(_longest_word(cell, size) for cell in cells) + _PADDING for cells in zip(*rows, strict=True)]
        if sum(least) <= width:
            break
    if sum(least) > width:
        return size, tuple(column * width / sum(least) for column in least)
    spare = (width - sum(least)) / sum(weights)
    return size, tuple(column + spare * weight for column, weight in zip(least, weights, strict=True))


def _longest_word(cell: str, size: float) -> float:
    return max((width_of(word, size) / MM for word in cell.split()), default=0.0)


def _align(head: str, cell: str) -> Align:
    if head in ("TT", "STT"):
        return "center"
    return "right" if _FIGURE.fullmatch(cell) else "left"
