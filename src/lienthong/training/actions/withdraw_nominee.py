"""A unit takes back somebody whom it named; the name of who has no account goes with it."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import Nominee
from lienthong.training.people import number_list
from lienthong.training.permissions import moved_nominee


@transaction.atomic
def withdraw_nominee(actor: Actor, nominee: Nominee) -> Nominee:
    nominee = moved_nominee(actor, nominee, "withdraw")
    if nominee.position is None:
        nominee.name = nominee.title = ""
    nominee.save()
    number_list(nominee.training)
    items.release_person(nominee)
    record(events.WITHDRAWN, nominee.training, by=actor.stamp, unit=nominee.invitation.body.label)
    return nominee
