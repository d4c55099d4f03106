"""A person says that a task lies outside this tool, or that it does not."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import Proposal
from lienthong.registry.review.deciding import locked, require_review


def mark_out_of_scope(actor: Actor, proposal: Proposal, *, outside: bool) -> Proposal:
    """Set or take away the mark *ngoài phạm vi công cụ* of a task; the task stays as printed."""
    require_review(actor, proposal.file.document)
    if proposal.kind != Proposal.Kind.TASK:
        raise Refused(_("Chỉ nhiệm vụ mới đánh dấu được là ngoài phạm vi công cụ."))
    with transaction.atomic():
        proposal = locked(proposal)
        if proposal.out_of_scope == outside:
            return proposal
        proposal.out_of_scope = outside
        proposal.save(update_fields=["out_of_scope"])
        kind = events.MARKED_OUT_OF_SCOPE if outside else events.UNMARKED_OUT_OF_SCOPE
        record(kind, proposal.file.document, by=actor.stamp, section=proposal.name or "…")
    return proposal
