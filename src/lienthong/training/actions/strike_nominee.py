"""Leave somebody out of the list, with a reason that his unit reads."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import Nominee
from lienthong.training.people import number_list
from lienthong.training.permissions import moved_nominee


@transaction.atomic
def strike_nominee(actor: Actor, nominee: Nominee, *, reason: str) -> Nominee:
    nominee = moved_nominee(actor, nominee, "strike")
    nominee.reason = required(reason)[:300]
    nominee.save()
    number_list(nominee.training)
    items.release_person(nominee)
    said = {"name": nominee.name, "title": nominee.training.title, "reason": nominee.reason}
    sentence = kept("%(name)s không có trong danh sách lớp %(title)s: %(reason)s") % said
    items.tell_unit(nominee.invitation, sentence)
    items.tell_person(nominee, sentence)
    record(events.STRUCK, nominee.training, by=actor.stamp, unit=nominee.invitation.body.label, reason=nominee.reason)
    return nominee
