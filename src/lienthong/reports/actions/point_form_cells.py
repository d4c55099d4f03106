"""Say once where what stands in the cells of a form comes from."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.reports import events
from lienthong.reports.models import FormCell, ProvidedForm
from lienthong.reports.permissions import form_abilities
from lienthong.reports.sheets.sources import sources


@transaction.atomic
def point_form_cells(actor: Actor, form: ProvidedForm, pointed: dict[int, str]) -> int:
    """``pointed``: key of a cell → key of its source, "" for a cell that stays empty. Returns how many changed."""
    if not form_abilities(actor, form).manage:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo chỉ nguồn cho biểu mẫu."))
    known = {source.key for source in sources(form.office)} | {""}
    if not set(pointed.values()) <= known:
        raise Refused(_("Có nguồn không còn dùng được. Hãy tải lại trang rồi chọn lại."))
    changed = []
    for cell in form.cells.filter(pk__in=pointed):
        if cell.source != pointed[cell.pk]:
            cell.source = pointed[cell.pk]
            changed.append(cell)
    FormCell.objects.bulk_update(changed, ["source"])
    if changed:
        record(events.FORM_POINTED, form, by=actor.stamp, name=form.name, n=len(changed))
    return len(changed)
