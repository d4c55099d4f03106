"""Take a form from above as it is, or a new edition of one."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.file_kinds import sha256_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.reports import events
from lienthong.reports.models import FormCell, Obligation, ProvidedForm
from lienthong.reports.permissions import form_abilities, may_make_reports
from lienthong.reports.sheets.grid import grids_of
from lienthong.reports.sheets.package import open_form


@transaction.atomic
def add_provided_form(
    actor: Actor,
    file: File,
    *,
    name: str,
    asked_by: str = "",
    obligation: Obligation | None = None,
    replaces: ProvidedForm | None = None,
) -> ProvidedForm:
    """A form whose cells nobody pointed yet; of a new edition those keep their source whose words stayed the same.

    :class:`Refused` for a file that cannot be filled without losing something of it, or that asks for nothing.
    """
    if not may_make_reports(actor) or (obligation and not actor.in_office(obligation.office_id)):
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo nhận biểu mẫu báo cáo."))
    if replaces is not None:
        _require_current(actor, replaces)
        obligation, asked_by = replaces.obligation, replaces.asked_by
    asked = [(grid.title, box) for grid in grids_of(open_form(file)) if not grid.hidden for box in grid.asks]
    if not asked:
        raise Refused(_("Không thấy ô trống nào có kẻ khung và có tên dòng, tên cột để điền."))
    form = ProvidedForm(
        office=actor.own_office, obligation=obligation, name=name.strip() or str(file.name),
        asked_by=asked_by.strip() or (obligation.recipient if obligation else ""), file_name=str(file.name)[:255],
        sha256=sha256_of(file), replaces=replaces, added_by=actor.own_position,
    )  # fmt: skip
    form.file.save("bieu-mau.xlsx", file, save=False)
    form.save()
    kept = _sources_before(replaces)
    FormCell.objects.bulk_create(
        FormCell(form=form, sheet=sheet, at=box.at, label=box.label[:500], source=kept.get(box.label[:500], ""))
        for sheet, box in asked
    )
    if replaces is None:
        record(events.FORM_ADDED, form, by=actor.stamp, name=form.name, asked_by=form.asked_by)
    else:
        pointed = form.cells.exclude(source="").count()
        record(events.FORM_REPLACED, form, by=actor.stamp, name=form.name, n=pointed)
    return form


def _require_current(actor: Actor, form: ProvidedForm) -> None:
    if not form_abilities(actor, form).manage:
        raise NotAllowed(_("Biểu mẫu này của cơ quan khác."))
    if ProvidedForm.objects.filter(replaces=form).exists():
        raise Refused(_("Biểu mẫu này đã có bản mới hơn. Hãy mở bản mới nhất."))


def _sources_before(form: ProvidedForm | None) -> dict[str, str]:
    """Words of a cell → its source in the edition before; words that stood twice tell nothing."""
    if form is None:
        return {}
    cells = list(form.cells.values_list("label", "source"))
    labels = [label for label, _source in cells]
    return {label: source for label, source in cells if labels.count(label) == 1}
