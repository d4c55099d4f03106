"""Checks that several acts of this room share."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, Position
from lienthong.registry.service import OfficialDocument


def refuse_foreign(actor: Actor, values: dict[str, Any], team: Iterable[Position]) -> None:
    """NotAllowed for a basis that the planner may not read, Refused for somebody of another office in the team."""
    basis = values.get("basis")
    if basis is not None and not OfficialDocument.objects.visible_to(actor).filter(pk=basis.pk).exists():
        raise NotAllowed(_("Bạn không được xem văn bản căn cứ này."))
    if any(not actor.in_office(position.body.office_id) for position in (values["head"], *team)):
        raise Refused(_("Trưởng đoàn và thành viên phải là người của cơ quan."), field="head")


def refuse_past(day: date, field: str) -> None:
    if day < timezone.localdate():
        raise Refused(_("Ngày này đã qua. Hãy chọn ngày khác."), field=field)
