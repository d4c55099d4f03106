"""Sentences that name the body they task: "Giao Sở X chủ trì …", "5. Công an tỉnh phối hợp …"."""

from __future__ import annotations

import re

from vanban.assignments.drafts import Given, bodies_at, sentence_task
from vanban.bodies import Naming, find_duty, head_at, is_list_of_bodies, may_follow_clause, name_before_duty
from vanban.model import Assignment
from vanban.officewords import ORDER
from vanban.structure import Node

_CLAUSE = re.compile(
    r"(?:căn cứ|trên cơ sở|kết thúc|định kỳ|h[àằ]ng (?:năm|quý|tháng|tuần)|trước ngày|chậm nhất|sau khi|để|khi"
    r"|đối với|thực hiện (?:công văn|kế hoạch|chỉ thị|nghị quyết|quyết định|ý kiến|chỉ đạo|văn bản|thông báo"
    r"|chương trình|kết luận|quy định)|đồng thời|ngoài ra|trước mắt|trong (?:tháng|quý|năm)|từ ngày|theo|nhân dịp"
    r"|riêng|nhằm|về [^,.;:]{3,120}:)(?!\w)"
)
_AFTER_CLAUSE = re.compile(r"[,:] ")
_ISSUER_ORDERS = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|giao(?: cho)?|phân công)\s+(?=\w)")
_ORDER_BEFORE = re.compile(r"(?<!\w)(?:yêu cầu|đề nghị|giao|giao cho|phân công|kiến nghị)(?: quý)?\s+$")
_CLOSING = re.compile(
    r"(?:trên đây (?:là|đây)?|trong quá trình|quá trình (?:tổ chức|triển khai|thực hiện)|nếu có (?:khó|vướng|phát)"
    r"|(?:rất|kính) mong|(?:xin )?trân trọng|mọi (?:vướng|thông tin|khó)|nhận được (?:công văn|kế hoạch|văn bản"
    r"|chỉ thị|thông báo)"
    r"|(?:chỉ thị|nghị quyết|quyết định|kế hoạch|công văn|quy chế|hướng dẫn|chương trình) này\b)"
)
_REPEATS = re.compile(r"căn cứ (?:ý kiến|nội dung|kế hoạch|chỉ thị|công văn|văn bản)[^,]{0,60},")
_ENFORCEMENT = re.compile(
    r"(?:chịu )?trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện|triển khai thực hiện)(?: và)? (?:quyết định"
    r"|nghị quyết|chỉ thị|kế hoạch|quy chế|thông báo) này"
    r"|(?:thi hành|căn cứ) quyết định (?:này )?thi hành|thi hành (?:quyết định|nghị quyết) này"
)
_PAST = re.compile(r"\b(?:đã|được)\b")
# What the issuer itself does in saying so.
_OWN_ACTS = re.compile(
    r"(?:cơ bản )?thống nhất (?:các|chủ trương|đánh giá|thông qua|ban hành|cao|như|một số|những|kết luận|nội dung)\b"
    r"|biểu dương|ghi nhận|đánh giá cao|hoan nghênh|nhất trí|thông qua|kết luận\b|nhấn mạnh"
)
_SENTENCES = re.compile(
    r"[.;:]\s+(?=(?:đồng thời,? )?(?:giao|đề nghị|yêu cầu)\s)"
    r"|;\s+(?=(?:sở|phòng|ban|công an|trung tâm|văn phòng|ủy ban|ubnd|trạm|bộ|cục|đoàn|hội)\s)"
)


def is_closing(node: Node) -> bool:
    """True for a closing paragraph or the enforcement clause, which give nobody a task of his own."""
    paragraph = node.paragraph
    if paragraph is None:
        return False
    if _CLOSING.match(paragraph.plain, paragraph.body) or is_enforcement(node):
        return True
    return node.label is None and _REPEATS.match(paragraph.plain) is not None


def is_enforcement(node: Node) -> bool:
    paragraph = node.paragraph
    return paragraph is not None and _ENFORCEMENT.search(paragraph.plain, paragraph.body) is not None


def is_ordered(plain: str, naming: Naming) -> bool:
    """True when an order ("Giao", "đề nghị") stands in front of the bodies."""
    return _ORDER_BEFORE.search(plain, max(0, naming.start - 30), naming.start) is not None


def naming_of(node: Node, start: int | None = None, *, clauses: bool = True) -> Naming | None:
    """The bodies that the first sentence of a paragraph names in front of their duty, or None.

    With ``clauses`` the sentence may begin with a clause ("Trước ngày …, các thôn báo cáo").
    """
    paragraph = node.paragraph
    if paragraph is None:
        return None
    text, plain = paragraph.text, paragraph.plain
    begin = paragraph.body if start is None else start
    stop = _sentence_end(text, begin)
    naming = name_before_duty(text, plain, begin, stop)
    if naming is None and clauses and _CLAUSE.match(plain, begin):
        for gap in _AFTER_CLAUSE.finditer(plain, begin, min(stop, begin + 250)):
            if may_follow_clause(text, plain, gap.end()):
                naming = name_before_duty(text, plain, gap.end(), stop)
                if naming is not None:
                    break
    if naming is None and not clauses:
        return None
    if naming is None:
        return _issuer_order(text, plain, begin, stop)
    if _PAST.match(plain, naming.duty):
        return None
    if ORDER.match(plain, begin):
        return naming
    if _OWN_ACTS.match(plain, naming.duty):
        return None
    order = _ISSUER_ORDERS.match(plain, naming.duty)
    return _issuer_order(text, plain, begin, stop) if order and head_at(plain, order.end()) else naming


def _issuer_order(text: str, plain: str, begin: int, stop: int) -> Naming | None:
    """ "Ủy ban nhân dân xã yêu cầu các thôn báo cáo …": the bodies after the order."""
    for order in _ISSUER_ORDERS.finditer(plain, begin, stop):
        if not head_at(plain, order.end()) or ORDER.match(plain, begin):
            continue
        before = plain[begin : order.start()]
        if not (head_at(before) or _CLAUSE.match(before)):
            return None
        at, _ = find_duty(text, plain, order.end(), stop)
        last = at
        while last > order.end() and text[last - 1] in " ,:;":
            last -= 1
        if at < stop and is_list_of_bodies(text, plain, order.end(), last):
            return Naming(order.end(), last, at)
    return None


def _sentence_end(text: str, start: int) -> int:
    stop = re.search(r"(?<![.\s][A-ZĐ])(?<!TP)(?<!\bP)\.\s+(?=[^\W\d_])", text[start:])
    while stop and not text[start + stop.end()].isupper():
        following = re.search(r"\.\s+(?=[^\W\d_])", text[start + stop.end() :])
        if following is None:
            return len(text)
        return start + stop.end() + following.start() + 1
    return start + stop.start() + 1 if stop else len(text)


def later_order(node: Node, start: int) -> Naming | None:
    """The bodies of the first sentence after ``start`` that begins with an order: "Đồng ý. Giao Sở A …"."""
    paragraph = node.paragraph
    assert paragraph is not None
    for gap in _SENTENCES.finditer(paragraph.plain, start):
        if ORDER.match(paragraph.plain, gap.end()):
            naming = name_before_duty(paragraph.text, paragraph.plain, gap.end(), len(paragraph.text))
            if naming is not None:
                return naming
    return None


def inline_tasks(node: Node, naming: Naming, section: str, document_date: str | None) -> list[Assignment]:
    """One entry for each sentence of the paragraph that names bodies of its own."""
    paragraph = node.paragraph
    assert paragraph is not None
    starts = [naming]
    for gap in _SENTENCES.finditer(paragraph.plain, naming.duty):
        more = name_before_duty(paragraph.text, paragraph.plain, gap.end(), len(paragraph.text))
        if more is not None and (paragraph.text[more.start].isupper() or is_ordered(paragraph.plain, more)):
            starts.append(more)
    tasks = []
    for number, found in enumerate(starts):
        end = starts[number + 1].start if number + 1 < len(starts) else len(paragraph.text)
        if number + 1 < len(starts):
            end = max(found.duty, max(paragraph.plain.rfind(mark, found.duty, end) for mark in (". ", "; ")))
        given = Given(bodies_at(paragraph, found.start, found.end, "inline.lead", 0.85), (), "inline")
        task = sentence_task(node, found.duty, end, given, section, document_date, 0.85)
        if task:
            tasks.append(task)
    return tasks
