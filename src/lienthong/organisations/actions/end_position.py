"""End a position; it stays in the record, nothing is deleted."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Position, Role, today
from lienthong.organisations.permissions import abilities_for


def end_position(actor: Actor, position: Position, *, day: date) -> Position:
    """``day`` is the last day of ``position``; its signing authorities and committee duties end with it."""
    if not abilities_for(actor, position).staff:
        raise NotAllowed(_("Chỉ quản trị của cơ quan kết thúc được chức vụ ở đây."))
    if position.valid_from and day < position.valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="day")
    if position.role == Role.ADMINISTRATOR and not _another_administrator(position):
        raise Refused(_("Đây là quản trị cuối cùng của cơ quan. Hãy giao vai trò quản trị cho người khác trước."))
    with transaction.atomic():
        position.valid_to = day
        position.save(update_fields=["valid_to"])
        for dated in (position.signing, position.committee_duties):
            dated.exclude(valid_to__lte=day).update(valid_to=day)
        audit.record(
            events.POSITION_ENDED,
            position,
            by=actor.stamp,
            title=position.title,
            body=position.body.name,
            person=str(position.user),
            day=f"{day:%d/%m/%Y}",
        )
    return position


def _another_administrator(position: Position) -> bool:
    others = Position.objects.valid_on(today()).filter(role=Role.ADMINISTRATOR, body__office=position.body.office)
    return others.filter(valid_to=None).exclude(pk=position.pk).exists()
