"""Leave a duplicate or a rough copy out of a case file (Nghị định 30/2020/NĐ-CP, Điều 29.3), with the reason."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.gathering import pieces_of
from lienthong.casefiles.models import CaseFile, LeftOut
from lienthong.casefiles.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def leave_out(actor: Actor, case: CaseFile, key: str, *, reason: str) -> LeftOut:
    """``key`` is that of a piece that the actor sees in the case file."""
    case = CaseFile.objects.select_for_update().get(pk=case.pk)
    begin(actor, case, "change")
    item = next((item for item in pieces_of(actor, case) if item.key == key), None)
    if item is None:
        raise Refused(_("Tài liệu này không còn trong hồ sơ. Hãy tải lại trang."))
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao loại tài liệu này ra."), field="reason")
    left = LeftOut.objects.create(
        case=case, key=key, title=item.title[:600], reason=reason.strip()[:300], by=actor.own_position
    )
    record(events.LEFT_OUT, case, by=actor.stamp, title=left.title, reason=left.reason)
    return left
