"""A message in the hands of a person, made through the acts."""

from typing import Any

from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.core.tests.factories import make_outlet, order, send_all
from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast


def make_handover(people: Cast, person: Actor, **values: Any) -> Handover:
    outlet = make_outlet(
        people, "by_hand", name="Nhóm chat thôn 1", keeper=person.position,
        options={"place": "Nhóm chat thôn 1", "how": "Đăng vào buổi tối."},
    )  # fmt: skip
    delivery = order(people, outlet, **values)
    send_all(delivery)
    return Handover.objects.get(delivery=delivery)
