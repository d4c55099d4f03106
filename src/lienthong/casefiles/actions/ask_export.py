"""Ask for the files of a case file, or of what stands behind a thing; they are made in the background."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.casefiles import events
from lienthong.casefiles.models import CaseExport, CaseFile, Subject
from lienthong.casefiles.permissions import may_gather
from lienthong.casefiles.tasks import wake_export
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor, abilities_for

#: How long the files are kept; a new export is one button away.
KEPT_FOR = timedelta(days=7)


@transaction.atomic
def ask_export(actor: Actor, what: CaseFile | Subject) -> CaseExport:
    case = what if isinstance(what, CaseFile) else None
    subject = what.subject if isinstance(what, CaseFile) else what
    if not (may_gather(actor, subject) and (case is None or abilities_for(actor, case).see)):
        raise NotAllowed(_("Bạn không được xem hồ sơ này."))
    export = CaseExport.objects.create(
        case=case,
        requested_by=actor.own_position,
        expires_at=timezone.now() + KEPT_FOR,
        **CaseExport.named(subject),
    )
    record(events.EXPORTED, what, by=actor.stamp, title=export.title)
    wake_export(export)
    return export
