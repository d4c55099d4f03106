"""The desk takes a registration off the list: it was made for fun, or who made it telephoned that nobody comes."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.models import Registration
from lienthong.activities.permissions import event_abilities
from lienthong.audit.service import record
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor


@transaction.atomic
def remove_registration(actor: Actor, registration: Registration) -> None:
    event = registration.event
    if not event_abilities(actor, event).enroll:
        raise NotAllowed(_("Chỉ người soạn sự kiện của cơ quan mình bỏ đăng ký, khi sự kiện còn mở."))
    record(events.UNREGISTERED, event, by=actor.stamp, office=key_of(event.office), people=registration.people)
    registration.delete()
