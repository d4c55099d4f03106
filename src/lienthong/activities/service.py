"""The door of the room of activities."""

from django.db.models import Count
from django.urls import reverse

from lienthong.activities.actions.approve_event import approve_event
from lienthong.activities.actions.count_people import count_people
from lienthong.activities.actions.enter_visit import enter_visit
from lienthong.activities.actions.hold_event import hold_event
from lienthong.activities.actions.prove_visits import prove_visits
from lienthong.activities.actions.register_people import register_people
from lienthong.activities.actions.scan_attendance import scan_attendance
from lienthong.activities.actions.submit_event import submit_event
from lienthong.activities.actions.write_event import write_event
from lienthong.activities.door import new_device, poster_code
from lienthong.activities.items import event_url
from lienthong.activities.models import HelpCount, OfficeEvent, TeamVisit
from lienthong.activities.permissions import may_begin, may_prove
from lienthong.activities.visiting import to_give
from lienthong.organisations.service import Actor
from lienthong.plans.service import Occurrence, Share

__all__ = [
    "HelpCount",
    "OfficeEvent",
    "TeamVisit",
    "approve_event",
    "begin_url",
    "count_people",
    "enter_visit",
    "event_url",
    "events_for",
    "given_url",
    "hold_event",
    "may_begin",
    "new_device",
    "poster_code",
    "prove_url",
    "prove_visits",
    "register_people",
    "scan_attendance",
    "submit_event",
    "visits_given",
    "write_event",
]


def begin_url(share: Share, occurrence: Occurrence | None) -> str:
    """Where an event for an occurrence, or for the whole share, begins."""
    asked = {"ky": occurrence.pk} if occurrence else {"phan-viec": share.pk}
    return reverse("activities:begin", query=asked)


def events_for(actor: Actor, share: Share, occurrence: Occurrence | None) -> list[OfficeEvent]:
    """What is held for ``occurrence``, or for the whole ``share`` when there is none; called off ones left out."""
    found = OfficeEvent.objects.visible_to(actor).filter(share=share, occurrence=occurrence)
    return list(found.exclude(state=OfficeEvent.State.CANCELLED).order_by("-pk"))


def visits_given(actor: Actor, share: Share, occurrence: Occurrence | None) -> list[tuple[int, int]]:
    """For each piece of work that visits prove for ``occurrence``, or for the whole ``share``: it and how many."""
    found = TeamVisit.objects.visible_to(actor).filter(work__credits__share=share, work__credits__occurrence=occurrence)
    return list(found.order_by().values_list("work").annotate(n=Count("pk")))


def given_url(work: int) -> str:
    """The visits that were given as evidence of one piece of work."""
    return f"{reverse('activities:visits', query={'minh-chung': work})}#luot"


def prove_url(actor: Actor, share: Share, occurrence: Occurrence | None) -> str:
    """Where visits are given as evidence; nothing where the actor may not or there is none of that time."""
    if not may_prove(actor, share) or not to_give(actor, share, occurrence).exists():
        return ""
    asked = {"ky": occurrence.pk} if occurrence else {"phan-viec": share.pk}
    return reverse("activities:prove_visits", query=asked)
