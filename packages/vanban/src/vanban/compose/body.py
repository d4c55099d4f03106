"""The body: bases, divisions, headings, paragraphs, articles (Nghị định 30, Phụ lục I, II.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.compose.blocks import Align, Block, Line, Run, line, one_line
from vanban.compose.labels import Labels, printed_date, short_date
from vanban.compose.measures import Measures
from vanban.compose.model import (
    Article,
    BodyBlock,
    ComposeModel,
    Division,
    FigureTable,
    Heading,
    Item,
    Paragraph,
    Reference,
    TaskTable,
)
from vanban.compose.tables import figure_grid, task_grid

_ACTS = {"quyết định": "QUYẾT ĐỊNH", "nghị quyết": "QUYẾT NGHỊ"}
_NAMED_ONLY = ("luật", "bộ luật", "pháp lệnh")
_ENDS = ".;:,!?…"


def body(model: ComposeModel, measures: Measures) -> Iterator[Block]:
    """What stands between letterhead and signature, with the end mark after its last sentence."""
    yield line("", 6)
    act = _ACTS.get(model.type)
    if act and model.authority and not model.party:
        yield _centred(model.authority, measures)
    for index, base in enumerate(model.bases):
        # The Party ends the last base with a comma, because the sentence goes on (Hướng dẫn 36-HD/VPTW, 1.6.2).
        last = index == len(model.bases) - 1
        end = ";" if not last else "," if model.party else "."
        text = f"{_basis(base, party=model.party)}{end}"
        yield _paragraph(text, measures, party=model.party, italic=not model.party)
    if act and model.authority:
        yield _centred(f"{model.authority} {act}:" if model.party else f"{act}:", measures)
    yield from text_blocks(model.body, measures, width=measures.width, party=model.party)


def text_blocks(blocks: Sequence[BodyBlock], measures: Measures, *, width: float, party: bool) -> Iterator[Block]:
    """The blocks of a body or appendix; ``width`` is what tables may take, in millimetres."""
    writer = _Writer(measures, width, party=party)
    for index, block in enumerate(blocks):
        yield from writer.written(block, last=index == len(blocks) - 1)


def _basis(base: Reference | str, *, party: bool) -> str:
    if isinstance(base, str):
        return one_line(base).rstrip(" .;,")
    kind = one_line(base.type[:1].upper() + base.type[1:])
    day = short_date(base.date) if party else printed_date(base.date)
    about = one_line(base.about or "")
    if not base.number or base.type in _NAMED_ONLY:
        return " ".join(filter(None, ("Căn cứ", kind, about, base.date and day)))
    printed = one_line(base.number)
    number = f"{printed}," if party and base.date else printed
    by = base.by and f"của {one_line(base.by)}"
    return " ".join(filter(None, ("Căn cứ", kind, "số", number, base.date and day, by, about)))


def _centred(text: str, measures: Measures, *, level: int | None = None) -> Line:
    return line(one_line(text).upper(), measures.body, bold=True, before=6, after=6, keep=True, level=level)


def _paragraph(
    text: str, measures: Measures, *, party: bool, bold: str = "", italic: bool = False, before: float = 6,
    keep: bool = False, level: int | None = None,
) -> Line:  # fmt: skip
    """One justified paragraph of the body; ``bold`` is printed bold before the text."""
    runs = (Run(bold, measures.body, bold=True), Run(text, measures.body, italic=italic))
    # Line spacing of the Party: 18 points exactly at least (Hướng dẫn 36-HD/VPTW, 1.6.2).
    exactly = 18.0 if party else None
    align: Align = "justify"
    filled = tuple(run for run in runs if run.text) or runs[1:]
    return Line(filled, align, before, 0, measures.indent, exactly=exactly, keep=keep, level=level)


class _Writer:
    """Turns blocks of a body into lines, counting headings and articles."""

    def __init__(self, measures: Measures, width: float, *, party: bool) -> None:
        self._measures = measures
        self._width = width
        self._party = party
        self._labels = Labels()

    def written(self, block: BodyBlock, *, last: bool) -> Iterator[Block]:
        match block:
            case Division(title, unit):
                yield line(self._labels.unit(unit), self._measures.body, bold=True, before=12, keep=True, level=1)
                yield _centred(title, self._measures)
            case Heading():
                yield self._heading(block)
            case TaskTable():
                yield task_grid(block, self._measures.body, self._width)
                yield line("", 6)
            case FigureTable():
                if block.caption:
                    caption = one_line(block.caption)
                    yield line(caption, self._measures.body, bold=True, before=6, after=3, keep=True)
                yield figure_grid(block, self._measures.body, self._width)
                yield line("", 6)
            case Article():
                yield from self._article(block, last=last)
            case Item(text, mark):
                yield self._text(f"{self._mark(mark)} {self._ended(text, last=last)}")
            case Paragraph(text):
                yield self._text(self._ended(text, last=last))

    def _text(self, text: str, bold: str = "") -> Line:
        return _paragraph(text, self._measures, party=self._party, bold=bold)

    def _mark(self, mark: str) -> str:
        return self._labels.next(2) if mark == "1." else self._labels.next(3) if mark == "a)" else mark

    def _article(self, article: Article, *, last: bool) -> Iterator[Line]:
        label = self._labels.article()
        text = self._ended(article.text, last=last) if article.text.strip() else ""
        if article.title:
            bold = f"{label} {one_line(article.title)}"
            yield _paragraph("", self._measures, party=self._party, bold=bold, keep=True, level=3)
            if text:
                yield self._text(text)
        else:
            yield self._text(f" {text}", bold=label)

    def _heading(self, heading: Heading) -> Line:
        label = self._labels.next(heading.level, one_line(heading.label or ""))
        title = one_line(heading.title)
        # "Phần, mục, khoản, điểm": the first level in capitals, clauses bold, points upright.
        text = f"{label} {title.upper() if heading.level == 1 else title}"
        bold, plain = ("", text) if heading.level == 3 else (text, "")
        return _paragraph(plain, self._measures, party=self._party, bold=bold, keep=True, level=heading.level)

    def _ended(self, text: str, *, last: bool) -> str:
        """The text with its end: "./." after the last sentence of a State document, a full stop for the Party."""
        text = one_line(text)
        if last:
            return text.rstrip(" ./;,:") + ("." if self._party else "./.")
        return text if not text or text[-1] in _ENDS else f"{text}."
