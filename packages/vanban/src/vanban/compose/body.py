"""The body: bases, headings, paragraphs, articles, tables (Nghị định 30, Phụ lục I, II.6)."""

from __future__ import annotations

import re
from typing import Any

from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from vanban.compose.head import printed_date
from vanban.compose.labels import Labels
from vanban.compose.measures import Measures
from vanban.compose.model import Article, ComposeModel, FigureTable, Heading, Item, Paragraph, Reference, TaskTable
from vanban.compose.paper import CENTER, JUSTIFY, LEFT, RIGHT, add_run, empty, grid_table, one_line, write

_FIGURE = re.compile(r"[-+]?[\d.,]+\s*%?")
_NAMED_ACTS = ("quyết định", "nghị quyết")


def write_body(document: Any, model: ComposeModel, measures: Measures) -> None:
    """Write what stands between letterhead and signature, with the end mark after its last sentence."""
    writer = _Writer(document, measures, party=model.system == "party")
    if model.authority:
        write(document, one_line(model.authority).upper(), measures.body, bold=True, before=6, after=6)
    for index, base in enumerate(model.bases):
        last = index == len(model.bases) - 1
        writer.text(
            _basis(base) + ("." if last else ";"), italic=model.system == "state", before=12 if not index else 6
        )
    if model.type in _NAMED_ACTS and model.authority:
        word = "QUYẾT NGHỊ:" if model.type == "nghị quyết" else "QUYẾT ĐỊNH:"
        write(document, word, measures.body, bold=True, before=6, after=6)
    for index, block in enumerate(model.body):
        writer.block(block, last=index == len(model.body) - 1)


def _basis(base: Reference) -> str:
    words = [f"Căn cứ {base.type[:1].upper()}{base.type[1:]} số {base.number}"]
    if base.date:
        words.append(printed_date(base.date))
    if base.by:
        words.append(f"của {one_line(base.by)}")
    if base.about:
        words.append(one_line(base.about))
    return " ".join(words)


class _Writer:
    def __init__(self, document: Any, measures: Measures, *, party: bool) -> None:
        self._document = document
        self._measures = measures
        self._party = party
        self._labels = Labels()
        self._articles = 0
        self._width = 210 - measures.left - measures.right

    def text(self, text: str, *, bold_start: str = "", before: float = 6, **style: Any) -> Any:
        """One justified paragraph of the body; ``bold_start`` is printed bold before it."""
        measures = self._measures
        paragraph = write(
            self._document,
            bold_start,
            measures.body,
            bold=True,
            align=JUSTIFY,
            before=before,
            indent=measures.indent,
        )
        add_run(paragraph, text, measures.body, **style)
        if self._party:
            paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            paragraph.paragraph_format.line_spacing = Pt(18)
        return paragraph

    def block(self, block: Heading | Paragraph | Item | Article | TaskTable | FigureTable, *, last: bool) -> None:
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, TaskTable):
            self._tasks(block)
        elif isinstance(block, FigureTable):
            self._figures(block)
        else:
            text = one_line(block.text)
            if last:
                text = text.rstrip(" ./;,:") + ("." if self._party else "./.")
            elif text and text[-1] not in ".;:,!?…":
                text += "."
            if isinstance(block, Article):
                self._articles += 1
                self.text(text, bold_start=f"Điều {self._articles}. ")
            else:
                self.text(f"- {text}" if isinstance(block, Item) else text)

    def _heading(self, heading: Heading) -> None:
        label = self._labels.next(heading.level, heading.label)
        title = one_line(heading.title)
        # ND30's "phần, mục, khoản, điểm" layout: first level in capitals, points upright.
        text = f"{label} {title.upper() if heading.level == 1 else title}"
        paragraph = self.text(text if heading.level > 2 else "", bold_start="" if heading.level > 2 else text)
        paragraph.paragraph_format.keep_with_next = True

    def _tasks(self, table: TaskTable) -> None:
        columns: list[tuple[str, float, Any]] = [
            ("Nhiệm vụ", 4.0, [task.text for task in table.tasks]),
            ("Chủ trì", 2.2, ["; ".join(task.lead) for task in table.tasks]),
            ("Phối hợp", 2.2, ["; ".join(task.support) for task in table.tasks]),
            ("Thời gian hoàn thành", 1.9, [task.when or "" for task in table.tasks]),
            ("Sản phẩm", 1.9, [task.product or "" for task in table.tasks]),
        ]
        kept = [column for index, column in enumerate(columns) if index < 2 or any(column[2])]
        weights = sum(weight for _, weight, _ in kept)
        number = 11.0
        widths = (number, *((self._width - number) * weight / weights for _, weight, _ in kept))
        rows = [(str(index + 1), *(column[2][index] for column in kept)) for index in range(len(table.tasks))]
        self._grid(("TT", *(name for name, _, _ in kept)), tuple(rows), widths)

    def _figures(self, table: FigureTable) -> None:
        if table.caption:
            write(self._document, one_line(table.caption), self._measures.body, bold=True, before=6, after=3, keep=True)
        lengths = [
            min(40, max(6, *(len(row[index]) for row in (table.head, *table.rows)))) for index in range(len(table.head))
        ]
        widths = tuple(self._width * length / sum(lengths) for length in lengths)
        self._grid(table.head, table.rows, widths)

    def _grid(self, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...]) -> None:
        size = self._measures.body - 1
        grid = grid_table(self._document, len(rows) + 1, widths)
        for cell, text in zip(grid.rows[0].cells, head, strict=True):
            write(empty(cell), one_line(text), size, bold=True, before=2, after=2)
        for row, texts in zip(grid.rows[1:], rows, strict=True):
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                line = one_line(text)
                align = RIGHT if _FIGURE.fullmatch(line) else LEFT
                if head[column] == "TT":
                    align = CENTER
                write(empty(cell), line, size, align=align, before=2, after=2)
