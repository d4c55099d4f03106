"""Open a closed case file again, with the reason; its frozen list goes."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.models import CaseFile
from lienthong.casefiles.permissions import begin
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def reopen_case(actor: Actor, case: CaseFile, *, reason: str) -> CaseFile:
    case = CaseFile.objects.select_for_update().get(pk=case.pk)
    state = begin(actor, case, "reopen")
    if not reason.strip():
        raise Refused(_("Hãy ghi vì sao mở lại hồ sơ."), field="reason")
    case.state, case.frozen, case.reason = state, None, reason.strip()[:500]
    case.closed_by = case.closed_at = None
    case.save(update_fields=["state", "frozen", "reason", "closed_by", "closed_at"])
    record(events.REOPENED, case, by=actor.stamp, reason=case.reason)
    return case
