"""Hand a closed case file to the archive, with its minute (Nghị định 30/2020/NĐ-CP, Điều 30)."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.models import CaseFile
from lienthong.casefiles.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def hand_over_case(actor: Actor, case: CaseFile, *, receiver: str, minutes_number: str, handed_on: date) -> CaseFile:
    case = CaseFile.objects.select_for_update().get(pk=case.pk)
    state = begin(actor, case, "hand_over")
    if not receiver.strip() or not minutes_number.strip():
        raise Refused(_("Hãy ghi bên nhận và số biên bản giao nhận."), field="receiver")
    if handed_on > timezone.localdate():
        raise Refused(_("Ngày giao nhận không thể sau hôm nay."), field="handed_on")
    assert case.closed_at is not None
    if handed_on < timezone.localdate(case.closed_at):
        raise Refused(_("Ngày giao nhận không thể trước ngày kết thúc hồ sơ."), field="handed_on")
    case.state, case.receiver, case.minutes_number = state, receiver.strip(), minutes_number.strip()
    case.handed_on, case.handed_by = handed_on, actor.own_position
    case.save(update_fields=["state", "receiver", "minutes_number", "handed_on", "handed_by"])
    record(
        events.HANDED_OVER, case, by=actor.stamp,
        receiver=case.receiver, number=case.minutes_number, day=f"{handed_on:%d/%m/%Y}",
    )  # fmt: skip
    return case
