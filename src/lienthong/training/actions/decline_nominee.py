"""Who was named cannot come and says why; his unit may name another."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import Nominee
from lienthong.training.people import number_list
from lienthong.training.permissions import moved_nominee


@transaction.atomic
def decline_nominee(actor: Actor, nominee: Nominee, *, reason: str) -> Nominee:
    nominee = moved_nominee(actor, nominee, "decline")
    nominee.reason = required(reason)[:300]
    nominee.save()
    number_list(nominee.training)
    items.release_person(nominee)
    items.ask_to_replace(nominee, actor)
    record(events.DECLINED, nominee.training, by=actor.stamp, unit=nominee.invitation.body.label)
    return nominee
