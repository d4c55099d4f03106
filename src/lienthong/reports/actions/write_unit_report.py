"""Writing a unit's report: words and typed figures, each figure under the name of whoever typed it."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.reports import events
from lienthong.reports.models import AskedFigure, TypedFigure, UnitReport
from lienthong.reports.permissions import begin

PARTS = ("results", "shortcomings", "causes", "outlook")
#: A value, and the denominator of a ratio; None: nothing typed.
Typed = tuple[Decimal | None, Decimal | None]


@transaction.atomic
def write_unit_report(
    actor: Actor, unit_report: UnitReport, *, texts: Mapping[str, str], figures: Mapping[AskedFigure, Typed]
) -> UnitReport:
    """Store the given parts (names of ``PARTS``) and figures; what is not given stays.

    After it was sent only the coordinator edits; a figure he changes then carries his name and the time. Words that
    were merged already are edited in the office's report.
    """
    waiting = unit_report.state in (UnitReport.State.ASKED, UnitReport.State.RETURNED)
    unit_report.state = begin(actor, unit_report, "write" if waiting else "correct")
    merged = unit_report.state == UnitReport.State.MERGED
    changed = [] if merged else _write_texts(unit_report, texts)
    for asked, (value, out_of) in figures.items():
        _check(asked, value, out_of, blank=waiting)
        if _write_figure(actor, unit_report, asked, value, out_of):
            changed.append(asked.name)
    unit_report.written_at = timezone.now()
    unit_report.save(update_fields=[*PARTS, "written_at"])
    if changed:
        parts = ", ".join(changed)[:400]
        audit.record(events.UNIT_WRITTEN, unit_report, by=actor.stamp, body=unit_report.body.label, parts=parts)
    return unit_report


def _write_texts(unit_report: UnitReport, texts: Mapping[str, str]) -> list[str]:
    changed = [name for name in PARTS if name in texts and getattr(unit_report, name) != texts[name]]
    for name in changed:
        setattr(unit_report, name, texts[name])
    names = [str(UnitReport._meta.get_field(name).verbose_name) for name in changed]  # type: ignore[union-attr]
    return [kept(name) for name in names]


def _check(asked: AskedFigure, value: Decimal | None, out_of: Decimal | None, *, blank: bool) -> None:
    name = {"name": asked.name}
    if not blank and (value is None or (asked.ratio and out_of is None)):
        raise Refused(_("“%(name)s”: báo cáo đã gửi, không bỏ trống số liệu được.") % name, field=f"v{asked.pk}")
    if value is not None and out_of == 0 and value > 0:
        raise Refused(_("“%(name)s”: mẫu số bằng 0 thì tử số phải bằng 0.") % name, field=f"m{asked.pk}")


def _write_figure(
    actor: Actor, unit_report: UnitReport, asked: AskedFigure, value: Decimal | None, out_of: Decimal | None
) -> bool:
    """True when something changed: an unchanged figure keeps the name of whoever typed it."""
    before = unit_report.typed.filter(asked=asked).first()
    if value is None or (asked.ratio and out_of is None):
        if before is not None:
            before.delete()
        return before is not None
    out_of = out_of if asked.ratio else None
    if before is not None and (before.value, before.out_of) == (value, out_of):
        return False
    TypedFigure.objects.update_or_create(
        unit_report=unit_report, asked=asked,
        defaults={"value": value, "out_of": out_of, "typed_by": actor.own_position, "typed_at": timezone.now()},
    )  # fmt: skip
    return True
