"""Say what one thinks of a nomination, with reasons."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.items import settle
from lienthong.commendations.models import Nomination, Review
from lienthong.commendations.permissions import begin
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def review_nomination(actor: Actor, nomination: Nomination, *, agrees: bool, reasons: str) -> Review:
    """One opinion a person; saying it again replaces it, and the history keeps what was said before."""
    nomination = begin(actor, nomination, "review")
    if not reasons.strip():
        raise Refused(_("Hãy ghi vì sao đồng tình hoặc chưa đồng tình."), field="reasons")
    review, _new = Review.objects.update_or_create(
        nomination=nomination, by=actor.own_position, defaults={"agrees": agrees, "reasons": reasons.strip()}
    )
    settle(nomination, actor)
    opinion = kept("đồng tình") if agrees else kept("chưa đồng tình")
    record(events.REVIEWED, nomination, by=actor.stamp, opinion=opinion, reasons=review.reasons)
    return review
