"""Short forms for tests of the body: a text in, its outline and its assignments out."""

from __future__ import annotations

from textwrap import dedent

from vanban.body import Body, read_body
from vanban.folding import contains
from vanban.model import Assignment, Span, Value
from vanban.source import Source


def body_of(text: str, *, date: str | None = "2025-07-15", type: str | None = None) -> Body:
    source = Source(dedent(text).strip("\n") + "\n", "text")
    body = read_body(source, Span(0, len(source.text)), document_date=date, document_type=type)
    for task in body.assignments:
        for value in values_of(task):
            assert value.span is not None
            printed = source.text[value.span.start : value.span.end]
            assert value.rule.startswith("derived.") or contains(printed, value.value), (value, printed)
    return body


def values_of(task: Assignment) -> list[Value[str]]:
    single = (task.text, task.when, task.frequency, task.product, task.funding, task.lead_printed, task.support_printed)
    return [value for value in (*single, *task.lead, *task.support) if value is not None]


def outline_of(text: str) -> list[str]:
    """Each heading as "label title", with ">" for each level below the first and "~" where the text runs on."""
    return [
        ">" * (item.level - 1) + f"{item.label} {item.title}" + ("~" if item.run_in else "")
        for item in body_of(text).outline
    ]


def tasks_of(text: str, like: list[str] | None = None, **options: str | None) -> list[str]:
    """Each assignment as "section: first words [lead; lead] (support; support)", with as many words as in ``like``."""
    lines = []
    for place, task in enumerate(body_of(text, **options).assignments):
        expected = like[place] if like and place < len(like) else ""
        count = len(expected.partition(": ")[2].partition(" [")[0].split()) or 4
        words = " ".join(task.text.value.split()[:count])
        support = f" ({'; '.join(body.value for body in task.support)})" if task.support else ""
        lines.append(f"{task.section}: {words} [{'; '.join(body.value for body in task.lead)}]{support}")
    return lines
