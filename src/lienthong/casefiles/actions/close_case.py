"""Close a case file: its list is frozen, each piece with its hash."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.gathering import frozen_list, pieces_of
from lienthong.casefiles.models import CaseFile
from lienthong.casefiles.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def close_case(actor: Actor, case: CaseFile) -> CaseFile:
    """The day of its end is that of its last piece, where nobody wrote another."""
    case = CaseFile.objects.select_for_update().get(pk=case.pk)
    sentence = _("Chỉ văn thư, cán bộ tổng hợp hoặc lãnh đạo cơ quan được kết thúc hồ sơ.")
    state = begin(actor, case, "close", sentence)
    items = pieces_of(actor, case)
    if not items:
        raise Refused(_("Hồ sơ chưa có tài liệu nào nên chưa kết thúc được."))
    case.state, case.frozen = state, frozen_list(items)
    case.closed_by, case.closed_at = actor.own_position, timezone.now()
    case.ends_on = case.ends_on or max(case.starts_on, timezone.localdate(items[-1].at))
    case.save(update_fields=["state", "frozen", "closed_by", "closed_at", "ends_on"])
    record(events.CLOSED, case, by=actor.stamp, count=len(items))
    return case
