"""Give a supervisor an office to read: its plans, progress and evidence, with everything below it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body, Position, Role, Supervision
from lienthong.organisations.permissions import abilities_for


@transaction.atomic
def give_supervision(
    actor: Actor,
    position: Position,
    *,
    body: Body,
    basis: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Supervision:
    """The administrator of ``body`` opens it; ``position`` may sit anywhere, as a council or the level above does."""
    if not abilities_for(actor, body).staff:
        raise NotAllowed(_("Chỉ quản trị của cơ quan được giám sát giao được việc giám sát."))
    if position.role != Role.SUPERVISOR:
        raise Refused(_("Chỉ chức vụ có vai trò Giám sát được giao giám sát."))
    if not body.is_office:
        raise Refused(_("Hãy chọn cơ quan có sổ văn bản riêng; các đơn vị của cơ quan đi cùng."), field="body")
    if not basis.strip():
        raise Refused(_("Hãy ghi căn cứ giao giám sát."), field="basis")
    if valid_from and valid_to and valid_to < valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="valid_to")
    held = position.supervisions.filter(body=body)
    if any(one.valid_to is None or valid_from is None or valid_from <= one.valid_to for one in held):
        raise Refused(_("Người này đang giám sát cơ quan ấy."), field="body")
    given = Supervision.objects.create(
        position=position, body=body, basis=basis.strip(), valid_from=valid_from, valid_to=valid_to
    )
    audit.record(
        events.SUPERVISION_GIVEN, position, by=actor.stamp, person=str(position), body=body.name, basis=given.basis
    )
    return given
