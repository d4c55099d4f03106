"""The reply document answers an incoming one; with every lead part done the document is settled."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.decision.finishing import close_part, finish_document
from lienthong.registry.decision.parts import current_decision, own_parts, parts_of
from lienthong.registry.granting import record_answer
from lienthong.registry.models import DecisionPart, Direction, OfficialDocument
from lienthong.registry.workflow import REGISTERED


def answer_document(actor: Actor, document: OfficialDocument, *, answer: OfficialDocument) -> OfficialDocument:
    """Link the issued document ``answer`` as the reply to ``document`` and close the part that it settles.

    From the handler that is his unit's own part; from clerk or coordinator the lead's.
    """
    if not abilities_for(actor, document).answer:
        raise NotAllowed(_("Chỉ đơn vị được giao, văn thư hoặc cán bộ tổng hợp được ghi văn bản trả lời."))
    if answer.direction != Direction.OUTGOING or answer.state not in REGISTERED:
        raise Refused(_("Văn bản trả lời phải là văn bản đi đã đăng ký."), field="number")
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        record_answer(document, answer)
        own = [part for part in own_parts(actor, document) if part.part != DecisionPart.Part.NOTE]
        leads = [part for part in parts_of(current_decision(document)) if part.part == DecisionPart.Part.LEAD]
        for part in own or leads:
            close_part(part.pk, timezone.localdate())
        finish_document(document, "answer")
        record(events.ANSWERED, document, by=actor.stamp, number=answer.number)
    return document
