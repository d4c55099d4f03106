"""Correct what was read; with nothing left to ask, the correction is its confirmation."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import Proposal
from lienthong.registry.review.deciding import confirm, locked, require_open, require_review
from lienthong.registry.review.drafts import TASK_FIELDS, as_field, draft_of, stored_date
from lienthong.registry.review.questions import questions_about
from lienthong.registry.review.sheet import Row, names_for


def correct_proposal(actor: Actor, proposal: Proposal, *, changes: Mapping[str, Any]) -> Proposal:
    """Write ``changes`` over the working copy of ``proposal`` and confirm it when no question is open.

    A field takes ``value`` (a string; lists one item a line); a citation ``number``, ``date``, ``type``; a task
    ``text``, ``when``, ``frequency``, ``due``, ``product``, ``funding`` (strings) and ``lead``, ``support`` (lists of
    names). What is not in ``changes`` stays.
    """
    document = proposal.file.document
    require_review(actor, document)
    with transaction.atomic():
        proposal = locked(proposal)
        require_open(proposal)
        proposal.confirmed = _corrected(proposal, changes)
        proposal.save(update_fields=["confirmed"])
        names = names_for(document)
        if not [question for question in questions_about(proposal, document, names) if question.kind != "differs"]:
            confirm(proposal, actor, names)
        record(events.PROPOSAL_CORRECTED, document, by=actor.stamp, what=Row(proposal, document, names).label)
    return proposal


def _corrected(proposal: Proposal, changes: Mapping[str, Any]) -> Any:
    if proposal.kind == Proposal.Kind.FIELD:
        value = as_field(proposal.name, str(changes["value"]))
        if not value:
            raise Refused(_("Ô này đang trống. Nếu văn bản không ghi, hãy bỏ dòng này."))
        return value
    draft = dict(draft_of(proposal))
    if proposal.kind == Proposal.Kind.CITATION:
        return draft | _citation(draft | dict(changes))
    return draft | _task(draft, changes)


def _citation(changes: Mapping[str, Any]) -> dict[str, str]:
    number = " ".join(str(changes["number"]).split())
    if not number:
        raise Refused(_("Chưa có số, ký hiệu của văn bản viện dẫn."))
    return {"number": number[:120], "date": stored_date(_shown(changes["date"])), "type": str(changes["type"]).strip()}


def _task(draft: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    fresh: dict[str, Any] = {}
    for part in ("lead", "support"):
        if part in changes:
            fresh[part] = [name for value in changes[part] if (name := " ".join(str(value).split()))]
    for name in TASK_FIELDS:
        if name in changes:
            typed = " ".join(str(changes[name]).split())
            fresh[name] = stored_date(_shown(typed)) if name == "due" else typed
    if "text" in changes:
        fresh["text"] = " ".join(str(changes["text"]).split())
        if not fresh["text"]:
            raise Refused(_("Nhiệm vụ không có nội dung. Nếu đây không phải nhiệm vụ, hãy bỏ dòng này."))
    # An answer about the old rhythm says nothing about a new one.
    if any(fresh.get(name, draft[name]) != draft[name] for name in ("when", "frequency")):
        fresh["starts_on"] = ""
    return fresh


def _shown(typed: object) -> str:
    return str(typed or "")
