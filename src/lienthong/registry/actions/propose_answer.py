"""The handler proposes how to settle a document: the foot of the slip (ND30 Phụ lục IV)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.decision.parts import require_part
from lienthong.registry.models import DecisionPart


def propose_answer(actor: Actor, part: DecisionPart, *, text: str) -> DecisionPart:
    require_part(actor, part)
    if not text.strip():
        raise Refused(_("Chưa ghi ý kiến đề xuất."), field="text")
    with transaction.atomic():
        part = DecisionPart.objects.select_for_update().get(pk=part.pk)
        part.proposal, part.proposed_on = text.strip(), timezone.localdate()
        part.save(update_fields=["proposal", "proposed_on"])
        record(events.PROPOSED_ANSWER, part.decision.document, by=actor.stamp, body=str(part.body))
    return part
