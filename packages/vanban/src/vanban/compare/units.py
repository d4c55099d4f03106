"""The duties, goals and contents of a document: what is compared with those of another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from vanban.assignments.drafts import printed_when
from vanban.assignments.inline import is_closing
from vanban.compare.model import Unit
from vanban.dates import due_of
from vanban.labels import TASK_FIELDS
from vanban.layout import Paragraph, read_blocks
from vanban.model import Assignment, Document, Span, Value
from vanban.outline import find_headings
from vanban.source import Source
from vanban.structure import Node, build, words
from vanban.zones import split

_GOALS = re.compile(r"mục đích|mục tiêu|yêu cầu|quan điểm|nguyên tắc|chỉ tiêu")
_DUTIES = re.compile(r"nhiệm vụ|giải pháp|tổ chức thực hiện")
_CLOSES = re.compile(r"(?:trên đây|yêu cầu|đề nghị|nhận được|căn cứ (?:kế hoạch|công văn|chỉ thị|nội dung))\b")
_ORDERS_ALL = re.compile(r"(?:yêu cầu|đề nghị)\b.*\b(?:thực hiện|triển khai)\b")
_STATING_FIELD = re.compile(r"nội dung|yêu cầu|mục tiêu|mục đích")
_MONEY = re.compile(r"(?:nguồn )?kinh phí")
_FEWEST_WORDS = 3


def units_of(document: Document) -> tuple[Unit, ...]:
    """The units of a document in its order.

    A task that was read is a unit with its fields; beside these every paragraph of the body that states something is
    one: not headings, preamble, the sentence before a list, funding, closing words.
    """
    source = Source(document.text, "text")
    zones = split(source)
    tasks = _Tasks(document.assignments)
    found: list[Unit] = []
    for zone in (zones.body, *zones.appendices):
        root = build(read_blocks(source, zone.start, zone.end))
        find_headings(root)
        found.extend(_units(list(root.walk()), tasks))
    found.extend(tasks.rest())
    return tuple(sorted(found, key=lambda unit: unit.span.start if unit.span else 0))


def units_of_form(text: str, form: Mapping[str, Any]) -> tuple[Unit, ...]:
    """The units of a document that was read and stored: its text, and its form (:func:`vanban.to_form`)."""

    def value(printed: str | None) -> Value[str] | None:
        return Value(printed, None, 1.0, "stored") if printed else None

    tasks = [
        Assignment(
            section=task["section"],
            text=Value(task["text"], None, 1.0, "stored"),
            span=Span(*task["span"]),
            basis=task["basis"],
            lead=tuple(Value(body, None, 1.0, "stored") for body in task["lead"]),
            when=value(task["when"]),
            due=value(task["due"]),
            frequency=value(task["frequency"]),
        )
        for task in form.get("assignments", ())
    ]
    return units_of(Document(text=text, assignments=tuple(tasks)))


class _Tasks:
    """The assignments of a document, by the place where they begin."""

    def __init__(self, assignments: tuple[Assignment, ...]) -> None:
        self._tasks = sorted(assignments, key=lambda task: task.span.start)
        self._starts = [task.span.start for task in self._tasks]
        self._used: set[int] = set()

    def within(self, span: Span) -> list[Assignment]:
        """The assignments that begin inside ``span``."""
        places = range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
        self._used.update(places)
        return [self._tasks[place] for place in places]

    def rest(self) -> Iterator[Unit]:
        """Those that no paragraph held, as the rows of tables."""
        return (_of_task(task) for place, task in enumerate(self._tasks) if place not in self._used)


def _units(nodes: list[Node], tasks: _Tasks) -> Iterator[Unit]:
    covered = 0  # up to here the paragraphs belong to a task that was read
    first = next((place for place, node in enumerate(nodes) if node.label is not None), 0)
    for node in nodes[first : _closing(nodes)]:
        paragraph = node.paragraph
        if paragraph is None or paragraph.start < covered:
            continue
        found = tasks.within(paragraph.span())
        if found:
            yield from _of_paragraph(node, paragraph, found)
            covered = max(task.span.end for task in found)
        elif _states(node, paragraph):
            yield _unit(node, paragraph)


def _closing(nodes: list[Node]) -> int:
    """Where the closing words begin: the last paragraphs without a label, from one that closes on."""
    place = len(nodes)
    while place and nodes[place - 1].label is None and nodes[place - 1].table is None:
        place -= 1
    place = max(place, 1)
    for at in range(place, len(nodes)):
        if _CLOSES.match(nodes[at].plain):
            return at
    last = len(nodes) - 1
    if last < place or not (_ORDERS_ALL.search(nodes[last].plain) or nodes[last].plain.endswith("./.")):
        return len(nodes)
    while last > place and nodes[last - 1].plain.endswith(","):  # a sentence that a reader broke
        last -= 1
    return last


def _of_paragraph(node: Node, paragraph: Paragraph, found: list[Assignment]) -> Iterator[Unit]:
    """One unit a task; a single task that leaves out much of its paragraph is told by all of it."""
    if len(found) == 1 and found[0].span.end <= paragraph.end:
        task = found[0]
        whole = _text(paragraph)
        printed = " ".join(task.text.value.split())
        at = whole.find(printed)
        if at >= 0 and len(whole) - at < 1.6 * len(printed):
            printed = whole[at:]
        yield replace(_of_task(task), text=printed.rstrip(" .;/"))
        return
    for task in found:
        texts = [_of_task(task).text]
        texts += [
            _text(below.paragraph)
            for below in node.walk()
            if below.paragraph and not _is_task_field(below) and below.paragraph.end <= task.span.end
        ]
        yield replace(_of_task(task), text="; ".join(dict.fromkeys(texts)))


def _is_task_field(node: Node) -> bool:
    return node.is_field and node.fields[0].kind in TASK_FIELDS


def _of_task(task: Assignment) -> Unit:
    return Unit(
        text=" ".join(task.text.value.split()),
        section=task.section,
        span=task.span,
        kind="assignment",
        lead=tuple(body.value for body in task.lead),
        when=task.when.value if task.when else None,
        due=task.due.value if task.due else None,
        frequency=task.frequency.value if task.frequency else None,
    )


def _unit(node: Node, paragraph: Paragraph) -> Unit:
    goal = next((bool(found) for above in (node, *node.above()) if (found := _is_goal(above)) is not None), False)
    when = printed_when(paragraph, paragraph.body, len(paragraph.text))
    return Unit(
        _text(paragraph),
        node.path(),
        paragraph.span(),
        "goal" if goal else "content",
        when=when.value if when else None,
        due=due_of(when.value) if when else None,
    )


def _is_goal(node: Node) -> bool | None:
    """True under a heading of aims, False under one of duties, None where the heading says neither."""
    if node.title is None or node.paragraph is None:
        return None
    plain = node.paragraph.plain[node.title[0] : node.title[1]]
    if _DUTIES.search(plain):
        return False
    return True if _GOALS.match(plain) else None


def _text(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text[paragraph.body :].split()).rstrip(" .;/")


def _states(node: Node, paragraph: Paragraph) -> bool:
    """True when a paragraph states something of its own."""
    if node.title is not None and not node.run_in:
        return False
    if is_closing(node) or (node.is_field and not _STATING_FIELD.match(node.plain)):
        return False
    if any(above.title and _MONEY.match(above.plain) for above in (node, *node.above())):
        return False
    text = paragraph.text.rstrip()
    if text.isupper() or text.count(" | ") > 1 or paragraph.plain.startswith("(kèm theo"):
        return False  # a name on the page, a row of a table that gives no task, which document an annex belongs to
    opens_list = text.endswith(":") or (node.label is None and text.endswith("sau"))
    return not opens_list and words(_text(paragraph)) >= _FEWEST_WORDS


__all__ = ["units_of", "units_of_form"]
