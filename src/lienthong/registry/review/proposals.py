"""What the reader found, as rows that wait for a person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vanban.model import Assignment, Citation, Document, Span, Value

from lienthong.registry.models import DocumentFile, Proposal
from lienthong.registry.review.scope import find_out_of_scope

#: Fields of the head that are proposed one by one, in the order of a letterhead. A secrecy mark is no field here:
#: a document that bears one is not kept.
SCALARS = ("number", "symbol", "type", "issuer_parent", "issuer", "place", "date", "subject", "system", "urgency")
SIGNATORY = ("authority", "title", "name")
LISTS = ("addressees", "recipients")
PARTS = ("when", "frequency", "due", "product", "funding")


def make_proposals(file: DocumentFile, document: Document) -> list[Proposal]:
    """Store a :class:`Proposal` for every field, citation and task of ``document``, read from ``file``.

    Rows of an earlier reading that no person has decided on are replaced, so a file that is read twice has them once.
    Fields are proposed from the main file only; an annex has no letterhead of its own. Offsets count into the text of
    ``file``. The mark *ngoài phạm vi công cụ* is only proposed.
    """
    file.proposals.filter(state=Proposal.State.PROPOSED).delete()
    kept = {(row.kind, row.start, row.end, row.name) for row in file.proposals.all()}
    rows = [*_fields(document)] if file.part == DocumentFile.Part.MAIN else []
    rows += [_citation(citation) for citation in document.cited]
    rows += [_task(document, task) for task in document.assignments]
    fresh = [row for row in rows if (row.kind, row.start, row.end, row.name) not in kept]
    for order, row in enumerate(fresh):
        row.file, row.order = file, order
    return Proposal.objects.bulk_create(fresh)


def _fields(document: Document) -> list[Proposal]:
    found: list[tuple[str, Value[Any] | None]] = [(name, getattr(document, name)) for name in SCALARS]
    found += [(f"signatory.{name}", getattr(document.signatory, name)) for name in SIGNATORY]
    rows = [_field(name, value) for name, value in found if value is not None]
    for name in LISTS:
        values = getattr(document, name)
        if values:
            rows.append(_list_field(name, values))
    return rows


def _field(name: str, value: Value[Any]) -> Proposal:
    row = _row(Proposal.Kind.FIELD, name, value.value, value.span, value.confidence, value.rule)
    row.places = _places([value.span], "m-field")
    return row


def _list_field(name: str, values: tuple[Value[str], ...]) -> Proposal:
    spans = [value.span for value in values if value.span is not None]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None
    confidence = min(value.confidence for value in values)
    row = _row(Proposal.Kind.FIELD, name, [value.value for value in values], whole, confidence, values[0].rule)
    row.places = _places(spans, "m-field")
    return row


def _citation(citation: Citation) -> Proposal:
    parts = [part for part in (citation.number, citation.date, citation.type) if part is not None]
    value = {
        "number": citation.number.value,
        "date": citation.date.value if citation.date else "",
        "type": citation.type.value if citation.type else "",
        "mentions": [[span.start, span.end] for span in citation.mentions],
    }
    confidence = min(part.confidence for part in parts)
    span = citation.number.span or next(iter(citation.mentions), None)
    name = citation.number.value[:40]
    row = _row(Proposal.Kind.CITATION, name, value, span, confidence, citation.number.rule)
    row.places = _places([span, *citation.mentions], "m-citation")
    return row


def _task(document: Document, task: Assignment) -> Proposal:
    values: dict[str, Value[str]] = {"text": task.text}
    values |= {f"lead.{index}": value for index, value in enumerate(task.lead)}
    values |= {f"support.{index}": value for index, value in enumerate(task.support)}
    values |= {name: value for name in PARTS if (value := getattr(task, name)) is not None}
    form = {
        "section": task.section,
        "text": whole_sentence(document.text, task),
        "lead": [value.value for value in task.lead],
        "support": [value.value for value in task.support],
        **{name: getattr(task, name).value if getattr(task, name) else "" for name in PARTS},
        "basis": task.basis,
        "marks": {name: [v.span.start, v.span.end] for name, v in values.items() if v.span is not None},
        "sure": {name: round(value.confidence, 3) for name, value in values.items()},
    }
    row = _row(Proposal.Kind.TASK, task.section[:40], form, task.span, 0, task.text.rule)
    row.confidence = min(value.confidence for value in values.values())
    row.places = _places([task.span], "m-task")
    row.places += _places([value.span for name, value in values.items() if name != "text"], "m-part")
    hit = find_out_of_scope(document.text[task.span.start : task.span.end])
    if hit is not None:
        row.out_of_scope_proposed = True
        start = task.span.start + hit.start
        form["scope"] = {"rule": hit.rule.code, "start": start, "end": task.span.start + hit.end}
    return row


def whole_sentence(text: str, task: Assignment) -> str:
    """The words of a task on one line: what stands at the text's place, as printed."""
    span = task.text.span
    printed = " ".join(text[span.start : span.end].split()) if span else ""
    return printed if len(printed) > len(task.text.value) else task.text.value


def _places(spans: Iterable[Span | None], look: str) -> list[list[Any]]:
    """Where ``spans`` stand on their pages, each place once: page, box, and how it is marked."""
    boxes = [(span.page, *span.box) for span in spans if span is not None and span.page and span.box]
    return [[*box, look] for box in dict.fromkeys(boxes)]


def _row(kind: str, name: str, value: Any, span: Span | None, confidence: float, rule: str) -> Proposal:
    return Proposal(
        kind=kind,
        name=name,
        value=value,
        start=span.start if span else None,
        end=span.end if span else None,
        confidence=confidence,
        rule=rule[:60],
    )
