"""Urge a body to act (*đôn đốc*)."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events, items
from lienthong.plans.models import Share, Urging
from lienthong.plans.permissions import begin


@transaction.atomic
def urge_share(actor: Actor, share: Share, *, text: str) -> Urging:
    begin(actor, share, "urge")
    if not text.strip():
        raise Refused(_("Hãy ghi nội dung đôn đốc."), field="text")
    urging = Urging.objects.create(share=share, text=text.strip(), by=actor.own_position)
    items.tell_body(share, kept("Đôn đốc: %(text)s") % {"text": urging.text}, urgent=True)
    record(events.SHARE_URGED, share, by=actor.stamp, text=urging.text)
    return urging
