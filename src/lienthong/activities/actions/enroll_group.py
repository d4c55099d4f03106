"""Who telephones or comes to the office is written down by the desk, larger groups too."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.models import OfficeEvent, Registration
from lienthong.activities.permissions import event_abilities
from lienthong.activities.registering import keep_registration, require_places
from lienthong.audit.service import record
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor


@transaction.atomic
def enroll_group(actor: Actor, event: OfficeEvent, *, people: int, name: str = "", contact: str = "") -> Registration:
    event = OfficeEvent.objects.select_for_update().select_related("office").get(pk=event.pk)
    if not event_abilities(actor, event).enroll:
        raise NotAllowed(_("Chỉ người soạn sự kiện của cơ quan mình ghi đăng ký, khi sự kiện còn mở."))
    require_places(event, people)
    made = keep_registration(event, people=people, name=name, contact=contact, form=None)
    record(events.REGISTERED, event, by=actor.stamp, office=key_of(event.office), people=people)
    return made
