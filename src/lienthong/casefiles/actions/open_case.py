"""Open a case file about a plan, a document or a report."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.codes import refuse_used_code
from lienthong.casefiles.models import CaseFile, Subject
from lienthong.casefiles.permissions import may_open
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor


@transaction.atomic
def open_case(actor: Actor, subject: Subject, *, values: dict[str, Any]) -> CaseFile:
    """``values`` are the fields of :class:`~lienthong.casefiles.forms.CaseForm`."""
    if not may_open(actor, subject):
        raise NotAllowed(_("Chỉ người làm việc ở cơ quan lập hồ sơ được mở hồ sơ."))
    case = CaseFile(office=actor.own_office, created_by=actor.own_position, **CaseFile.named(subject), **values)
    refuse_used_code(case)
    case.save()
    record(events.OPENED, case, by=actor.stamp, code=case.code, title=case.title)
    return case
