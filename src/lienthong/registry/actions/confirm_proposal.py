"""Confirm one thing that was read, with the answers that only a person can give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Target
from lienthong.registry import events
from lienthong.registry.actions.map_name import map_name
from lienthong.registry.actions.mark_out_of_scope import mark_out_of_scope
from lienthong.registry.models import Proposal
from lienthong.registry.review.deciding import confirm, locked, require_open, require_review
from lienthong.registry.review.drafts import draft_of
from lienthong.registry.review.questions import questions_about
from lienthong.registry.review.rhythms import settled_frequency
from lienthong.registry.review.sheet import Row, names_for


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said in the row: each is empty when it was not asked or not answered.

    ``names`` maps a printed name to what it means; ``scope`` is "outside" or "ordinary"; ``starts`` an ISO date;
    ``holds`` "rhythm" or "total".
    """

    names: Mapping[str, Target] = field(default_factory=dict)
    scope: str = ""
    starts: str = ""
    holds: str = ""


def confirm_proposal(actor: Actor, proposal: Proposal, *, answers: Answers | None = None) -> Proposal:
    """Confirm ``proposal``. :class:`Refused`, with what was answered kept, while a question is still open."""
    answers = answers or Answers()
    require_review(actor, proposal.file.document)
    with transaction.atomic():
        proposal = locked(proposal)
        require_open(proposal)
        if proposal.kind == Proposal.Kind.TASK:
            _take_answers(actor, proposal, answers)
    document = proposal.file.document
    names = names_for(document)
    still_open = [question for question in questions_about(proposal, document, names) if question.kind != "differs"]
    if still_open:
        raise Refused(_("Còn phải trả lời: %(question)s") % {"question": still_open[0].sentence})
    with transaction.atomic():
        proposal = locked(proposal)
        require_open(proposal)
        confirm(proposal, actor, names)
        label = Row(proposal, document, names).label
        record(events.PROPOSAL_CONFIRMED, document, by=actor.stamp, what=label)
    return proposal


def _take_answers(actor: Actor, proposal: Proposal, answers: Answers) -> None:
    document = proposal.file.document
    draft = dict(draft_of(proposal))
    for printed, target in answers.names.items():
        map_name(actor, document, printed=printed, target=target)
    if answers.scope and proposal.out_of_scope_proposed:
        draft["scope"] = answers.scope
        if answers.scope == "outside":
            mark_out_of_scope(actor, proposal, outside=True)
            proposal.refresh_from_db(fields=["out_of_scope"])
    asked = {question.kind: question for question in questions_about(proposal, document, names_for(document))}
    if answers.holds in ("rhythm", "total") and "holds" in asked:
        draft["frequency"] = settled_frequency(draft["when"], draft["frequency"], answers.holds)
    if "starts" in asked and answers.starts in {choice.value for choice in asked["starts"].choices}:
        draft["starts_on"] = answers.starts
    if draft != draft_of(proposal):
        proposal.confirmed = draft
        proposal.save(update_fields=["confirmed"])
