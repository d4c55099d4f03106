"""Give a user a position in a body."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.growing import held
from lienthong.organisations.models import Body, Position, Role, User
from lienthong.organisations.permissions import abilities_for


def add_position(
    actor: Actor,
    user: User,
    *,
    body: Body,
    title: str,
    role: Role | str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Position:
    """``user`` holds ``title`` in ``body`` with the rights of ``role``, from a day to a day or open."""
    if not abilities_for(actor, body).staff:
        raise NotAllowed(_("Chỉ quản trị của cơ quan giao được chức vụ ở đây."))
    title = " ".join(title.split())
    if not title:
        raise Refused(_("Hãy ghi chức vụ."), field="title")
    if valid_from and valid_to and valid_to < valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="valid_to")
    same = user.positions.filter(body=body, title=title, role=role)
    if any(one.valid_to is None or valid_from is None or valid_from <= one.valid_to for one in same):
        raise Refused(_("Người này đang giữ đúng chức vụ ấy ở đây."), field="title")
    with transaction.atomic():
        body = held(body)
        position = Position.objects.create(
            user=user, body=body, title=title, role=role, valid_from=valid_from, valid_to=valid_to
        )
        audit.record(
            events.POSITION_ADDED,
            position,
            by=actor.stamp,
            title=title,
            body=body.name,
            person=str(user),
            role=position.get_role_display(),
        )
    return position
