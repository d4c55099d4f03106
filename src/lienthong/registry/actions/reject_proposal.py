"""Drop something that was read wrongly; it stays in the record as dropped."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import Proposal
from lienthong.registry.review.deciding import decide, locked, require_open, require_review
from lienthong.registry.review.sheet import row_of


def reject_proposal(actor: Actor, proposal: Proposal) -> Proposal:
    require_review(actor, proposal.file.document)
    with transaction.atomic():
        proposal = locked(proposal)
        require_open(proposal)
        decide(proposal, actor, Proposal.State.REJECTED, proposal.confirmed)
        record(events.PROPOSAL_REJECTED, proposal.file.document, by=actor.stamp, what=row_of(proposal).label)
    return proposal
