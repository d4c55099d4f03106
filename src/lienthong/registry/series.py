"""The counters of the registers: numbers from 1 on 1 January to 31 December, without gaps (ND30 Điều 15.1, 22)."""

from datetime import date

from django.db import connection
from django.db.models import F
from django.utils import timezone

from lienthong.organisations.service import Body
from lienthong.registry.models import RegisterSeries


def series_for(office: Body, direction: str, day: date, code: str = "") -> RegisterSeries:
    """The register that a document of ``day`` belongs to; made when it is the first."""
    series, _made = RegisterSeries.objects.get_or_create(office=office, direction=direction, year=day.year, code=code)
    return series


def next_number(series: RegisterSeries) -> int:
    """Take the next number of ``series``, inside the caller's transaction.

    The update holds the row until the transaction ends, so that two clerks queue; a transaction that fails gives its
    number back.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a number is taken together with what it is given to")
    RegisterSeries.objects.filter(pk=series.pk).update(last_number=F("last_number") + 1)
    series.refresh_from_db(fields=["last_number"])
    return series.last_number


def next_numbers(office: Body, direction: str) -> dict[str, int]:
    """The next number of each register of this year, by its code; for the clerk to see, not to count on."""
    series = RegisterSeries.objects.filter(office=office, direction=direction, year=timezone.localdate().year)
    return {code: last + 1 for code, last in series.values_list("code", "last_number")} or {"": 1}
