"""Conclude an inspection: units were heard, and its head or a leader says what came of it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused, required
from lienthong.inspections import events, items
from lienthong.inspections.hearing import may_still_answer
from lienthong.inspections.models import CheckLine, Inspection
from lienthong.inspections.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def conclude_inspection(actor: Actor, inspection: Inspection, *, opinion: str) -> Inspection:
    found, today = begin(actor, inspection, "conclude"), timezone.localdate()
    found.opinion = required(opinion, _("Hãy ghi nhận xét, kết luận chung."), "opinion")
    waiting = [visit.body.label for visit in found.visits.select_related("body") if may_still_answer(visit, today)]
    if waiting:
        words = {"units": ", ".join(waiting)}
        raise Refused(_("Chưa gửi kết quả hoặc chưa hết hạn giải trình: %(units)s.") % words, field="opinion")
    lines = CheckLine.objects.filter(visit__inspection=found)
    if lines.unanswered().exists():
        raise Refused(_("Còn nội dung chưa ghi kết quả."), field="opinion")
    found.save(update_fields=["state", "opinion"])
    items.settle(found)
    failed = lines.filter(result=CheckLine.Result.NOT_MET).count()
    record(events.CONCLUDED, found, by=actor.stamp, failed=failed)
    return found
