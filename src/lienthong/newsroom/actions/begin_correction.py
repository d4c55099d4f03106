"""Open what is out for a correction: the approved text stays with the public until the corrected one is approved."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.newsroom import events
from lienthong.newsroom.deciding import locked, moved
from lienthong.newsroom.models import Product
from lienthong.newsroom.outgoing import stop_everything
from lienthong.organisations.service import Actor


@transaction.atomic
def begin_correction(actor: Actor, product: Product, *, reason: str) -> Product:
    """What has not gone out yet of the wrong version does not go out any more, reruns included."""
    reason = required(reason, _("Hãy ghi sai ở đâu, cần đính chính gì."))
    product = moved(
        actor, locked(product), "correct", "correct", _("Chỉ lãnh đạo, trưởng đơn vị, tổng hợp mở đính chính."),
        reason=reason, approved=None, hash="", approved_by=None, approved_at=None, authority="", due_at=None,
    )  # fmt: skip
    stop_everything(actor, product, reason)
    record(events.CORRECTING, product, by=actor.stamp, reason=reason)
    return product
