"""Checks an official document against the form that Nghị định 30/2020/NĐ-CP or Hướng dẫn 36-HD/VPTW gives it."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from vanban.check.bodies import body_findings
from vanban.check.citing import Facts, citation_findings, facts_in
from vanban.check.departures import Departure, Looks
from vanban.check.endings import ending_findings
from vanban.check.examine import Examined, examine
from vanban.check.formatting import Formats
from vanban.check.heads import head_findings
from vanban.check.layout import Layout
from vanban.check.model import Finding, Report
from vanban.check.page import Sheet
from vanban.check.printed import read_printed
from vanban.check.prose import Prose
from vanban.check.rules import RuleSet, rules_for
from vanban.check.unicode import unicode_findings
from vanban.check.wordings import parent_findings, term_findings
from vanban.model import Document, Remark
from vanban.source import Source
from vanban.sources import open_source
from vanban.sources.docx import WordFile, open_docx
from vanban.sources.kinds import kind_of
from vanban.sources.limits import MAX_BYTES, TOO_LARGE, Unreadable, unreadable

__all__ = ["Facts", "Finding", "Report", "check"]

_TEXT_ONLY = Remark(
    "layout", "Tệp không phải .docx: chỉ kiểm được nội dung chữ; khổ giấy, lề, phông, cỡ chữ chỉ kiểm được trên .docx."
)
_NO_RULES = Remark(
    "rules",
    "Không có bộ quy tắc thể thức cho loại văn bản hoặc ngày ban hành này; chỉ kiểm theo các quy tắc chung.",
)
_SEVERITY = ("error", "warning", "note")

Checkable = str | os.PathLike[str] | bytes | Document


@dataclass(slots=True)
class Inspection:
    """What a check saw on its way to the report: ``departures`` are findings of layout with what mends them."""

    report: Report
    departures: list[Departure] = field(default_factory=list)


def check(source: Checkable, *, known: Mapping[str, Facts] | None = None, parent: Checkable | None = None) -> Report:
    """Findings for a document: a path, the bytes of a file, or a document that was read.

    ``known`` maps numbers with symbols ("12/KH-UBND") to what is known of those documents; ``parent`` is the document
    from above that this one carries out: its words and what it tells of itself and others are held against this one.
    Input that cannot be read gives a report with a remark of kind "unreadable";
    only a missing file raises, as :class:`FileNotFoundError`. Layout is looked at in a .docx only.
    """
    return inspect(source, known=known, parent=parent).report


def inspect(
    source: Checkable, *, known: Mapping[str, Facts] | None = None, parent: Checkable | None = None
) -> Inspection:
    """Like :func:`check`, with what :func:`vanban.check.mend.fix` needs."""
    opened = _open(source)
    text, word = opened.source, opened.word
    if not text.text:
        return Inspection(Report(remarks=text.remarks))
    document = examine(text, signed=opened.signed)
    rules = rules_for(document.head.system.value if document.head.system else None, document.day)
    remarks = [*text.remarks]
    above = None if parent is None else _above(parent, remarks)
    facts = {**(facts_in(above) if above else {}), **(known or {})}
    findings = [finding for finding in _text_findings(document, rules, facts) if finding is not None]
    if above is not None:
        findings += [finding for finding in parent_findings(document, rules, above.text) if finding is not None]
    departures = _departures(word, document, rules, remarks)
    if word is not None:
        findings += [finding for finding in unicode_findings(word, rules) if finding is not None]
    findings += [departure.finding for departure in departures]
    findings = [_on_page(finding, text) for finding in findings]
    findings.sort(key=lambda finding: (finding.span.start if finding.span else -1, _SEVERITY.index(finding.severity)))
    if rules.system is None:
        remarks.append(_NO_RULES)
    return Inspection(Report(tuple(findings), (rules.name,), tuple(remarks), text.text), departures)


def _above(parent: Checkable, remarks: list[Remark]) -> Examined | None:
    """The document from above; where it cannot be read, a remark is added."""
    source = _open(parent).source
    if not source.text:
        remarks.extend(Remark("parent", f"Không đối chiếu được văn bản cấp trên. {r.message}") for r in source.remarks)
        return None
    return examine(source)


def _on_page(finding: Finding, source: Source) -> Finding:
    """The finding with the number of its page, where the source has pages."""
    span = finding.span
    if span is None or not source.pages:
        return finding
    page = source.pages[max(0, bisect_right(source.pages, span.start, key=lambda page: page.start) - 1)]
    return replace(finding, span=replace(span, page=page.number))


def _text_findings(document: Examined, rules: RuleSet, known: Mapping[str, Facts]) -> Iterator[Finding | None]:
    yield from head_findings(document, rules)
    yield from body_findings(document, rules)
    yield from ending_findings(document, rules)
    yield from citation_findings(document, rules, known)
    yield from term_findings(document, rules)


def _departures(word: WordFile | None, document: Examined, rules: RuleSet, remarks: list[Remark]) -> list[Departure]:
    """What departs in the layout; where that cannot be looked at, a remark is added."""
    if word is None:
        remarks.append(_TEXT_ONLY)
        return []
    if not rules.components:
        return []
    try:
        lines = read_printed(word, document, rules)
        formats = Formats(word.package)
        looks = Looks(formats)
        return [
            *Sheet(word, lines, formats, rules).departures(),
            *Layout(lines, looks, rules).departures(),
            *Prose(lines, looks, rules).departures(),
        ]
    except Unreadable as broken:  # a part beside the main text: styles, a header
        remarks.append(Remark("layout", f"Không kiểm được trình bày. {broken.message}"))
        return []


@dataclass(frozen=True, slots=True)
class _Opened:
    """What is checked; ``word`` is there for a .docx only."""

    source: Source
    word: WordFile | None = None
    signed: bool = False


def _open(source: Checkable) -> _Opened:
    if isinstance(source, Document):
        return _Opened(Source(source.text, "text", remarks=source.remarks), signed=bool(source.signatures))
    if not isinstance(source, bytes):
        path = Path(source)
        try:
            if path.stat().st_size > MAX_BYTES:
                return _Opened(unreadable(TOO_LARGE))
            source = path.read_bytes()
        except FileNotFoundError:
            raise
        except (OSError, ValueError):
            return _Opened(unreadable(f"“{path.name}” không mở được (là thư mục, hoặc không có quyền đọc)."))
    return _open_bytes(source)


def _open_bytes(data: bytes) -> _Opened:
    try:
        if len(data) <= MAX_BYTES and kind_of(data) == "docx":
            word = open_docx(data)
            return _Opened(word.source, word)
    except Unreadable as refusal:
        return _Opened(unreadable(refusal.message, refusal.kind))
    return _Opened(open_source(data), signed=data.startswith(b"%PDF") and b"/ByteRange" in data)
