"""Rules of how a document names others: complete at first, short afterwards, and without contradictions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vanban.check.examine import Examined
from vanban.check.model import Finding
from vanban.check.rules import RuleSet
from vanban.citations import number_key
from vanban.dates import date_at
from vanban.model import Citation, Span
from vanban.types import OTHER, type_of_symbol

_LAW = re.compile(r"(?:luật|bộ luật|pháp lệnh|hiến pháp)\b", re.IGNORECASE)
_ISSUER = re.compile(r"\b(?:của|do|ban hành|ký)\b", re.IGNORECASE)
#: "Ủy ban nhân dân tỉnh … tại Văn bản số …" names the issuer before the document.
_ISSUED_BY = re.compile(rf"{_ISSUER.pattern}|\btại (?:\w+ ){{1,4}}số\s*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:về|quy định|ban hành|phê duyệt|hướng dẫn|triển khai|thực hiện|sửa đổi|thành lập|quy chế|chương trình|"
    r"kế hoạch|tổ chức|công bố|giao|bãi bỏ|bổ sung|kết luận|tăng cường|đẩy mạnh|nâng cao|phát triển|phát động)\b|[“\"]",
    re.IGNORECASE,
)
#: "Theo đề nghị của … tại Tờ trình số …" names a proposal, as the forms of Phụ lục III do.
_PROPOSED = re.compile(r"(?:theo đề nghị|xét)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;](?:\s|$)")
_AFTER, _BEFORE = 320, 130


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document: ``date`` ISO, ``type`` one of :data:`vanban.model.TYPES`."""

    date: str | None = None
    type: str | None = None


def facts_in(document: Examined) -> dict[str, Facts]:
    """What a document tells of itself and of those it cites, by number with symbol."""
    facts = {
        citation.number.value: Facts(
            citation.date.value if citation.date and not citation.other_dates else None,
            citation.type.value if citation.type and citation.type.rule == "citation.type" else None,
        )
        for citation in document.cited
    }
    head = document.head
    if head.number is not None:
        facts[head.number.value] = Facts(head.date.value if head.date else None, head.type.value if head.type else None)
    return facts


def citation_findings(document: Examined, rules: RuleSet, known: Mapping[str, Facts]) -> Iterator[Finding | None]:
    """Findings of the citations; ``known`` maps numbers with symbols to what is known of them."""
    facts = {number_key(number): value for number, value in known.items()}
    for citation in document.cited:
        yield from _contradictions(citation, rules)
        if (told := facts.get(number_key(citation.number.value))) is not None:
            yield from _against_known(citation, rules, told)
        if not document.is_form:
            yield from _completeness(document, citation, rules)


def _contradictions(citation: Citation, rules: RuleSet) -> Iterator[Finding | None]:
    number = citation.number.value
    if citation.other_dates and citation.date:
        dates = ", ".join(_day(value.value) for value in (citation.date, *citation.other_dates))
        yield rules.finding("citation-dates", citation.other_dates[0].span, found=number, dates=dates)
    symbol = re.sub(r"^\d+[a-zđ]?[-/](?:\d{4}/)?", "", number)
    told = type_of_symbol(symbol)
    printed = citation.type
    if (
        printed is not None
        and printed.rule == "citation.type"
        and told not in (None, OTHER, printed.value)
        and not (told == "công văn" or printed.value == OTHER)
    ):
        yield rules.finding("citation-type", printed.span, found=number, type=printed.value, told=told or "")


def _against_known(citation: Citation, rules: RuleSet, known: Facts) -> Iterator[Finding | None]:
    number = citation.number.value
    date = citation.date
    if (
        date is not None
        and known.date
        and not known.date.startswith(date.value)
        and not date.value.startswith(known.date)
    ):
        yield rules.finding(
            "citation-known", date.span, found=number, what="ngày", printed=_day(date.value), known=_day(known.date)
        )
    kind = citation.type
    if (
        kind is not None
        and known.type not in (None, OTHER)
        and kind.value not in (OTHER, known.type)
        and kind.rule == "citation.type"
    ):
        yield rules.finding(
            "citation-known", kind.span, found=number, what="tên loại", printed=kind.value, known=known.type or ""
        )


def _completeness(document: Examined, citation: Citation, rules: RuleSet) -> Iterator[Finding | None]:
    """The first citation in the body has everything, later ones only type, number and symbol."""
    start, end = document.zones.body.start, document.zones.body.end
    mentions = sorted((span for span in citation.mentions if start <= span.start < end), key=lambda span: span.start)
    if not mentions or _is_law(document, citation, mentions[0]):
        return
    first = mentions[0]
    missing = _missing(document, citation, first)
    if missing:
        yield rules.finding("citation-incomplete", first, found=citation.number.value, missing=", ".join(missing))
    if missing != []:
        return
    for span in mentions[1:]:
        date = date_at(document.text, _skip_blanks(document.text, span.end))
        if date is not None and len(date.value) == 10:
            yield rules.finding("citation-again", Span(span.start, date.span.end), found=citation.number.value)


def _is_law(document: Examined, citation: Citation, first: Span) -> bool:
    before = document.text[max(0, first.start - 120) : first.start]
    return "QH" in citation.number.value or _LAW.search(before.rsplit(".", 1)[-1]) is not None


def _missing(document: Examined, citation: Citation, first: Span) -> list[str] | None:
    """What the first citation surely lacks; None where that cannot be told."""
    index = bisect_right(document.paragraphs, first.start, key=lambda paragraph: paragraph.start) - 1
    paragraph = document.paragraphs[index] if index >= 0 else None
    if paragraph is None or first.start >= paragraph.end or _PROPOSED.match(paragraph.text):
        return None
    start, end = bisect_left(paragraph.at, first.start), bisect_left(paragraph.at, first.end)
    if paragraph.at[start] != first.start:
        return None  # in a footnote, which is taken out of its paragraph
    after = _CLAUSE_END.split(paragraph.text[end : end + _AFTER], maxsplit=1)[0]
    before = paragraph.text[max(0, start - _BEFORE) : start]
    missing = []
    if citation.date is None:
        missing.append("thời gian ban hành")
    if not _ISSUER.search(after) and not _ISSUED_BY.search(before):
        missing.append("cơ quan ban hành")
    if not _ABOUT.search(after) and not _ABOUT.search(before):
        missing.append("trích yếu")
    return missing


def _skip_blanks(text: str, at: int) -> int:
    match = re.compile(r"[\s,(]*").match(text, at)
    return match.end() if match else at


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
