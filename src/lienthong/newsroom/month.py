"""The editorial calendar: a month of products and of issues that nobody has begun."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.months import ShownMonth, first_of, weeks_of
from lienthong.newsroom.columns import proposed_issues
from lienthong.newsroom.items import product_url
from lienthong.newsroom.models import Product
from lienthong.organisations.service import Actor


@dataclass(frozen=True, slots=True)
class Entry:
    """``state`` of a product, or "proposed"; ``what`` is its state in words."""

    title: str
    url: str
    state: str
    what: str
    time: str = ""


@dataclass(slots=True)
class Day:
    date: date
    inside: bool
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Month(ShownMonth):
    @property
    def days(self) -> list[Day]:
        """Days with something on them, for a list on a phone."""
        return [day for week in self.weeks for day in week if day.inside and day.entries]


def month_of(actor: Actor, asked: str) -> Month:
    """The month "2026-09", else the present one.

    A product stands on the day it went or goes out, else on the day it is due.
    """
    first = first_of(asked)
    weeks = [[Day(day, day.month == first.month) for day in week] for week in weeks_of(first)]
    days = {day.date: day for week in weeks for day in week}
    last = max(day.date for day in days.values() if day.inside)
    for product in (
        Product.objects.visible_to(actor).in_month(first, last).exclude(state="withdrawn").order_by("due_at", "pk")
    ):
        day, time = _place(product)
        if day in days:
            days[day].entries.append(
                Entry(product.title, product_url(product), product.state, product.get_state_display(), time)
            )
    for one in proposed_issues(actor):
        if one.occurrence.due in days:
            url = f"{reverse('newsroom:begin')}?ky={one.occurrence.pk}&chuyen-muc={one.column.pk}"
            title = f"{one.column.title}, {one.occurrence.name}"
            days[one.occurrence.due].entries.append(Entry(title, url, "proposed", _("chưa làm")))
    return Month(first, weeks)


def _place(product: Product) -> tuple[date | None, str]:
    moment = product.released_at or product.due_at
    if moment is None:
        return product.due, ""
    local = timezone.localtime(moment)
    return local.date(), f"{local:%H:%M}"
