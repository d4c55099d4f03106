"""The body of a document: its outline, its assignments and what is odd about its numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.assignments import read_assignments
from vanban.furniture import footnote
from vanban.layout import Block, Paragraph, read_blocks
from vanban.model import Assignment, Footnote, Heading, Remark, Span
from vanban.outline import find_headings, numbering_remarks, outline_of
from vanban.source import Source
from vanban.structure import build

_APPENDIX = re.compile(r"[\s|*_#]*(?:phụ lục|phụ biểu|biểu|mẫu|danh mục|danh sách|đề cương)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """What the body and the appendices say."""

    outline: tuple[Heading, ...]
    assignments: tuple[Assignment, ...]
    remarks: tuple[Remark, ...]
    footnotes: tuple[Footnote, ...] = ()


def read_body(
    source: Source,
    body: Span,
    appendices: tuple[Span, ...] = (),
    *,
    document_type: str | None = None,
    document_date: str | None = None,
) -> Body:
    """Read the body, and the tables of appendices; an attached document that is no appendix is read like a body.

    ``document_type`` is one of :data:`vanban.model.TYPES`, ``document_date`` is ISO (a month or year is enough).
    """
    blocks = read_blocks(source, body.start, body.end)
    footnotes = _footnotes(source, blocks)
    root = build(blocks)
    headings = find_headings(root)
    outline = list(outline_of(headings))
    remarks = numbering_remarks(root)
    assignments = read_assignments(root, document_type=document_type, document_date=document_date)
    for span in appendices:
        blocks = read_blocks(source, span.start, span.end)
        footnotes += _footnotes(source, blocks)
        appendix = build(blocks)
        named = find_headings(appendix)
        is_annex = _is_annex(source, span)
        if not _is_form(source, span):
            outline.extend(outline_of(named))
            remarks.extend(numbering_remarks(appendix))
        tasks = read_assignments(
            appendix, document_type=document_type, document_date=document_date, path="PL" if is_annex else ""
        )
        shares_out = _SHARES_OUT.search(source.text, span.start, min(span.end, span.start + 600)) is not None
        kept = ("table", "field", "heading") if shares_out else ("table", "field")
        assignments.extend(task for task in tasks if not is_annex or task.basis in kept)
    return Body(tuple(outline), tuple(assignments), tuple(remarks), tuple(footnotes))


def _footnotes(source: Source, blocks: list[Block]) -> list[Footnote]:
    notes = [note for block in blocks if isinstance(block, Paragraph) for note in block.notes]
    return [footnote(note, source.text) for note in notes]


_SHARES_OUT = re.compile(r"phân công|nhiệm vụ", re.IGNORECASE)
_FORM = re.compile(r"[\s|*_#]*(?:mẫu|biểu|đề cương)\b", re.IGNORECASE)
_BLANKS = re.compile(r"…{2,}|\.{6,}|_{6,}")


def _is_form(source: Source, span: Span) -> bool:
    """True for a form to be filled in: its headings are not the document's."""
    if _FORM.match(source.text, span.start, span.end):
        return True
    return len(_BLANKS.findall(source.text, span.start, span.end)) > 2


def _is_annex(source: Source, span: Span) -> bool:
    return _APPENDIX.match(source.text, span.start, span.end) is not None
