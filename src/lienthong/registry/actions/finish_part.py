"""A unit reports that its part of a document is done; with the lead's part the document is settled."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.decision.finishing import close_part, finish_document
from lienthong.registry.decision.parts import require_part
from lienthong.registry.models import DecisionPart, OfficialDocument


def finish_part(actor: Actor, part: DecisionPart) -> DecisionPart:
    """Mark ``part`` done today. A document whose leads are all done needs nothing more (no reply was asked for)."""
    require_part(actor, part)
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=part.decision.document_id)
        part = close_part(part.pk, timezone.localdate())
        finish_document(document, "finish")
        record(events.PART_FINISHED, document, by=actor.stamp, body=str(part.body))
    return part
