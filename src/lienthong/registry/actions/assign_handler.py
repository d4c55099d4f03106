"""The head of a unit names who handles a document, until when: the middle of the slip (ND30 Phụ lục IV)."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Position
from lienthong.registry import events
from lienthong.registry.decision.parts import close_for, colleagues, open_for, require_part
from lienthong.registry.models import DecisionPart
from lienthong.registry.workflow import DOCUMENT


def assign_handler(actor: Actor, part: DecisionPart, *, handler: Position, due: date | None = None) -> DecisionPart:
    """Let ``handler`` (a position in the unit) handle ``part``; without ``due`` the leader's deadline holds."""
    require_part(actor, part, head=True)
    document = part.decision.document
    DOCUMENT.move(document.state, "hand_on")
    if not colleagues(part.body).filter(pk=handler.pk).exists():
        raise Refused(_("Người này không thuộc đơn vị được giao. Hãy chọn lại."), field="handler")
    if due is not None and part.due is not None and due > part.due:
        raise Refused(_("Hạn của người giải quyết không được sau hạn lãnh đạo giao."), field="due")
    with transaction.atomic():
        part = DecisionPart.objects.select_for_update().get(pk=part.pk)
        part.handler, part.handler_due, part.handler_set_on = handler, due, timezone.localdate()
        part.save(update_fields=["handler", "handler_due", "handler_set_on"])
        close_for(part)
        open_for(part)
        record(events.HANDED_ON, document, by=actor.stamp, body=str(part.body))
    return part
