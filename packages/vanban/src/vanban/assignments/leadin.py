"""Sentences that give what follows to the bodies they name: "… yêu cầu các cấp ủy, … thực hiện tốt một số nội dung"
" sau:"."""

from __future__ import annotations

import re

from vanban.assignments.drafts import Given, bodies_at
from vanban.bodies import (
    find_duty,
    head_at,
    is_list_of_bodies,
    may_follow_clause,
    name_before_duty,
    supporters,
    title_bodies,
)
from vanban.layout import Paragraph
from vanban.structure import Node

_ORDERS = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao(?: nhiệm vụ)?(?: cho)?|phân công|kêu gọi|đôn đốc"
    r"|giao trách nhiệm(?: cho)?)\s+(?=\w)"
)
_FOLLOWS = re.compile(
    r"(?:sau|sau đây|dưới đây|sau này|cụ thể|trọng tâm|đây|nội dung|nhiệm vụ|công việc|việc)\s*[:.]?\s*$"
)
_OWN_DEED = re.compile(
    r"(?:xây dựng|ban hành|thông báo|báo cáo|hướng dẫn|đề ra|lập|kết luận|quyết định|triển khai kế hoạch|điều chỉnh"
    r"|có ý kiến|trả lời|đề xuất|kiến nghị)\b"
)
_MUST = re.compile(
    r"\b(?:cần|phải|tập trung|có trách nhiệm|thực hiện|triển khai|cụ thể hóa|chủ động|nghiêm túc|quán triệt|khẩn trương"
    r"|tổ chức|chỉ đạo|chủ trì|phối hợp|tiếp tục)\b"
)
_PAST = re.compile(r"(?:đã|đang|được|có)\b")
_SENTENCE = re.compile(r"[.]\s+(?=[^\W\d_])")


def lead_in(node: Node) -> Given | None:
    """The bodies to which the sentence gives the list that follows it, or None if it is no such sentence."""
    paragraph = node.paragraph
    if paragraph is None:
        return None
    text, plain = paragraph.text, paragraph.plain
    end = len(text.rstrip())
    if not text[:end].endswith(":") and not (
        _FOLLOWS.search(plain, max(0, end - 40), end) and end > 60 and "như sau" in plain[-30:]
    ):
        return None
    start = paragraph.body
    for stop in _SENTENCE.finditer(plain, start, end - 1):
        if text[stop.end()].isupper():
            start = stop.end()
    named = title_bodies(text, plain, start, end) if text[:end].endswith(":") else None
    if named is not None:
        return Given(bodies_at(paragraph, *named, "heading.lead", 0.85), (), "heading")
    ordered = _ordered(paragraph, start, end)
    if ordered is not None:
        return ordered
    return _subject(paragraph, start, end)


def _ordered(paragraph: Paragraph, start: int, end: int) -> Given | None:
    """ "… yêu cầu X, Y thực hiện …:"."""
    text, plain = paragraph.text, paragraph.plain
    for order in _ORDERS.finditer(plain, start, end):
        at = order.end()
        if not head_at(plain, at):
            continue
        stop, _ = find_duty(text, plain, at, end)
        first, last = at, stop
        while last > first and text[last - 1] in " ,:;":
            last -= 1
        if is_list_of_bodies(text, plain, first, last):
            return _given(paragraph, first, last, stop, end)
    return None


def _subject(paragraph: Paragraph, start: int, end: int) -> Given | None:
    """ "…, các bộ, cơ quan ngang bộ cần triển khai thực hiện các nhiệm vụ sau đây:"."""
    text, plain = paragraph.text, paragraph.plain
    starts = [start, *(gap.end() for gap in re.finditer(r",\s+|;\s+", plain[start:end]))]
    for offset in [start, *(start + s for s in starts[1:])]:
        if offset > start and not may_follow_clause(text, plain, offset):
            continue
        naming = name_before_duty(text, plain, offset, end)
        if naming is None:
            continue
        if (
            _OWN_DEED.match(plain, naming.duty)
            or _PAST.match(plain, naming.duty)
            or not _MUST.search(plain, naming.duty, end)
        ):
            return None
        return _given(paragraph, naming.start, naming.end, naming.duty, end)
    return None


def _given(paragraph: Paragraph, first: int, last: int, duty: int, end: int) -> Given:
    support = supporters(paragraph.text, paragraph.plain, duty, end)
    return Given(
        bodies_at(paragraph, first, last, "lead-in.lead", 0.7),
        bodies_at(paragraph, *support, "lead-in.support", 0.7) if support else (),
        "lead-in",
    )
