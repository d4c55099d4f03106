"""A Word file that was read, cut into the pieces that a draft is made of, so that the two can be laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from vanban import Assignment, Document

_ARTICLE = re.compile(r"(?:Điều|ĐIỀU) \d+[.:]\s*")
_LABEL = re.compile(r"(?:[IVX]+|\d{1,2}|[a-zđ])[.)]\s+")
_ITEM = re.compile(r"[-–+•]\s*")
_END = re.compile(r"(?:\./\.|;|\.)\s*$")
_RECIPIENTS = re.compile(r"\s*Nơi nhận\s*:?\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """A row of a task table as printed; lists joined as a draft writes them."""

    text: str
    lead: str = ""
    support: str = ""
    when: str = ""
    frequency: str = ""
    product: str = ""


@dataclass(slots=True)
class Piece:
    """A section: its heading ("" where it has none), the lines below it and the rows of its tables."""

    title: str = ""
    level: int = 1
    lines: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def pieces_of(document: Document, known: Mapping[str, int], bases: Iterable[str] = ()) -> list[Piece]:
    """The pieces between head and signature, in their order. The draft's own ``bases`` are not among them.

    ``known`` are the titles of the draft with their levels: a heading without a text of its own is none to the reader.
    """
    start, end = _body(document)
    headings = {heading.span.start: heading for heading in document.outline if start <= heading.span.start < end}
    tables = [task for task in document.assignments if task.basis == "table"]
    own_bases = {_bare(basis) for basis in bases}
    pieces, at = [Piece()], start
    for line in document.text[start:end].splitlines(keepends=True):
        here, at = at, at + len(line)
        if not line.strip():
            continue
        heading = headings.get(here + len(line) - len(line.lstrip()))
        title = _LABEL.sub("", line.strip())
        if heading is not None:
            pieces.append(Piece(heading.title, heading.level))
        elif title in known and title != line.strip():
            pieces.append(Piece(title, known[title]))
        elif article := _ARTICLE.match(line):
            pieces.append(Piece(lines=[_bare(line[article.end() :])]))
        elif row := _row(tables, here, at):
            pieces[-1].rows.append(row)
        elif (text := _text(line)) and text not in own_bases:
            pieces[-1].lines.append(text)
    return [piece for piece in pieces if piece.title or piece.lines or piece.rows]


def _body(document: Document) -> tuple[int, int]:
    """Where the head ends and the ending begins."""
    head = (document.number, document.symbol, document.place, document.date, document.subject, *document.addressees)
    starts = [value.span.end for value in head if value is not None and value.span is not None]
    start = document.text.find("\n", max(starts, default=0))
    signatory = document.signatory
    ending = (signatory.authority, signatory.title, signatory.name, *document.recipients)
    ends = [value.span.start for value in ending if value is not None and value.span is not None]
    end = min([end for end in ends if end > start], default=len(document.text))
    return max(start, 0), document.text.rfind("\n", 0, end) + 1


def _row(tables: list[Assignment], start: int, end: int) -> Row | None:
    task = next((task for task in tables if start <= task.text.span.start < end), None) if tables else None  # type: ignore[union-attr]
    if task is None:
        return None
    printed = {name: value.value for name in ("when", "frequency", "product") if (value := getattr(task, name))}
    return Row(task.text.value, _joined(task, "lead"), _joined(task, "support"), **printed)


def _joined(task: Assignment, name: str) -> str:
    return "; ".join(value.value for value in getattr(task, name))


def _text(line: str) -> str:
    """The line as a draft holds it: without end mark, items with a dash; "" for what the composer writes itself."""
    line = line.strip()
    if not line or "|" in line or _RECIPIENTS.match(line):
        return ""
    item = _ITEM.match(line)
    return f"- {_bare(line[item.end() :])}" if item else _bare(line)


def _bare(text: str) -> str:
    return _END.sub("", text.strip()).strip()


def matched(ours: list[str], theirs: list[str], least: float) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of places, in the order of ``theirs``, then what only ``ours`` has: equal texts first, then near ones."""
    from rapidfuzz import fuzz

    free = set(range(len(ours)))
    partner: dict[int, int] = {}
    for exact in (True, False):
        for there, text in enumerate(theirs):
            if there in partner:
                continue
            scores = {here: 100.0 if exact else fuzz.ratio(ours[here], text) for here in free}
            scores = {here: score for here, score in scores.items() if not exact or ours[here] == text}
            best = max(scores, key=lambda here: (scores[here], -abs(here - there)), default=None)
            if best is not None and scores[best] >= least * 100:
                partner[there] = best
                free.discard(best)
    yield from ((partner.get(there), there) for there in range(len(theirs)))
    yield from ((here, None) for here in sorted(free))
