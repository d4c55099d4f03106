"""What acts on deliveries have in common: the right, the lock, the reason."""

from django.utils.translation import gettext as _

from lienthong.channels.core.models import Delivery
from lienthong.channels.core.permissions import delivery_abilities
from lienthong.core import refusals
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor


def required(reason: str) -> str:
    """As long as its column."""
    return refusals.required(reason)[:500]


def locked(actor: Actor, delivery: Delivery, right: str) -> Delivery:
    """The delivery, held until the end of the transaction, once ``actor`` has the ``right`` to what he is about to do.

    :class:`NotAllowed` for who may not see it, :class:`Refused` when its state or his role does not allow the act.
    """
    delivery = Delivery.objects.select_for_update(of=("self",)).select_related("outlet__office").get(pk=delivery.pk)
    abilities = delivery_abilities(actor, delivery)
    if not abilities.see:
        raise NotAllowed(_("Lần phát hành này của cơ quan khác."))
    if not getattr(abilities, right):
        raise Refused(_("Bước này không còn làm được, hoặc không thuộc việc của bạn. Hãy tải lại trang."))
    return delivery
