"""What the kinds of assignments share: values of bodies, the time printed in a sentence, the finished entry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.assignments.deadlines import EVERY, RELATIVE, Make, deadlines_of
from vanban.assignments.targets import targets_of
from vanban.bodies import split_bodies, supporters
from vanban.dates import Period, due_of, find_periods
from vanban.layout import Paragraph
from vanban.model import Assignment, Basis, Span, Value
from vanban.structure import Node

Bodies = tuple[Value[str], ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Bodies that a heading or a sentence before a list gives to what stands under it."""

    lead: Bodies = ()
    support: Bodies = ()
    basis: Basis = "heading"
    only_duties: bool = False  # what does not begin with a verb of duty is about the bodies and no task of theirs


def bodies_at(paragraph: Paragraph, start: int, end: int, rule: str, confidence: float) -> Bodies:
    """The bodies of the list ``text[start:end]``."""
    return tuple(
        paragraph.value(a, b, rule, confidence) for a, b in split_bodies(paragraph.text, paragraph.plain, start, end)
    )


def maker(paragraph: Paragraph, start: int, rule: str, confidence: float) -> Make:
    """Makes values of stretches that are counted from ``start``."""
    return lambda a, b: paragraph.value(start + a, start + b, rule, confidence)


def due_value(when: Value[str] | None, document_date: str | None) -> Value[str] | None:
    """The due date that follows from a printed period."""
    due = due_of(when.value, document_date) if when else None
    return Value(due, when.span, when.confidence, "derived.due") if when and due else None


_BEFORE = re.compile(
    r"(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|đến|trước|vào))?|trước|đến\s+hết|đến\s+trước|xong|trong|vào|hết"
    r"|từ)\s+(?:hết\s+|thời điểm\s+)?(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{2}\s*(?:phút|')?)?,?\s+)?(?:ngày|tháng|quý"
    r"|năm)?\s*$"
)
_FIRM = re.compile(r"chậm nhất|muộn nhất|trước|đến\s+hết|hết\s|xong")
_DIGIT = re.compile(r"\d")
_DONE = re.compile(r"hoàn thành|xong|hoàn tất|báo cáo|gửi|trình")
_RHYTHM = re.compile(
    r"định k[ỳì]\s+(?:h[àằ]ng\s+)?(?:\d{1,2}\s+)?(?:ngày|tuần|tháng|quý|năm)(?:(?:\s*(?:,|và|/"
    r"|;)\s*)(?:h[àằ]ng\s+)?(?:\d{1,2}\s+)?(?:ngày|tuần|tháng|quý|năm)(?!\w))*(?!\w)"
)


_CLOSES = re.compile(r"\s*(?:[.;)]|$)")


def _sets_a_limit(plain: str, start: int, first: int, word: str, period: Period) -> bool:
    """Whether a period after ``word`` ("trong", "trước") limits the task; a year may be that of what the task is about.

    ``first`` is where the word stands in ``plain``; the period is counted from ``start``.
    """
    loose = (period.last - period.first).days > 300 or word.split()[0] == "hết"
    if _FIRM.match(word) or not loose or _DONE.search(plain, max(start, first - 40), first):
        return True
    return word.startswith("trong") and _CLOSES.match(plain, start + period.end) is not None


def printed_when(paragraph: Paragraph, start: int, end: int) -> Value[str] | None:
    """A date or period that a sentence sets for its task ("trước ngày …", "hoàn thành trong quý …")."""
    counted = EVERY.search(paragraph.plain, start, end) or RELATIVE.search(paragraph.plain, start, end)
    if counted:
        return paragraph.value(counted.start(), counted.end(), "sentence.deadline", 0.75)
    text = paragraph.text[start:end]
    if not _DIGIT.search(text):
        return None
    for period in find_periods(text):
        before = paragraph.plain[max(start, start + period.start - 45) : start + period.start]
        found = _BEFORE.search(before)
        if not found:
            continue
        first = start + period.start - len(before) + found.start()
        word = found[0].split()[0]
        if word == "từ":
            later = [p for p in find_periods(text) if p.start > period.end and p.start - period.end < 30]
            if not later:
                continue
            return paragraph.value(first, start + later[0].end, "sentence.period", 0.7)
        if not _sets_a_limit(paragraph.plain, start, first, found[0], period):
            continue
        return paragraph.value(first, start + period.end, "sentence.deadline", 0.75)
    return None


def printed_frequency(paragraph: Paragraph, start: int, end: int) -> Value[str] | None:
    """A rhythm printed in a sentence ("định kỳ quý, 6 tháng, năm")."""
    found = _RHYTHM.search(paragraph.plain, start, end)
    return paragraph.value(found.start(), found.end(), "sentence.rhythm", 0.6) if found else None


def sentence_task(
    node: Node,
    start: int,
    end: int,
    given: Given,
    section: str,
    document_date: str | None,
    confidence: float,
) -> Assignment | None:
    """The task that ``text[start:end]`` of a paragraph tells, given to the bodies of ``given``."""
    paragraph = node.paragraph
    if paragraph is None or not paragraph.text[start:end].strip(" .;:"):
        return None
    support = given.support
    named = supporters(paragraph.text, paragraph.plain, start, end)
    if named:
        support = bodies_at(paragraph, *named, f"{given.basis}.support", confidence)
    when = printed_when(paragraph, start, end)
    text = paragraph.value(
        start, start + len(paragraph.text[start:end].rstrip(" .;/:")), f"{given.basis}.task", confidence
    )
    assert text.span is not None
    return Assignment(
        section=section,
        text=text,
        span=Span(
            min(paragraph.start, text.span.start), paragraph.end if end == len(paragraph.text) else text.span.end
        ),
        basis=given.basis,
        lead=given.lead,
        support=support,
        when=when,
        frequency=printed_frequency(paragraph, start, end),
        due=due_value(when, document_date),
        targets=targets_of(paragraph.text[start:end], maker(paragraph, start, "sentence.target", 0.7)),
        deadlines=deadlines_of(
            paragraph.text[start:end], maker(paragraph, start, "sentence.deadline", 0.75), document_date
        ),
    )
