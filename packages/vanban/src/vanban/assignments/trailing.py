"""Tasks told first and given after: "Nâng cấp mạng nội bộ (Văn phòng chủ trì, quý II/2026)"."""

from __future__ import annotations

import re

from vanban.assignments.drafts import Bodies, bodies_at, due_value, maker, printed_when
from vanban.assignments.targets import targets_of
from vanban.bodies import head_at, is_list_of_bodies
from vanban.dates import find_periods
from vanban.layout import Paragraph
from vanban.model import Assignment, Span, Value
from vanban.structure import Node, words

_DOES = re.compile(
    r"\s(?:là (?:cơ quan|đơn vị) )?(?:chủ trì(?: thực hiện| tham mưu| tổ chức)?|phụ trách|thực hiện|đảm nhiệm"
    r"|chịu trách nhiệm(?: thực hiện)?)(?=\s*(?:[,;.)]|$))"
)
_OPENS = re.compile(r"\s*\((?:do |giao )?|\s[-–]\s+(?:do |giao )?")
_HELPER = re.compile(
    r"[,;]\s+(?P<before>[^,;()]{3,120}?)\s+(?:cùng )?phối hợp(?: thực hiện)?(?=\s*(?:[,;.)]|$))"
    r"|[,;]\s+phối hợp (?:với )?(?P<after>[^;()]{3,200}?)"
    r"(?=\s*(?:[;.)]|, (?:hoàn|trước|trong|thời|quý|tháng)|$))"
)
_PART = re.compile(r"[^,;()]+(?:,\s*(?:I{1,3}V?|[1-4])\s?/[^,;()]+)?")


def trailing_task(node: Node, section: str, document_date: str | None) -> Assignment | None:
    """The task of a paragraph that names its lead in brackets or after a dash at its end, or None."""
    paragraph = node.paragraph
    if paragraph is None:
        return None
    text, plain = paragraph.text, paragraph.plain
    for does in _DOES.finditer(plain, paragraph.body):
        for gap in _OPENS.finditer(plain, paragraph.body, does.start()):
            named = head_at(plain, gap.end()) and is_list_of_bodies(text, plain, gap.end(), does.start())
            if named and words(text[paragraph.body : gap.start()]) > 2:
                return _task(
                    node, paragraph, (gap.start(), gap.end(), does.start(), does.end()), section, document_date
                )
    return None


def _task(
    node: Node, paragraph: Paragraph, places: tuple[int, int, int, int], section: str, document_date: str | None
) -> Assignment:
    """``places``: where the task ends, where the lead begins and ends, and where the verb after it ends."""
    end, first, last, after = places
    when = _when(paragraph, after)
    return Assignment(
        section=section,
        text=paragraph.value(paragraph.body, end, "trailing.task", 0.8),
        span=Span(paragraph.start, paragraph.end),
        basis="inline",
        lead=bodies_at(paragraph, first, last, "trailing.lead", 0.8),
        support=_support(paragraph, after),
        when=when,
        due=due_value(when, document_date),
        targets=targets_of(
            paragraph.text[paragraph.body : end], maker(paragraph, paragraph.body, "sentence.target", 0.7)
        ),
    )


def _support(paragraph: Paragraph, after: int) -> Bodies:
    found = _HELPER.match(paragraph.plain, after)
    if found is None:
        return ()
    start, end = found.span("before" if found["before"] else "after")
    if not is_list_of_bodies(paragraph.text, paragraph.plain, start, end):
        return ()
    return bodies_at(paragraph, start, end, "trailing.support", 0.8)


def _when(paragraph: Paragraph, after: int) -> Value[str] | None:
    """The time after the bodies: "…, quý II/2026)", "…, hoàn thành trước ngày 10/02/2026."."""
    limit = printed_when(paragraph, after, len(paragraph.text))
    if limit is not None:
        return limit
    for part in _PART.finditer(paragraph.text, after):
        if find_periods(part[0]):
            named = re.match(r"\s*(?:thời (?:gian|hạn)[^:]{0,20}:|hoàn thành)?\s*", part[0], re.IGNORECASE)
            start = part.start() + (named.end() if named else 0)
            return paragraph.value(start, part.start() + len(part[0].rstrip(" .")), "trailing.when", 0.8)
    return None
