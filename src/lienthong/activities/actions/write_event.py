"""Prepare an event: what, when, where, for whom, and which occurrence of the plan it fulfils."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.models import OfficeEvent
from lienthong.activities.permissions import event_abilities, may_begin, may_write
from lienthong.activities.programme import read_programme
from lienthong.activities.workflow import EVENT
from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused, required
from lienthong.organisations.service import Actor, Body, unit_of
from lienthong.plans.service import Occurrence, Share

_KEPT = ("kind", "starts_at", "ends_at", "link", "capacity")


@transaction.atomic
def write_event(
    actor: Actor, event: OfficeEvent | None, *, values: dict[str, Any], invited: Iterable[Body] = (), seen: int = 0,
    share: Share | None = None, occurrence: Occurrence | None = None,
) -> OfficeEvent:  # fmt: skip
    """A new event when ``event`` is None; ``seen`` counts the saves seen before. A change asks for a new approval."""
    if event is None:
        event = _begun(actor, occurrence.share if occurrence else share, occurrence)
    else:
        event = OfficeEvent.objects.select_for_update().get(pk=event.pk)
        if not event_abilities(actor, event).write:
            raise NotAllowed(_("Sự kiện này không sửa được: của cơ quan khác, đang chờ duyệt hoặc đã kết thúc."))
        if event.edits != seen:
            raise Refused(_("Người khác vừa sửa sự kiện này. Lời bạn gõ vẫn còn dưới đây; hãy so rồi lưu lại."))
        event.state = EVENT.move(event.state, "write")
    _check(values)
    event.programme = read_programme(values.get("programme", ""), actor)
    for name in ("title", "about", "audience"):
        setattr(event, name, values[name].strip())
    for name in _KEPT:
        setattr(event, name, values.get(name) or (None if name == "capacity" else ""))
    event.place = values.get("place", "").strip()
    event.last_editor, event.edited_at, event.edits = actor.own_position, timezone.now(), event.edits + 1
    event.save()
    event.invited.set(body for body in invited if body.office_id == event.office_id or body.pk == event.office_id)
    record(events.WRITTEN, event, by=actor.stamp, title=event.title)
    return event


def _begun(actor: Actor, share: Share | None, occurrence: Occurrence | None) -> OfficeEvent:
    if not may_write(actor):
        raise NotAllowed(_("Bạn không soạn sự kiện cho cơ quan này."))
    if share is not None and not may_begin(actor, share):
        raise NotAllowed(_("Chỉ đơn vị được giao tổ chức sự kiện cho phần việc của mình."))
    body = share.body if share else unit_of(actor.own_position.body)
    return OfficeEvent(office=actor.own_office, body=body, share=share, occurrence=occurrence, edits=0)


def _check(values: dict[str, Any]) -> None:
    for name, sentence in (
        ("title", _("Hãy ghi tên sự kiện.")),
        ("about", _("Hãy giới thiệu sự kiện trong một, hai câu.")),
        ("audience", _("Hãy ghi sự kiện dành cho ai.")),
    ):
        required(values.get(name, ""), sentence, name)
    if values["ends_at"] <= values["starts_at"]:
        raise Refused(_("Giờ kết thúc phải sau giờ bắt đầu."), field="ends_at")
    if not values.get("place", "").strip() and not values.get("link"):
        raise Refused(_("Hãy ghi nơi tổ chức hoặc đường liên kết dự trực tuyến."), field="place")
    if values.get("link") and not values["link"].startswith("https://"):
        raise Refused(_("Đường liên kết dự trực tuyến phải bắt đầu bằng https://."), field="link")
