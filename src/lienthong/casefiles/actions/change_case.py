"""Correct the data of a case file while it is open."""

from typing import Any

from django.db import transaction

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.codes import refuse_used_code
from lienthong.casefiles.models import CaseFile
from lienthong.casefiles.permissions import begin
from lienthong.core.fields import labels_of
from lienthong.core.language import site_language
from lienthong.organisations.service import Actor


@transaction.atomic
def change_case(actor: Actor, case: CaseFile, *, values: dict[str, Any]) -> CaseFile:
    case = CaseFile.objects.select_for_update().get(pk=case.pk)
    begin(actor, case, "change")
    changed = [name for name, value in values.items() if getattr(case, name) != value]
    for name in changed:
        setattr(case, name, values[name])
    if changed:
        refuse_used_code(case)
        case.save(update_fields=changed)
        with site_language():
            record(events.CHANGED, case, by=actor.stamp, fields=", ".join(labels_of(CaseFile, changed)))
    return case
