"""Word documents (.docx) as Word prints them: final text of tracked changes, numbers of automatic lists, table cells.

How parts become text, for whoever reads the lines:

- one paragraph is one line; a soft line break is a line end, a tab stays a tab; the label of an automatic list stands
  before its paragraph ("1. ", "a) ", "- "); where a paragraph's end was deleted it is one with the next;
- a table of layout (letterhead, or signature beside Nơi nhận) gives its lines column by column, left before right;
- a table of data gives one line a row with cells joined by " | ", and is a :class:`~vanban.source.Table`. A cell
  merged over columns appears once; under a cell merged over rows stand empty cells, so that columns keep their place;
- a footnote's mark stands raised in the sentence ("¹"), and its text follows that paragraph as a line of its own that
  begins with the mark, as text extractors leave it at the foot of the page; other raised figures are raised too;
- the text of a text box follows the paragraph it is anchored to, once;
- of a field its result is read, letters of fonts from before Unicode are converted;
- the header of the first page is read where it carries the letterhead or a mark of urgency or secrecy; other headers,
  footers, comments, hidden and deleted text and unfilled controls are left out, and remarks say what was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from vanban.model import Remark
from vanban.source import Source
from vanban.sources.building import Row, TextBuilder
from vanban.sources.kinds import MACROS
from vanban.sources.limits import Unreadable
from vanban.sources.numbering import Numbering, number_of, value_of
from vanban.sources.package import Package, W
from vanban.sources.rows import add_rows, is_letterhead
from vanban.sources.runs import LEFT_OUT, Runs, is_placeholder
from vanban.sources.styles import Styles

_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHANGES = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
#: A mark of urgency or secrecy that stands alone in a header.
_MARK = re.compile(r"\W*(?:HỎA TỐC|THƯỢNG KHẨN|KHẨN|TUYỆT MẬT|TỐI MẬT|MẬT)\W*")


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
    name = package.main_part()
    root = package.part(name)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise Unreadable("Tệp Word không có phần nội dung.", "docx")
    reader = _Reader(package, body)
    try:
        header = _first_header(package, name, body)
        if header is not None:
            reader.read_header(header)
        reader.read_blocks(body)
    except RecursionError as error:
        raise Unreadable("Tệp Word có cấu trúc lồng nhau quá sâu; không đọc.", "docx") from error
    pictures = any(True for _ in body.iter("{*}blip", "{*}imagedata"))
    what = "chỉ có hình ảnh, không có chữ" if pictures else "không có chữ nào"
    remarks = tuple(_remarks(package, body, reader.old_fonts))
    source = reader.lines.source(f"Tệp Word {what}. Hãy dùng tệp gốc có chữ.", remarks)
    return WordFile(source, package, body, reader.paragraphs)


def _first_header(package: Package, main: str, body: etree._Element) -> etree._Element | None:
    """The header that the first page prints."""
    section = next(body.iter(W + "sectPr"), None)
    if section is None:
        return None
    kinds = ("first",) if section.find(W + "titlePg") is not None else ("default",)
    found = (item for item in section.findall(W + "headerReference") if item.get(W + "type") in kinds)
    reference = next(found, None)
    return None if reference is None else package.part(package.target(main, reference.get(_OFFICE + "id") or ""))


def _remarks(package: Package, body: etree._Element, old_fonts: list[str]) -> Iterator[Remark]:
    if any(name.lower().endswith("vbaproject.bin") for name in package.entries):
        yield MACROS
    if next(body.iter(*_CHANGES), None) is not None:
        yield Remark("changes", "Tệp còn dấu sửa đổi (Track Changes) chưa chốt; đã đọc theo bản sau cùng.")
    comments = package.part("word/comments.xml")
    if comments is not None and (count := len(comments.findall(W + "comment"))):
        yield Remark("comments", f"Có {count} ghi chú bên lề (Comment), không đọc.")
    if next(body.iter(W + "altChunk"), None) is not None:
        yield Remark("embedded", "Tệp có phần chèn nguyên từ tệp khác, không đọc. Hãy mở bằng Word và lưu lại.")
    if old_fonts:
        yield Remark("encoding", f"Tệp dùng phông chữ cũ ({', '.join(old_fonts[:3])}); đã đổi sang Unicode.")


class _Reader:
    def __init__(self, package: Package, body: etree._Element) -> None:
        self.lines = TextBuilder("docx")
        self.paragraphs: list[PrintedParagraph] = []
        styles = package.part("word/styles.xml")
        self._styles = Styles(styles)
        self._numbering = Numbering(package.part("word/numbering.xml"))
        notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            part = package.part(f"word/{kind}s.xml")
            for note in part.findall(W + kind) if part is not None else ():
                if note.get(W + "type") in (None, "normal"):
                    notes[kind, note.get(W + "id") or ""] = note
        self._runs = Runs(self._styles, notes, [body] if styles is None else [body, styles])
        self.old_fonts = self._runs.old_fonts

    def read_header(self, header: etree._Element) -> None:
        """Read a header that carries what belongs to the first page; page numbers and running titles do not."""
        body, self.lines = self.lines, TextBuilder("docx")
        self.read_blocks(header)
        lines = self.lines.text().split("\n")
        self.lines = body
        if not is_letterhead("\n".join(lines)):
            self.paragraphs.clear()
            lines = [line for line in lines if _MARK.fullmatch(line)]
        for line in lines:
            self.lines.add(line)

    def read_blocks(self, parent: etree._Element) -> None:
        """Put paragraphs and tables below ``parent`` into the lines."""
        for block in self._blocks(parent):
            if isinstance(block, list):
                for line in block:
                    self.lines.add(line)
            else:
                self._read_table(block)

    def _blocks(self, parent: etree._Element) -> Iterator[list[str] | etree._Element]:
        """The lines of each paragraph, and the tables; a paragraph whose end was deleted goes on in the next one."""
        carried = ""
        later: list[str] = []
        for block in _blocks(parent):
            if block.tag == W + "tbl":
                if carried or later:
                    yield [carried, *later]
                carried, later = "", []
                yield block
                continue
            goes_on = _end_deleted(block)
            text, after = self._paragraph(block, carried, goes_on)
            if goes_on:
                carried, later = text, [*later, *after]
            else:
                self.paragraphs.append(PrintedParagraph(block, text))
                yield [text, *later, *after]
                carried, later = "", []
        if carried or later:
            yield [carried, *later]

    def _read_table(self, table: etree._Element) -> None:
        first = len(self.paragraphs)
        if add_rows(self.lines, self._rows(table)):
            for paragraph in self.paragraphs[first:]:
                paragraph.in_data = True

    def _rows(self, table: etree._Element) -> list[Row]:
        """The cells of a table; lists count in the order of the file, so they are read row by row."""
        rows: list[Row] = []
        for row in _children(table, "tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                first = _number_at(row, "trPr/gridBefore", 0)
                cells: Row = [(0, "")] if first else []
                for cell, start in _places(row, first):
                    text = None if _continues(cell, "vMerge") else "\n".join(self._cell(cell))
                    cells.append((start, text))
                rows.append(cells)
        return rows

    def _cell(self, cell: etree._Element) -> list[str]:
        """The lines of a cell or text box; a table in it gives a line a row."""
        lines: list[str] = []
        for block in self._blocks(cell):
            if isinstance(block, list):
                lines += block
            else:
                lines += [" ".join(text for _, text in row if text and text.strip()) for row in self._rows(block)]
        return lines

    def _paragraph(self, paragraph: etree._Element, carried: str, goes_on: bool) -> tuple[str, list[str]]:
        """The line of a paragraph, which begins with what is carried over, and the lines of its boxes and notes."""
        properties = paragraph.find(W + "pPr")
        style = self._styles.paragraph(properties)
        inside = self._runs.read(paragraph, style)
        text = carried + inside.text()
        # An empty paragraph of a list prints its number too (the first column of a task table).
        label = "" if goes_on else self._label(properties, style.id)
        after = [line for box in inside.boxes for line in self._cell(box)]
        for mark, note in inside.notes:
            after.append(f"{mark} {' '.join(' '.join(self._cell(note)).split())}")
        return (label + text if text.strip() else label.rstrip()), after

    def _label(self, properties: etree._Element | None, style: str | None) -> str:
        number, depth = self._styles.list_of(properties)
        if number is None:
            return ""
        if depth is None:
            depth = self._numbering.depth_of_style(number, style) if style else None
        return self._numbering.label(number, depth or 0)


_END = f"{W}pPr/{W}rPr"
_DELETED = (W + "del", W + "moveFrom")


def _end_deleted(paragraph: etree._Element) -> bool:
    """True where tracked changes delete or move away the end of a paragraph."""
    ends = paragraph.find(_END)
    return ends is not None and any(ends.find(name) is not None for name in _DELETED)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in LEFT_OUT and not is_placeholder(child):
            yield from _blocks(child)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins"):
            yield from _children(child, name)


def _places(row: etree._Element, column: int) -> Iterator[tuple[etree._Element, int]]:
    """The cells that are printed, with the grid column each begins at."""
    for cell in _children(row, "tc"):
        if cell.find(f"{W}tcPr/{W}cellDel") is None and not _continues(cell, "hMerge"):
            yield cell, column
        column += _number_at(cell, "tcPr/gridSpan", 1)


def _continues(cell: etree._Element, name: str) -> bool:
    """True for a cell that only continues the one above ("vMerge") or before it ("hMerge")."""
    merge = cell.find(f"{W}tcPr/{W}{name}")
    return merge is not None and merge.get(W + "val") in (None, "continue")


def _number_at(element: etree._Element, path: str, default: int) -> int:
    return number_of(value_of(element, path), default)
