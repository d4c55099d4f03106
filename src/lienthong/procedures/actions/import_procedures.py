"""Import procedures from the spreadsheet of a decision: all of it or nothing, and nothing public before an approval."""

from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.file_kinds import sha256_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.tables import read_workbook
from lienthong.organisations.service import Actor
from lienthong.procedures import events, items
from lienthong.procedures.imports.running import ImportReport, ImportRun
from lienthong.procedures.imports.sheet import SHEET
from lienthong.procedures.models import Batch
from lienthong.procedures.permissions import may_write


def import_procedures(
    actor: Actor, content: bytes, *, file_name: str, decision: str, dated: date, apply: bool = False
) -> ImportReport:
    """What the rows do; done only with ``apply``, and only when no row has a problem.

    Each changed procedure gets a version that waits, all together in one :class:`Batch` that names the decision.
    """
    if not may_write(actor):
        raise NotAllowed(_("Chỉ người của cơ quan nhập thủ tục của cơ quan."))
    if not decision.strip():
        raise Refused(_("Hãy ghi số quyết định công bố."), field="decision")
    if dated > timezone.localdate():
        raise Refused(_("Ngày quyết định không được sau hôm nay."), field="dated")
    rows = read_workbook(content, (SHEET,))
    with transaction.atomic():
        batch = Batch.objects.create(
            office=actor.own_office, decision=decision.strip(), dated=dated, file_name=file_name[:255],
            sha256=sha256_of(ContentFile(content)), made_by=actor.own_position,
        )  # fmt: skip
        report = ImportRun(actor, batch).run(rows)
        if not apply or report.problems:
            transaction.set_rollback(True)
        elif not report.changes:
            raise Refused(_("Không có thủ tục nào đổi, nên không có gì để ghi."))
        else:
            items.ask_for_batch(batch, actor)
            record(
                events.IMPORTED, batch, by=actor.stamp, count=report.changes, file=batch.file_name,
                decision=batch.decision,
            )  # fmt: skip
            report.batch = batch
    return report
