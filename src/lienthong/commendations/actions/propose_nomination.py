"""Propose a nomination: others say what they think, the leader decides."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.items import ask_to_decide
from lienthong.commendations.models import Nomination
from lienthong.commendations.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def propose_nomination(actor: Actor, nomination: Nomination) -> Nomination:
    """What was thought of an earlier wording is no longer about this one, so it begins without."""
    nomination = begin(actor, nomination, "propose")
    count = nomination.proofs.count()
    if not count:
        raise Refused(_("Hãy dẫn ít nhất một minh chứng đã có trong hệ thống trước khi trình."))
    nomination.save(update_fields=["state"])
    nomination.reviews.all().delete()
    ask_to_decide(nomination, actor)
    record(events.PROPOSED, nomination, by=actor.stamp, count=count)
    return nomination
