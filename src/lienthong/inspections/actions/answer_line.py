"""Write what was found about one line, at the unit: met or not, in words, with photos, and what is to be mended."""

from collections.abc import Iterable
from datetime import date

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.file_kinds import kind_of, sha256_of
from lienthong.core.refusals import Refused
from lienthong.inspections import events, items
from lienthong.inspections.models import CheckLine, LineFile
from lienthong.inspections.permissions import begin_at
from lienthong.organisations.service import Actor


@transaction.atomic
def answer_line(
    actor: Actor,
    line: CheckLine,
    *,
    result: str,
    finding: str = "",
    mend: str = "",
    mend_by: date | None = None,
    files: Iterable[File] = (),
) -> CheckLine:
    """Changed after the unit was shown it, the unit is told."""
    visit = begin_at(actor, line.visit, "find")
    line = CheckLine.objects.select_for_update().get(pk=line.pk)
    finding, mend = finding.strip(), mend.strip()
    _refuse_half(result, finding, mend, mend_by)
    line.result, line.finding, line.mend, line.mend_by = result, finding, mend, mend_by
    line.found_by, line.found_at = actor.own_position, timezone.now()
    line.save()
    for file in files:
        _keep(line, file, actor)
    items.visited(visit)
    if visit.sent_at is not None:
        items.tell_changed(visit)
    record(events.FOUND, visit.inspection, by=actor.stamp, body=visit.body.label, text=str(line))
    return line


def _refuse_half(result: str, finding: str, mend: str, mend_by: date | None) -> None:
    if result not in CheckLine.Result.values:
        raise Refused(_("Hãy chọn đạt, chưa đạt hoặc không áp dụng."), field="result")
    failed = result == CheckLine.Result.NOT_MET
    if failed and not finding:
        raise Refused(_("Chưa đạt thì hãy ghi nhận xét: thấy gì, thiếu gì."), field="finding")
    if not failed and (mend or mend_by):
        raise Refused(_("Chỉ nội dung chưa đạt mới có việc phải khắc phục."), field="mend")
    if bool(mend) != bool(mend_by):
        raise Refused(_("Việc phải khắc phục cần cả nội dung và hạn."), field="mend" if mend_by else "mend_by")
    if mend_by and mend_by < timezone.localdate():
        raise Refused(_("Hạn khắc phục đã qua. Hãy chọn ngày khác."), field="mend_by")


def _keep(line: CheckLine, file: File, actor: Actor) -> None:
    kind, name = kind_of(file), str(file.name).replace("\\", "/").rsplit("/", 1)[-1][-255:]
    kept = LineFile(
        line=line, name=name, content_type=kind.content_type, sha256=sha256_of(file), added_by=actor.own_position
    )
    kept.stored.save(f"kiem-tra{kind.ending}", file, save=False)
    kept.save()
