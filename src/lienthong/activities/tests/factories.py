"""Activities for tests, made through the acts."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from lienthong.activities.actions.approve_event import approve_event
from lienthong.activities.actions.count_people import count_people
from lienthong.activities.actions.enter_visit import enter_visit
from lienthong.activities.actions.hold_event import hold_event
from lienthong.activities.actions.register_people import register_people
from lienthong.activities.actions.submit_event import submit_event
from lienthong.activities.actions.write_event import write_event
from lienthong.activities.models import OfficeEvent, Registration, TeamVisit
from lienthong.activities.tests.pictures import picture
from lienthong.gate.tests.factories import arriving
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.service import Occurrence, Share


def event_values(**values: Any) -> dict[str, Any]:
    """What is typed about an event that begins in two days, unless told otherwise."""
    starts = values.pop("starts_at", timezone.now() + timedelta(days=2))
    return {
        "title": "Ngày Chuyển đổi số quốc gia 10/10",
        "kind": "day",
        "about": "Hướng dẫn tại chỗ, giao lưu, hỏi đáp về dịch vụ công trực tuyến.",
        "audience": "Mọi người dân trong xã",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=3),
        "place": "Nhà văn hóa xã",
        "link": "",
        "capacity": 100,
        "programme": "08:00; Khai mạc; Phòng Văn hóa - Xã hội\n8h30; Hướng dẫn tại bàn; Công an xã",
    } | values


def make_event(
    people: Cast, *, share: Share | None = None, occurrence: Occurrence | None = None, **values: Any
) -> OfficeEvent:
    invited = values.pop("invited", [people.economy])
    return write_event(
        people.member, None, values=event_values(**values), invited=invited, share=share, occurrence=occurrence
    )


def make_public_event(people: Cast, **values: Any) -> OfficeEvent:
    event = submit_event(people.member, make_event(people, **values))
    return approve_event(people.leader, event, seen=event.edits)


def make_past_event(people: Cast, **values: Any) -> OfficeEvent:
    """Public, and over since yesterday."""
    return make_public_event(people, starts_at=timezone.now() - timedelta(days=1), **values)


def make_registration(event: OfficeEvent, people: int = 3, **more: str) -> Registration:
    made = register_people(event, arriving(), people=people, **more)
    assert isinstance(made, Registration)
    return made


def make_held_event(people: Cast, *, counted: int = 40, **values: Any) -> OfficeEvent:
    """Held yesterday, counted by hand, with minutes and a photo."""
    event = count_people(people.member, make_past_event(people, **values), people=counted)
    today = timezone.localdate()
    return hold_event(people.member, event, minutes_number="12/BB-UBND", minutes_dated=today, photos=[picture()])


def make_visit(people: Cast, day: date | None = None, **helped: int) -> TeamVisit:
    """The team of the first hamlet at home, today."""
    own = people.hamlets[0]
    return enter_visit(people.member, hamlet=own, team=own, day=day or timezone.localdate(), helped=helped)
