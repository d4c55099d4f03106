"""The lines of a .docx with their place in the text, their runs, and the component each belongs to."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from vanban.check.bodies import bases_of
from vanban.check.examine import Examined
from vanban.check.rules import RuleSet
from vanban.folding import contains
from vanban.lines import Piece
from vanban.marks import is_mark
from vanban.model import Span, Value
from vanban.opening import address_label
from vanban.signature import is_title
from vanban.sources.docx import WordFile
from vanban.sources.package import W
from vanban.sources.text import tidy

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RUN, _TEXT, _CELL = W + "r", W + "t", W + "tc"
_BREAKS = (W + "br", W + "cr")
_LETTERS = {W + "tab": "\t", W + "noBreakHyphen": "-", W + "sym": "-"}
_SKIPPED = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent")} | {_MC + "Fallback"}
_DIVISION = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)(?: thứ)? (?:[IVXLC]+|\d{1,2}|\w+)[.:]?\s*")
_ARTICLE = re.compile(r"Điều \d{1,3}[.:]?")
_SECTION = re.compile(r"[IVX]+[.-] ?\S")
_APPENDIX = re.compile(r"phụ lục(?: số)?(?:\s+(?:[IVXLC]+|\d+))?\s*[.:]?\s*", re.IGNORECASE)
_ATTACHED = re.compile(r"\(\s*(?:ban hành )?(?:đính )?kèm theo", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)[. ]|(?:T/M|K/T|T/L)\b")
_MARK = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Run:
    """Visible text of one ``w:r``; ``shared`` when the run also prints on another line."""

    element: etree._Element
    text: str
    shared: bool = False


@dataclass(slots=True, eq=False)
class Line:
    """One printed line of a paragraph (a soft break begins another), ``number`` that of its paragraph, from 1.

    ``span`` is its place in the text, None in a table of data. ``component`` is the id of a component of the rules.
    """

    paragraph: etree._Element
    number: int
    text: str
    runs: list[Run]
    span: Span | None
    alone: bool
    in_data: bool
    component: str | None = None
    cell: etree._Element | None = None


def read_printed(word: WordFile, document: Examined, rules: RuleSet) -> list[Line]:
    """All lines with text, in the order of the file, each with its component."""
    places: dict[str, deque[int]] = defaultdict(deque)
    at = 0
    for text in document.text.split("\n"):
        places[text].append(at)
        at += len(text) + 1
    lines: list[Line] = []
    for number, paragraph in enumerate(word.paragraphs, 1):
        printed = tidy(paragraph.text).split("\n")
        parts = _runs_by_line(paragraph.element)
        cell = next(paragraph.element.iterancestors(_CELL), None)
        for index, text in enumerate(printed):
            start = places[text].popleft() if not paragraph.in_data and places[text] else None
            if text.strip():
                runs = parts[index] if index < len(parts) else []
                span = None if start is None else Span(start, start + len(text))
                lines.append(
                    Line(paragraph.element, number, text, runs, span, len(printed) == 1, paragraph.in_data, cell=cell)
                )
    _name_components(lines, document, rules)
    return lines


def _runs_by_line(paragraph: etree._Element) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in _run_elements(paragraph):
        parts = [""]
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                parts[-1] += child.text or ""
            elif tag in _BREAKS:
                parts.append("")
            elif tag in _LETTERS:
                parts[-1] += _LETTERS[tag]
        shared = len(parts) > 1 and sum(bool(part.strip()) for part in parts) > 1
        for index, part in enumerate(parts):
            if index:
                lines.append([])
            if part:
                lines[-1].append(Run(run, part, shared))
    return lines


def _run_elements(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        tag = child.tag
        if tag == _RUN:
            yield child
        elif tag not in _SKIPPED and isinstance(tag, str):
            yield from _run_elements(child)


def _name_components(lines: list[Line], document: Examined, rules: RuleSet) -> None:
    placed = [line for line in lines if line.span is not None]
    for start, end, component in _stretches(document, rules):
        for line in placed:
            assert line.span is not None
            if line.component is None and line.span.start < end and start < line.span.end:
                line.component = component
    _name_bodies(placed, document.head.issuer_parent, "parent")
    _name_bodies(placed, document.head.issuer, "issuer")
    _name_rest_of_bodies(placed)
    _name_body(placed, document)
    _name_appendices(placed, document)


def _name_bodies(lines: list[Line], name: Value[str] | None, component: str) -> None:
    """The lines of a body's name: what is read may stand in several, with others between, but in one cell."""
    span = name.span if name else None
    if name is None or span is None:
        return
    found = [
        line
        for line in lines
        if line.component is None
        and line.span is not None
        and line.span.start < span.end
        and span.start < line.span.end
        and any(c.isalnum() for c in line.text)
        and contains(name.value, line.text)
    ]
    for line in found:
        if line.cell is found[0].cell:
            line.component = component


def _name_rest_of_bodies(lines: list[Line]) -> None:
    """Names in small letters are no names for the reader; here they stand above or below one in its cell."""
    issuer = [line for line in lines if line.component == "issuer" and line.cell is not None]
    if not issuer:
        return
    cell = [line for line in lines if line.cell is issuer[0].cell and any(c.isalpha() for c in line.text)]
    for line in reversed(cell[: cell.index(issuer[0])]):
        if line.component is None:
            line.component = "parent"
    last = issuer[-1]
    for line in cell[cell.index(last) + 1 :]:
        if line.component is not None or line.number > last.number + 1:
            break
        line.component, last = "issuer", line


def _stretches(document: Examined, rules: RuleSet) -> Iterator[tuple[int, int, str]]:
    """Where the components of head and ending stand."""
    opening, closing, head = document.zones.opening, document.zones.closing, document.head
    for piece in opening.letterhead:
        if piece.kind == "title":
            motto = piece.low.startswith("độc lập")
            yield piece.start, piece.end, "motto" if motto else "national-title"
        elif piece.kind in ("number", "date"):
            yield piece.start, piece.end, "number" if piece.kind == "number" else "place-date"
    if head.urgency is not None and head.urgency.span is not None:
        yield head.urgency.span.start, head.urgency.span.end, "urgency"
    letter = document.kind == "công văn"
    yield from _pieces((opening.type,) if opening.type else (), "type")
    if document.kind not in rules.without.get("missing-subject", ()):
        # Marks of drafts and of urgency may stand under the subject of a letter.
        subject = tuple(piece for piece in opening.subject if not is_mark(piece))
        yield from _pieces(subject, "letter-subject" if letter else "subject")
    for piece in opening.addressees:
        labelled = address_label(piece.text) > 0
        yield piece.start, piece.end, "addressees-label" if labelled else "addressees"
    if closing is not None:
        yield from _pieces(closing.recipients[:1], "recipients-label")
        yield from _pieces(closing.recipients[1:], "recipients")
        for piece in closing.signature:
            component = _signature_component(piece)
            if component:
                yield piece.start, piece.end, component


def _pieces(pieces: tuple[Piece, ...], component: str) -> Iterator[tuple[int, int, str]]:
    for piece in pieces:
        yield piece.start, piece.end, component


def _signature_component(piece: Piece) -> str | None:
    if piece.kind == "name":
        return "signer-name"
    if _AUTHORITY.match(piece.text):
        return "authority"
    return "signer-title" if is_title(piece.text) else None


def _name_body(lines: list[Line], document: Examined) -> None:
    body = document.zones.body
    bases = {paragraph.start for paragraph in bases_of(document)}
    inside = [line for line in lines if line.span and body.start <= line.span.start < body.end and not line.component]
    after_division = False
    for line in inside:
        assert line.span is not None
        lead = len(line.text) - len(line.text.lstrip())
        text = line.text.strip()
        if _DIVISION.fullmatch(text) and line.alone:
            line.component = "division"
        elif after_division and len(text) < 200 and not text.endswith((".", ";")):
            line.component = "division-title"
        elif line.span.start + lead in bases:
            line.component = "basis"
        elif _ARTICLE.match(text):
            line.component = "article"
        elif _SECTION.match(text) and line.alone and len(text) < 160 and not text.endswith((".", ";", ":", ",")):
            line.component = "section"
        elif line.cell is None:
            line.component = "body"
        after_division = line.component == "division"


def _name_appendices(lines: list[Line], document: Examined) -> None:
    for span in document.zones.appendices:
        inside = [line for line in lines if line.span and span.start <= line.span.start < span.end][:8]
        if not inside or not _APPENDIX.fullmatch(inside[0].text.strip()):
            continue
        inside[0].component = "appendix-label"
        end = next((i for i, line in enumerate(inside) if _ATTACHED.match(line.text.strip())), None)
        if end is None or any(len(line.text) > 250 for line in inside[:end]):
            continue
        inside[end].component = "appendix-reference"
        for line in inside[1:end]:
            if not _MARK.fullmatch(line.text):
                line.component = "appendix-title"
