"""Show a unit what was found, and ask what it says to that, until a day."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inspections import events, items
from lienthong.inspections.models import Visit
from lienthong.inspections.permissions import begin
from lienthong.inspections.writing import refuse_past
from lienthong.organisations.service import Actor


@transaction.atomic
def send_findings(actor: Actor, visit: Visit, *, answer_by: date) -> Visit:
    inspection = begin(actor, visit.inspection, "send")
    visit = Visit.objects.select_for_update().get(pk=visit.pk)
    if not visit.lines.exists() or visit.lines.unanswered().exists():
        raise Refused(_("Còn nội dung chưa ghi kết quả. Hãy ghi đủ rồi gửi đơn vị."), field="answer_by")
    refuse_past(answer_by, "answer_by")
    visit.sent_at, visit.answer_by, visit.inspection = timezone.now(), answer_by, inspection
    visit.save(update_fields=["sent_at", "answer_by"])
    items.ask_unit(visit, actor)
    record(events.SENT, inspection, by=actor.stamp, body=visit.body.label, day=f"{answer_by:%d/%m/%Y}")
    return visit
