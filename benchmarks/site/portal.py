"""A portal with its first page, for what is measured on the public side. Import it once Django is set up."""

from __future__ import annotations

from typing import NamedTuple

from django.core.management import call_command

from lienthong.organisations.models import Body, Position, Role, User
from lienthong.organisations.service import Actor
from lienthong.portal.models import PageState
from lienthong.portal.service import approve_page, open_portal, submit_page


class Opened(NamedTuple):
    """The office whose portal it is, who writes there, and who approves."""

    office: Body
    writer: Actor
    leader: Actor


def opened(hostname: str = "localhost") -> Opened:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    office = Body.objects.create(name="Ủy ban nhân dân xã Minh Hòa", kind="state", level="commune", is_office=True)
    writer, leader = _actor(office, Role.MEMBER), _actor(office, Role.LEADER)
    portal = open_portal(_actor(office, Role.ADMINISTRATOR), hostname=hostname)
    first = submit_page(writer, PageState.objects.get(page=portal.site.root_page))
    approve_page(leader, first, seen=first.written_id)
    return Opened(office, writer, leader)


def _actor(office: Body, role: Role) -> Actor:
    user = User.objects.create(username=f"thu.{role}", full_name="Nguyễn Văn A", password="!")
    return Actor(user, Position.objects.create(user=user, body=office, title=str(role.label), role=role))
