"""Write a conclusion of a meeting into its minutes."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import Conclusion, Meeting
from lienthong.committees.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def add_conclusion(
    actor: Actor,
    meeting: Meeting,
    *,
    text: str,
    lead: Body | None = None,
    supports: Iterable[Body] = (),
    due: date | None = None,
) -> Conclusion:
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    begin(actor, meeting, "write", "write")
    others = list(supports)
    if not text.strip():
        raise Refused(_("Hãy ghi kết luận."), field="text")
    if lead is None and (others or due):
        raise Refused(_("Hãy chọn đơn vị chủ trì, hoặc bỏ trống phối hợp và hạn."), field="lead")
    if lead in others:
        raise Refused(_("Một đơn vị không vừa chủ trì vừa phối hợp."), field="supports")
    if due and due < timezone.localdate(meeting.starts_at):
        raise Refused(_("Hạn không thể trước ngày họp."), field="due")
    conclusion = Conclusion.objects.create(meeting=meeting, text=text.strip(), lead=lead, due=due)
    conclusion.supports.set(others)
    record(events.CONCLUDED, meeting, by=actor.stamp, text=str(conclusion))
    return conclusion
