"""End a body: merged, split or dissolved. It stays in the tree of the past and points to those that follow it."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core import public
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.growing import held
from lienthong.organisations.models import Body
from lienthong.organisations.permissions import abilities_for
from lienthong.organisations.queries import DatedQuerySet


def close_body(actor: Actor, body: Body, *, day: date, successors: Iterable[Body] = ()) -> Body:
    """``day`` is the last day of ``body``; printed names of it then mean its one successor."""
    if not abilities_for(actor, body).change:
        raise NotAllowed(_("Chỉ quản trị của cơ quan sửa được thông tin này."))
    followers = list(successors)
    if body in followers:
        raise Refused(_("Một tổ chức không thể tiếp nhận chính nó."), field="successors")
    with transaction.atomic():
        body = held(body)
        _refuse_open(body, day)
        body.valid_to = day
        body.save()
        body.successors.set(followers)
        if body.office_id:
            public.changed(body.office_id)
        audit.record(
            events.BODY_CLOSED,
            body,
            by=actor.stamp,
            name=body.name,
            day=f"{day:%d/%m/%Y}",
            successors=", ".join(follower.name for follower in followers) or _("không có"),
        )
    return body


def _refuse_open(body: Body, day: date) -> None:
    if body.valid_from and day < body.valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="day")
    # Whoever is still there would vanish with it: they go first, one by one, by a person's decision.
    people = _open_after(body.positions.all(), day).count()
    if people:
        raise Refused(_("Còn %(n)d chức vụ chưa kết thúc trong tổ chức này. Hãy kết thúc trước.") % {"n": people})
    units = _open_after(body.children.all(), day).count()
    if units:
        raise Refused(_("Còn %(n)d đơn vị trực thuộc chưa kết thúc. Hãy chuyển hoặc kết thúc trước.") % {"n": units})


def _open_after(things: DatedQuerySet, day: date) -> DatedQuerySet:
    return things.exclude(valid_to__lte=day)
