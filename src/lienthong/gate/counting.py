"""Who gets in, by counts of the database. Nothing that is asked or put off is stored; only what got in is counted."""

from __future__ import annotations

from django.db.models import Count, Q
from django.utils import timezone

from lienthong.gate.doors import WINDOW, Door, Signs, Verdict, verdict
from lienthong.gate.handing import Arriving
from lienthong.gate.models import Arrival
from lienthong.organisations.service import Body


def signs_at(office: Body, door: Door, arriving: Arriving) -> Signs:
    since = timezone.now() - WINDOW
    counted = Arrival.objects.filter(office=office, door=door.name, at__gt=since).aggregate(
        in_all=Count("pk"), from_one=Count("pk", filter=Q(address=arriving.address))
    )
    return Signs(**counted, odd=arriving.odd, answered=arriving.answered)


def got_in(office: Body, door: Door) -> list[tuple[str, str]]:
    """Of each form that got in during the window its number and the hash of its address."""
    rows = Arrival.objects.filter(office=office, door=door.name, at__gt=timezone.now() - WINDOW)
    return list(rows.values_list("form", "address"))


def judged(office: Body, door: Door, arriving: Arriving) -> Verdict:
    """What is said to one more form; nothing is held or written. The same form again is in already."""
    signs = signs_at(office, door, arriving)
    said = verdict(door, signs)
    # Where nothing got in from the address its form did not either; most of a flood is spared the second question.
    again = said is not Verdict.IN and signs.from_one
    if again and Arrival.objects.filter(door=door.name, form=arriving.form).exists():
        return Verdict.IN
    return said


def admit(office: Body, door: Door, arriving: Arriving) -> Verdict:
    """As :func:`judged`, and counted when it gets in. In a transaction.

    The row of the office is held: of many that come at the same moment no more get in than the rule says.
    """
    Body.objects.select_for_update(no_key=True).get(pk=office.pk)
    said = judged(office, door, arriving)
    if said is Verdict.IN:
        count(office, door, arriving)
    return said


def count(office: Body, door: Door, arriving: Arriving) -> None:
    """That a form got in, once."""
    arrival = Arrival(office=office, door=door.name, form=arriving.form, address=arriving.address)
    Arrival.objects.bulk_create([arrival], ignore_conflicts=True)
