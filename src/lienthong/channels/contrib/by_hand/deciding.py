"""What the acts on a handover have in common: the lock and the right."""

from django.utils.translation import gettext as _

from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.contrib.by_hand.permissions import handover_abilities
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor


def locked(actor: Actor, handover: Handover, right: str) -> Handover:
    """The handover, held until the end of the transaction, once ``actor`` has the ``right``."""
    held = Handover.objects.select_for_update(of=("self",)).select_related("delivery__outlet__office", "position")
    handover = held.get(pk=handover.pk)
    abilities = handover_abilities(actor, handover)
    if not abilities.see:
        raise NotAllowed(_("Việc đăng này được giao cho người khác."))
    if not getattr(abilities, right):
        raise Refused(_("Bước này không còn làm được, hoặc được giao cho người khác. Hãy tải lại trang."))
    return handover
