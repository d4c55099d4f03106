"""Count by hand who is there; counted again it puts the earlier number right, and both stay in the log."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.models import OfficeEvent
from lienthong.activities.permissions import event_abilities
from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def count_people(actor: Actor, event: OfficeEvent, *, people: int) -> OfficeEvent:
    event = OfficeEvent.objects.select_for_update().get(pk=event.pk)
    if not event_abilities(actor, event).welcome:
        raise NotAllowed(_("Chỉ đếm người dự sự kiện đang công khai của cơ quan mình."))
    if event.starts_at > timezone.now():
        raise Refused(_("Sự kiện chưa bắt đầu."), field="people")
    if not 0 <= people < 100_000:
        raise Refused(_("Số người phải từ 0 đến 99.999."), field="people")
    event.counted, event.counted_by, event.counted_at = people, actor.own_position, timezone.now()
    event.save(update_fields=["counted", "counted_by", "counted_at"])
    record(events.COUNTED, event, by=actor.stamp, people=people)
    return event
