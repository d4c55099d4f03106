"""A document as plain data, ready for JSON.

The values stand under the names of the fields, without their places. ``spans``, ``confidence`` and ``rules`` say under
the path of each value ("number", "cited.0.date", "assignments.3.lead.0") where it stands, how sure the reader is and by
which rule it was found; ``places`` gives page and box of those in a paged file. Who only wants values looks no further.
"""

from __future__ import annotations

import base64
import dataclasses
from typing import Any

from vanban.model import Assignment, Deadline, Document, ElectronicSignature, Span, Value

_SCALARS = (
    "number", "symbol", "type", "issuer", "issuer_parent", "place", "date", "subject", "system", "urgency", "secrecy",
)  # fmt: skip
_PRINTED = ("lead_printed", "support_printed", "when", "frequency", "due", "product", "funding")

Form = dict[str, Any]


class _Notes:
    """Collects place, confidence and rule of values under their paths."""

    def __init__(self) -> None:
        self.spans: Form = {}
        self.places: Form = {}
        self.confidence: Form = {}
        self.rules: Form = {}

    def take(self, path: str, value: Value[Any] | None) -> Any:
        if value is None:
            return None
        if value.span is not None:
            self.spans[path] = _span(value.span)
            if value.span.page is not None:
                self.places[path] = {"page": value.span.page, "box": value.span.box and list(value.span.box)}
        self.confidence[path] = round(value.confidence, 3)
        self.rules[path] = value.rule
        return value.value

    def take_all(self, path: str, values: tuple[Value[Any], ...]) -> list[Any]:
        return [self.take(f"{path}.{index}", value) for index, value in enumerate(values)]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def to_form(document: Document) -> Form:
    """The document under the keys ``number`` … ``outline``, ``remarks`` and those that this module describes.

    What the text does not say is None or an empty list. Offsets count code points of the text that was read.
    """
    notes = _Notes()
    form: Form = {name: notes.take(name, getattr(document, name)) for name in _SCALARS}
    signatory = document.signatory
    form["signatory"] = {
        name: notes.take(f"signatory.{name}", getattr(signatory, name)) for name in ("name", "title", "authority")
    }
    form["addressees"] = notes.take_all("addressees", document.addressees)
    form["recipients"] = notes.take_all("recipients", document.recipients)
    form["cited"] = [
        {
            "number": notes.take(f"cited.{index}.number", citation.number),
            "date": notes.take(f"cited.{index}.date", citation.date),
            "type": notes.take(f"cited.{index}.type", citation.type),
            "mentions": [_span(span) for span in citation.mentions],
        }
        for index, citation in enumerate(document.cited)
    ]
    form["assignments"] = [
        _assignment(notes, f"assignments.{index}", assignment) for index, assignment in enumerate(document.assignments)
    ]
    form["outline"] = [
        {
            "label": heading.label,
            "title": heading.title,
            "level": heading.level,
            "run_in": heading.run_in,
            "span": _span(heading.span),
            "confidence": round(heading.confidence, 3),
        }
        for heading in document.outline
    ]
    form["footnotes"] = [
        {
            "mark": note.mark,
            "text": notes.take(f"footnotes.{index}.text", note.text),
            "at": None if note.at is None else _span(note.at),
        }
        for index, note in enumerate(document.footnotes)
    ]
    form["seals"] = [
        {name: notes.take(f"seals.{index}.{name}", getattr(seal, name)) for name in ("text", "number", "date")}
        for index, seal in enumerate(document.seals)
    ]
    form["signatures"] = [_signature(signature) for signature in document.signatures]
    form["handwriting"] = [
        {"field": found.field, "page": found.page, "box": list(found.box), "picture": _data_address(found.picture)}
        for found in document.handwriting
    ]
    form["unreadable"] = document.unreadable
    form["remarks"] = [
        {"kind": remark.kind, "message": remark.message, "span": None if remark.span is None else _span(remark.span)}
        for remark in document.remarks
    ]
    form |= {"spans": notes.spans, "places": notes.places, "confidence": notes.confidence, "rules": notes.rules}
    return form


def _assignment(notes: _Notes, path: str, assignment: Assignment) -> Form:
    return {
        "section": assignment.section,
        "text": notes.take(f"{path}.text", assignment.text),
        "lead": notes.take_all(f"{path}.lead", assignment.lead),
        "support": notes.take_all(f"{path}.support", assignment.support),
        **{name: notes.take(f"{path}.{name}", getattr(assignment, name)) for name in _PRINTED},
        "targets": [
            {"text": notes.take(f"{path}.targets.{n}.text", target.text), "amount": target.amount, "unit": target.unit}
            for n, target in enumerate(assignment.targets)
        ],
        "deadlines": [_deadline(notes, f"{path}.deadlines.{n}", item) for n, item in enumerate(assignment.deadlines)],
        "basis": assignment.basis,
        "span": _span(assignment.span),
    }


def _deadline(notes: _Notes, path: str, deadline: Deadline) -> Form:
    return {
        "when": notes.take(f"{path}.when", deadline.when),
        "due": notes.take(f"{path}.due", deadline.due),
        "bodies": notes.take_all(f"{path}.bodies", deadline.bodies),
        "days": deadline.days,
        "working_days": deadline.working_days,
    }


def _signature(signature: ElectronicSignature) -> Form:
    return dataclasses.asdict(signature) | {"box": signature.box and list(signature.box)}


def _data_address(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode()
