"""Tasks with their own group of fields ("Đơn vị chủ trì: …", "Thời gian thực hiện: …")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from vanban.assignments.deadlines import deadlines_of
from vanban.assignments.drafts import Bodies, bodies_at, due_value, maker
from vanban.assignments.targets import targets_of
from vanban.bodies import field_bodies, supporters
from vanban.labels import TASK_FIELDS, FieldName
from vanban.layout import Paragraph
from vanban.model import Assignment, Deadline, Span, Target, Value
from vanban.structure import Node

_FULL_STOP = re.compile(r"\.\s+(?=\w)")


@dataclass(slots=True)
class Group:
    """A task and the fields that belong to it; ``tasks`` are the paragraphs in front of the fields."""

    tasks: list[Node] = field(default_factory=list)
    fields: list[Node] = field(default_factory=list)

    @property
    def names_bodies(self) -> bool:
        return any(name.kind in ("lead", "support") for node in self.fields for name in node.fields)


def field_groups(children: list[Node]) -> list[Group]:
    """Children in stretches of task paragraphs and the fields after them; only stretches whose fields name bodies."""
    groups = [Group()]
    for node in children:
        if node.is_field and node.fields[0].kind in TASK_FIELDS:
            groups[-1].fields.append(node)
            continue
        if groups[-1].names_bodies and not _continues_field(groups[-1], node):
            groups.append(Group())
        groups[-1].tasks.append(node)
    return [group for group in groups if group.names_bodies]


def _continues_field(group: Group, node: Node) -> bool:
    """True for a paragraph that is the value of an empty field above it."""
    last = group.fields[-1].paragraph
    return (
        last is not None and last.text.rstrip().endswith(":") and not group.fields[-1].children and node.label is None
    )


def has_fields(node: Node) -> bool:
    return any(
        child.is_field and any(name.kind in ("lead", "support") for name in child.fields) for child in node.children
    )


def has_inner_fields(node: Node) -> bool:
    """True for a paragraph that tells a task and then its fields: "1. Tổ chức … Đơn vị chủ trì: …; thời gian: …"."""
    return not node.is_field and any(name.kind == "lead" for name in node.fields)


def _stretches(paragraph: Paragraph, names: list[FieldName]) -> list[tuple[FieldName, int, int]]:
    """Each field of a paragraph with the stretch of its value."""
    ends = [name.start for name in names[1:]] + [len(paragraph.text)]
    return [(name, name.end, end) for name, end in zip(names, ends, strict=True)]


def _value(paragraph: Paragraph, start: int, end: int, kind: str) -> Value[str] | None:
    while (
        end > start
        and paragraph.text[end - 1] in " .;,)"
        and not (
            paragraph.text[end - 1] == ")"
            and paragraph.text[start:end].count("(") >= paragraph.text[start:end].count(")")
        )
    ):
        if paragraph.text[start:end].endswith(("...", "…")):
            break
        end -= 1
    if not paragraph.text[start:end].strip(" -–.…"):
        return None
    return paragraph.value(start, end, f"field.{kind}", 0.95)


class _Reading:
    """Fields of one task, in the order in which they are printed."""

    def __init__(self, document_date: str | None) -> None:
        self.date = document_date
        self.values: dict[str, Value[str]] = {}
        self.bodies: dict[str, Bodies] = {}
        self.printed: dict[str, Value[str]] = {}
        self.deadlines: tuple[Deadline, ...] = ()
        self.targets: tuple[Target, ...] = ()

    def add(self, node: Node) -> None:
        paragraph = node.paragraph
        if paragraph is None:
            return
        for name, start, end in _stretches(paragraph, node.fields):
            if paragraph.text[start:end].strip(" .;"):
                self.take(name.kind, paragraph, start, end)
            elif node.children:
                self._take_below(name.kind, node)

    def take(self, kind: str, paragraph: Paragraph, start: int, end: int) -> None:
        value = _value(paragraph, start, end, kind)
        if value is None:
            return
        if kind in ("lead", "support"):
            spans, duties = field_bodies(paragraph.text[start:end])
            make = maker(paragraph, start, f"field.{kind}", 0.95)
            bodies = tuple(make(a, b) for a, b in spans)
            self.bodies[kind] = (*self.bodies.get(kind, ()), *bodies)
            if duties:
                self.printed.setdefault(kind, value)
            named = supporters(paragraph.text, paragraph.plain, start, end) if duties and kind == "lead" else None
            if named:
                support = bodies_at(paragraph, *named, "field.support", 0.9)
                self.bodies["support"] = (*self.bodies.get("support", ()), *support)
        else:
            self.values.setdefault(kind, value)
            self._take_figures(kind, paragraph, start, end)

    def _take_figures(self, kind: str, paragraph: Paragraph, start: int, end: int) -> None:
        text = paragraph.text[start:end]
        if kind == "when":
            self.deadlines += deadlines_of(text, maker(paragraph, start, "field.deadline", 0.9), self.date)
        elif kind in ("product", "other"):
            self.targets += targets_of(text, maker(paragraph, start, "field.target", 0.8))

    def _take_below(self, kind: str, node: Node) -> None:
        below = [child for child in node.children if child.paragraph]
        if kind in ("lead", "support"):
            for child in below:
                assert child.paragraph is not None
                self.take(kind, child.paragraph, child.paragraph.body, len(child.paragraph.text))
            return
        paragraphs = [child.paragraph for child in below if child.paragraph]
        text = " ".join(paragraph.text[paragraph.body :].rstrip(" ;.") for paragraph in paragraphs)
        self.values.setdefault(
            kind, Value(text, Span(paragraphs[0].start, paragraphs[-1].end), 0.8, f"derived.joined.field.{kind}")
        )


def field_task(
    owner: Node, group: Group, section: str, document_date: str | None, given_lead: Bodies = ()
) -> Assignment | None:
    """The assignment of ``owner`` with the fields of ``group``."""
    paragraph = owner.paragraph
    if paragraph is None:
        return None
    reading = _Reading(document_date)
    end = len(paragraph.text)
    if has_inner_fields(owner):
        reading.add(owner)
        end = owner.fields[0].start
    for node in group.fields:
        reading.add(node)
    for node in group.tasks:
        if node.label is None and node.paragraph and group.fields and _after_empty(group, node):
            reading.take(_empty_kind(group, node), node.paragraph, 0, len(node.paragraph.text))
    start = paragraph.body
    stop = start + len(paragraph.text[start:end].rstrip(" .:;(-–,"))
    if stop <= start:
        return None
    text = paragraph.value(start, stop, "field.task", 0.95)
    last = max([paragraph.end, *(_end_of(node) for node in group.fields)])
    when = reading.values.get("when")
    return Assignment(
        section=section,
        text=text,
        span=Span(paragraph.start, last),
        basis="field",
        lead=reading.bodies.get("lead", given_lead),
        support=reading.bodies.get("support", ()),
        lead_printed=reading.printed.get("lead"),
        support_printed=reading.printed.get("support"),
        when=when,
        frequency=reading.values.get("frequency"),
        due=due_value(when, document_date),
        product=reading.values.get("product"),
        funding=reading.values.get("funding"),
        targets=(*targets_of(text.value, maker(paragraph, start, "field.target", 0.8)), *reading.targets),
        deadlines=reading.deadlines,
    )


def _after_empty(group: Group, node: Node) -> bool:
    return _empty_kind(group, node) != ""


def with_circumstances(task: Assignment, fields: list[Node], document_date: str | None) -> Assignment:
    """``task`` with the period, rhythm, product and funding that field paragraphs without bodies add to it."""
    reading = _Reading(document_date)
    for node in fields:
        reading.add(node)
    return _with_reading(task, reading, document_date)


def _with_reading(task: Assignment, reading: _Reading, document_date: str | None) -> Assignment:
    when = reading.values.get("when") or task.when
    return replace(
        task,
        support=task.support or reading.bodies.get("support", ()),
        when=when,
        frequency=reading.values.get("frequency") or task.frequency,
        due=due_value(when, document_date),
        product=reading.values.get("product") or task.product,
        funding=reading.values.get("funding") or task.funding,
        targets=(*task.targets, *reading.targets),
        deadlines=reading.deadlines or task.deadlines,
    )


def with_own_circumstances(task: Assignment, node: Node, document_date: str | None) -> Assignment:
    """``task`` as its sentence tells it, with the fields that follow in the same paragraph: "… Thời hạn: quý IV"."""
    paragraph = node.paragraph
    if paragraph is None or node.is_field or not node.fields:
        return task
    start = paragraph.text.find(task.text.value)
    stop = start + len(task.text.value)
    own = [
        (name, first, min(_sentence_end(paragraph.text, first), last, stop))
        for name, first, last in _stretches(paragraph, node.fields)
        if name.kind in ("support", "when", "frequency", "product", "funding") and start < name.start < stop
    ]
    if start < 0 or not own:
        return task
    reading = _Reading(document_date)
    for name, first, last in own:
        reading.take(name.kind, paragraph, first, last)
    end = start + len(paragraph.text[start : own[0][0].start].rstrip(" .:;(-–,"))
    if end <= start or not (reading.values or reading.bodies):
        return task
    text = paragraph.value(start, end, "field.task", task.text.confidence)
    return _with_reading(replace(task, text=text), reading, document_date)


def _sentence_end(text: str, start: int) -> int:
    ends = (stop.start() for stop in _FULL_STOP.finditer(text, start) if text[stop.end()].isupper())
    return next(ends, len(text))


def circumstances(nodes: list[Node]) -> list[Node]:
    """Those of ``nodes`` that are fields of a task."""
    return [node for node in nodes if node.is_field and node.fields[0].kind in TASK_FIELDS]


def _empty_kind(group: Group, node: Node) -> str:
    """The kind of the field without a value that ``node`` stands after, or ""."""
    start = node.paragraph.start if node.paragraph else 0
    above = [f for f in group.fields if f.paragraph and f.paragraph.start < start]
    last = above[-1] if above else None
    if last is None or last.children or last.paragraph is None or not last.paragraph.text.rstrip().endswith(":"):
        return ""
    return last.fields[-1].kind


def _end_of(node: Node) -> int:
    ends = [node.paragraph.end if node.paragraph else 0]
    ends.extend(child.paragraph.end for child in node.walk() if child.paragraph)
    return max(ends)
