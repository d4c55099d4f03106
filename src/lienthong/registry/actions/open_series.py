"""Begin a register in the middle of a year: after the last number that the paper register gave."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.models import Direction, RegisterSeries
from lienthong.registry.permissions import may_receive


def open_series(actor: Actor, *, direction: Direction, year: int, last_number: int, code: str = "") -> RegisterSeries:
    """Let the next number of the register be ``last_number + 1``; :class:`Refused` once it has given a number."""
    if not may_receive(actor):
        raise NotAllowed(_("Chỉ văn thư của cơ quan được mở sổ."))
    with transaction.atomic():
        series, _made = RegisterSeries.objects.get_or_create(
            office=actor.office, direction=direction, year=year, code=code
        )
        series = RegisterSeries.objects.select_for_update().get(pk=series.pk)
        if series.documents.exists() or series.held_numbers.exists():
            raise Refused(_("Sổ này đã cấp số, không đặt lại được."))
        series.last_number = last_number
        series.save(update_fields=["last_number"])
        record(
            events.SERIES_OPENED,
            series,
            by=actor.stamp,
            direction=str(Direction(direction).label).lower(),
            year=year,
            next=last_number + 1,
        )
    return series
