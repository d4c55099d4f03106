"""Word documents (.docx) as Word prints them: final text of tracked changes, numbers of automatic lists, table cells.

How parts become text, for whoever reads the lines:

- one paragraph is one line; a soft line break is a line end, a tab stays a tab; the label of an automatic list stands
  before its paragraph ("1. ", "a) ", "- ");
- a table of layout (letterhead, or signature beside Nơi nhận) gives its lines column by column, left before right;
- a table of data gives one line a row with cells joined by " | ", and is a :class:`~vanban.source.Table`. A cell
  merged over columns appears once; under a cell merged over rows stand empty cells, so that columns keep their place;
- a footnote's number stays in the sentence, and its text follows that paragraph as a line of its own that begins with
  the number, as text extractors leave it at the foot of the page;
- the text of a text box follows the paragraph it is anchored to;
- headers, footers, comments, hidden and deleted text are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from vanban.source import Source
from vanban.sources.building import TextBuilder
from vanban.sources.limits import Unreadable
from vanban.sources.numbering import Numbering, number_of
from vanban.sources.package import Package, W
from vanban.sources.rows import add_rows
from vanban.sources.styles import Styles

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = {
    W + name for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr")
} | {_MC + "Fallback"}
_LETTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}


@dataclass(slots=True)
class PrintedParagraph:
    """A ``w:p`` with the text it gives (its list label first, soft breaks as line ends); ``in_data`` within a table."""

    element: etree._Element
    text: str
    in_data: bool = False


@dataclass(frozen=True, slots=True)
class WordFile:
    """A .docx that is open: what it says, and the XML that says so, in the order of the file."""

    source: Source
    package: Package
    body: etree._Element
    paragraphs: list[PrintedParagraph] = field(default_factory=list)


def read_docx(data: bytes) -> Source:
    """Read the bytes of a .docx; raises :class:`Unreadable`."""
    return open_docx(data).source


def open_docx(data: bytes) -> WordFile:
    """Read the bytes of a .docx and keep its paragraphs; raises :class:`Unreadable`."""
    package = Package(data)
    root = package.part("word/document.xml")
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise Unreadable("Tệp Word không có phần nội dung.", "docx")
    reader = _Reader(package)
    try:
        reader.read_blocks(body)
    except RecursionError as error:
        raise Unreadable("Tệp Word có cấu trúc lồng nhau quá sâu; không đọc.", "docx") from error
    pictures = any(True for _ in body.iter("{*}blip", "{*}imagedata"))
    what = "chỉ có hình ảnh, không có chữ" if pictures else "không có chữ nào"
    source = reader.lines.source(f"Tệp Word {what}. Hãy dùng tệp gốc có chữ.")
    return WordFile(source, package, body, reader.paragraphs)


class _Reader:
    def __init__(self, package: Package) -> None:
        self.lines = TextBuilder("docx")
        self.paragraphs: list[PrintedParagraph] = []
        self._styles = Styles(package.part("word/styles.xml"))
        self._numbering = Numbering(package.part("word/numbering.xml"))
        self._notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            notes = package.part(f"word/{kind}s.xml")
            for note in notes.findall(W + kind) if notes is not None else ():
                if note.get(W + "type") in (None, "normal"):
                    self._notes[kind, note.get(W + "id") or ""] = note
        self._note_count = 0

    def read_blocks(self, parent: etree._Element) -> None:
        """Put paragraphs and tables below ``parent`` into the lines."""
        for block in _blocks(parent):
            if block.tag == W + "tbl":
                self._read_table(block)
            else:
                for line in self._paragraph(block):
                    self.lines.add(line)

    def _read_table(self, table: etree._Element) -> None:
        rows = [
            [(cell, _merge(cell)) for cell in _children(row, "tc")]
            for row in _children(table, "tr")
            if not _deleted(row)
        ]
        first = len(self.paragraphs)
        # Lists count in the order of the file, so cells are read row by row whatever the order of the lines.
        texts = [
            [
                (start, "" if merge == "continue" else "\n".join(self._cell(cell)))
                for (cell, merge), start in _places(row)
            ]
            for row in rows
        ]
        if add_rows(self.lines, texts):
            for paragraph in self.paragraphs[first:]:
                paragraph.in_data = True

    def _cell(self, cell: etree._Element) -> list[str]:
        lines: list[str] = []
        for block in _blocks(cell):
            if block.tag == W + "tbl":
                for row in _children(block, "tr"):
                    inner = (" ".join(self._cell(nested)) for nested in _children(row, "tc"))
                    lines.append(" ".join(text for text in inner if text.strip()))
            else:
                lines.extend(self._paragraph(block))
        return lines

    def _paragraph(self, paragraph: etree._Element) -> list[str]:
        """The lines of a paragraph: itself, then its text boxes, then its footnotes."""
        properties = paragraph.find(W + "pPr")
        style = self._styles.paragraph(properties)
        parts: list[str] = []
        after: list[etree._Element] = []
        notes: list[tuple[int, etree._Element]] = []
        self._collect(paragraph, style.caps, parts, after, notes)
        text = "".join(parts)
        # An empty paragraph of a list prints its number too (the first column of a task table).
        label = self._label(properties, style.id)
        lines = [label + text if text.strip() else label.rstrip()]
        self.paragraphs.append(PrintedParagraph(paragraph, lines[0]))
        for box in after:
            for block in _blocks(box):
                lines.extend(self._cell(box) if block.tag == W + "tbl" else self._paragraph(block))
        for number, note in notes:
            inner = " ".join(line.strip() for block in _blocks(note) for line in self._paragraph(block))
            lines.append(f"{number} {inner.strip()}")
        return lines

    def _label(self, properties: etree._Element | None, style: str | None) -> str:
        number, depth = self._styles.list_of(properties)
        if number is None:
            return ""
        if depth is None:
            depth = self._numbering.depth_of_style(number, style) if style else None
        return self._numbering.label(number, depth or 0)

    def _collect(
        self,
        element: etree._Element,
        caps: bool,
        parts: list[str],
        boxes: list[etree._Element],
        notes: list[tuple[int, etree._Element]],
    ) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "t":
                text = child.text or ""
                parts.append(text.upper() if caps else text)
            elif tag == W + "r":
                hidden, upper = self._styles.run(child.find(W + "rPr"))
                if not hidden:
                    self._collect(child, caps if upper is None else upper, parts, boxes, notes)
            elif tag in _LETTERS:
                parts.append(_LETTERS[tag])
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                kind = "footnote" if tag == W + "footnoteReference" else "endnote"
                note = self._notes.get((kind, child.get(W + "id") or ""))
                if note is not None:
                    self._note_count += 1
                    parts.append(str(self._note_count))
                    notes.append((self._note_count, note))
            elif tag == W + "txbxContent":
                boxes.append(child)
            elif tag not in _LEFT_OUT and isinstance(tag, str):
                self._collect(child, caps, parts, boxes, notes)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _blocks(child)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _children(child, name)


def _deleted(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _merge(cell: etree._Element) -> str | None:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return None if merge is None else merge.get(W + "val") or "continue"


def _places(
    row: list[tuple[etree._Element, str | None]],
) -> Iterator[tuple[tuple[etree._Element, str | None], int]]:
    """Cells with the grid column each begins at."""
    column = 0
    for item in row:
        yield item, column
        span = item[0].find(f"{W}tcPr/{W}gridSpan")
        column += number_of(None if span is None else span.get(W + "val"), 1)
