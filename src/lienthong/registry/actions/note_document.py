"""A unit that a document was sent to for its information says that it knows."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.decision.finishing import close_part
from lienthong.registry.models import DecisionPart


def note_document(actor: Actor, part: DecisionPart) -> DecisionPart:
    document = part.decision.document
    sent = part.part == DecisionPart.Part.NOTE and part.body_id in actor.body_ids
    if not abilities_for(actor, document).see or not sent:
        raise NotAllowed(_("Văn bản này không gửi đơn vị của bạn để biết."))
    with transaction.atomic():
        part = close_part(part.pk, timezone.localdate())
        record(events.DECISION_NOTED, document, by=actor.stamp, body=str(part.body))
    return part
