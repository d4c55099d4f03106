"""Take back a decision on something that was read; what a person wrote is kept."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import Proposal
from lienthong.registry.review.deciding import locked, require_review
from lienthong.registry.review.sheet import row_of


def reopen_proposal(actor: Actor, proposal: Proposal) -> Proposal:
    require_review(actor, proposal.file.document)
    with transaction.atomic():
        proposal = locked(proposal)
        if proposal.state == Proposal.State.PROPOSED:
            raise Refused(_("Dòng này đang chờ xác nhận."))
        proposal.state, proposal.decided_by, proposal.decided_at = Proposal.State.PROPOSED, None, None
        proposal.save()
        record(events.PROPOSAL_REOPENED, proposal.file.document, by=actor.stamp, what=row_of(proposal).label)
    return proposal
