"""The right side of the review screen: what waits for a person, uncertain first, and what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from lienthong.core.text import search_fold
from lienthong.registry.days import shown
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.review.drafts import ATTRIBUTES, LABELS, TASK_FIELDS, TASK_LABELS, draft_of, field_in_words
from lienthong.registry.review.names import Names
from lienthong.registry.review.questions import (
    Question,
    confidence_in_words,
    is_certain,
    questions_about,
    rhythm_of,
)

_KINDS = {Proposal.Kind.FIELD: 0, Proposal.Kind.CITATION: 1, Proposal.Kind.TASK: 2}


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A printed name and what it means to the office ("" when nobody has said yet)."""

    printed: str
    target: str


class Row:
    """One proposal as it is shown."""

    def __init__(self, proposal: Proposal, document: OfficialDocument, names: Names) -> None:
        self.proposal, self.document, self._names = proposal, document, names
        self.draft: Any = draft_of(proposal)
        self.questions: list[Question] = questions_about(proposal, document, names)
        #: Why the last act on this row was refused, and what was typed then (printed name → typed name).
        self.error = ""
        self.typed: Mapping[str, str] = {}

    @property
    def is_task(self) -> bool:
        return self.proposal.kind == Proposal.Kind.TASK

    @property
    def certain(self) -> bool:
        return is_certain(self.proposal, self.questions)

    @property
    def open(self) -> bool:
        return self.proposal.state == Proposal.State.PROPOSED

    @property
    def confidence(self) -> str:
        return confidence_in_words(self.proposal.confidence)

    @property
    def label(self) -> str:
        if self.proposal.kind == Proposal.Kind.FIELD:
            return str(LABELS[self.proposal.name])
        if self.proposal.kind == Proposal.Kind.CITATION:
            return _("Viện dẫn")
        return (
            _("Nhiệm vụ %(section)s") % {"section": self.draft["section"]} if self.draft["section"] else _("Nhiệm vụ")
        )

    @property
    def value(self) -> str:
        if self.proposal.kind == Proposal.Kind.FIELD:
            return field_in_words(self.proposal)
        if self.proposal.kind == Proposal.Kind.CITATION:
            dated = _(" ngày %(day)s") % {"day": shown(self.draft["date"])} if self.draft["date"] else ""
            return f"{self.draft['type'].capitalize()} {self.draft['number']}{dated}".strip()
        return str(self.draft["text"])

    @property
    def value_to_edit(self) -> str:
        """A field as a person types it."""
        return shown(self.draft) if self.proposal.name == "date" else str(self.draft)

    @staticmethod
    def as_typed(name: str, value: str) -> str:
        return shown(value) if name in ("date", "due") else value

    @property
    def asked_names(self) -> list[tuple[Question, str]]:
        """Each name that is asked about, with what stands in its box: what was typed, else what is likely."""
        asked = [question for question in self.questions if question.kind == "name"]
        return [(question, self.typed.get(question.printed) or question.offered) for question in asked]

    @property
    def asked_choices(self) -> list[Question]:
        return [question for question in self.questions if question.choices]

    @property
    def told(self) -> list[Question]:
        """Questions that are answered by correcting, or by confirming all the same."""
        return [question for question in self.questions if question.kind in ("lead", "differs")]

    @property
    def lead(self) -> list[NamedPart]:
        return self._parts("lead")

    @property
    def support(self) -> list[NamedPart]:
        return self._parts("support")

    def _parts(self, name: str) -> list[NamedPart]:
        found = [(printed, self._names.target(printed)) for printed in self.draft[name]]
        return [NamedPart(printed, str(target) if target else "") for printed, target in found]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Label and value of what else a task says; the rhythm in words instead of repeating it."""
        values = {name: self.draft[name] for name in TASK_FIELDS if self.draft[name]}
        if "due" in values:
            values["due"] = shown(values["due"])
        return [(str(TASK_LABELS[name]), value) for name, value in values.items()]

    @cached_property
    def rhythm(self) -> str:
        if not self.is_task or self.proposal.out_of_scope:
            return ""
        words = rhythm_of(self.draft, self.document).words
        starts = self.draft.get("starts_on")
        return f"{words} · " + _("tính từ %(day)s") % {"day": shown(starts)} if words and starts else words

    @cached_property
    def unclear(self) -> tuple[str, ...]:
        return rhythm_of(self.draft, self.document).unclear if self.is_task else ()


@dataclass(frozen=True)
class Sheet:
    """``uncertain`` and ``certain`` wait; ``decided`` were confirmed, corrected or rejected."""

    uncertain: list[Row]
    certain: list[Row]
    decided: list[Row]
    missing: list[tuple[str, str]]

    @cached_property
    def unknown_names(self) -> list[tuple[str, str, int]]:
        """Each printed name that nobody has explained yet, what it likely means, and how many tasks wait for it."""
        found: dict[str, tuple[str, str, int]] = {}
        for row in self.uncertain:
            for question in row.questions:
                if question.kind == "name":
                    printed, offered, count = found.get(
                        search_fold(question.printed), (question.printed, question.offered, 0)
                    )
                    found[search_fold(question.printed)] = (printed, offered, count + 1)
        return sorted(found.values(), key=lambda name: -name[2])

    @property
    def waiting(self) -> int:
        return len(self.uncertain) + len(self.certain)

    @property
    def total(self) -> int:
        return self.waiting + len(self.decided)


def names_for(document: OfficialDocument) -> Names:
    """What printed names mean on the day the document arrived, else on its own day, else today."""
    own = date.fromisoformat(document.dated) if len(document.dated) == 10 else None
    return Names(document.office, document.arrived_on or own or timezone.localdate())


def proposals_of(document: OfficialDocument) -> list[Proposal]:
    found = Proposal.objects.filter(file__document=document).select_related("file")
    return sorted(found, key=lambda row: (_KINDS[row.kind], row.file.order, row.file_id, row.order))  # type: ignore[index]


def sheet_of(document: OfficialDocument) -> Sheet:
    names = names_for(document)
    rows = [Row(proposal, document, names) for proposal in proposals_of(document)]
    uncertain = [row for row in rows if row.open and not row.certain]
    uncertain.sort(key=lambda row: (not row.questions, row.proposal.confidence if not row.questions else 0))
    here = {row.proposal.name for row in rows if row.proposal.kind == Proposal.Kind.FIELD}
    return Sheet(
        uncertain,
        [row for row in rows if row.certain],
        [row for row in rows if not row.open],
        [(name, str(LABELS[name])) for name in ATTRIBUTES if name not in here and name != "system"],
    )


def row_of(proposal: Proposal) -> Row:
    """``proposal`` alone, as after an act on it."""
    document = proposal.file.document
    return Row(proposal, document, names_for(document))
