"""Take a piece that was left out back into its case file."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.models import CaseFile, LeftOut
from lienthong.casefiles.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def take_back(actor: Actor, left: LeftOut) -> None:
    case = CaseFile.objects.select_for_update().get(pk=left.case_id)
    begin(actor, case, "change")
    left.delete()
    record(events.TAKEN_BACK, case, by=actor.stamp, title=left.title)
