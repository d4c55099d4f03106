"""Fill a form for a report: the file as it came from above, with nothing changed but the cells it asks for."""

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.file_kinds import sha256_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.reports import events
from lienthong.reports.models import FilledForm, ProvidedForm, Report, TypedCell
from lienthong.reports.permissions import form_abilities
from lienthong.reports.sheets.filling import fill


@transaction.atomic
def fill_form(actor: Actor, report: Report, form: ProvidedForm, *, typed: dict[int, str]) -> FilledForm:
    """``typed``: key of a cell that is typed → what it says this period; kept with who typed it and when."""
    if not (form_abilities(actor, form).manage and actor.in_office(report.office_id)):
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo điền biểu mẫu."))
    if form.obligation_id not in (None, report.obligation_id):
        raise Refused(_("Biểu mẫu này thuộc báo cáo khác."))
    changed = _keep_typed(actor, report, form, typed)
    if changed:
        record(events.FORM_TYPED, report, by=actor.stamp, name=form.name, n=changed)
    content = ContentFile(fill(report, form))
    filled = FilledForm(report=report, form=form, sha256=sha256_of(content), filled_by=actor.own_position)
    filled.file.save("bieu-mau.xlsx", content, save=False)
    filled.save()
    record(events.FORM_FILLED, report, by=actor.stamp, name=form.name, hash=filled.sha256[:12])
    return filled


def _keep_typed(actor: Actor, report: Report, form: ProvidedForm, typed: dict[int, str]) -> int:
    changed = 0
    before = {each.cell_id: each for each in TypedCell.objects.filter(report=report, cell__form=form)}
    for cell in form.cells.filter(source="typed:", pk__in=typed):
        value = typed[cell.pk].strip()[:500]
        if (before[cell.pk].value if cell.pk in before else "") != value:
            TypedCell.objects.update_or_create(
                report=report, cell=cell,
                defaults={"value": value, "typed_by": actor.own_position, "typed_at": timezone.now()},
            )  # fmt: skip
            changed += 1
    return changed
