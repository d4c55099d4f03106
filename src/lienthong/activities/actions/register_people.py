"""A resident says how many come; a name and a contact only where he wants to be told of changes."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.models import OfficeEvent, Registration
from lienthong.activities.registering import (
    MOST_OF_FEW_PLACES,
    MOST_PEOPLE,
    door_of,
    keep_registration,
    places_left,
    require_places,
)
from lienthong.audit.service import SYSTEM, record
from lienthong.core.keys import key_of
from lienthong.core.refusals import Refused
from lienthong.gate.service import Arriving, Verdict, admit


@transaction.atomic
def register_people(
    event: OfficeEvent, arriving: Arriving, *, people: int, name: str = "", contact: str = ""
) -> Registration | Verdict:
    """The registration, or why it did not get in. The same form again gives the registration that it gave before.

    Nobody is signed in: the gate decides instead of a right. The event of it holds the number only.
    """
    event = OfficeEvent.objects.select_for_update().select_related("office").get(pk=event.pk)
    before = Registration.objects.filter(event=event, form=arriving.form).first()
    if before is not None:
        return before
    require_places(event, people)
    few = places_left(event) is not None
    most = MOST_OF_FEW_PLACES if few else MOST_PEOPLE
    if people > most:
        sentence = _("Một lần đăng ký từ 1 đến %(n)d người. Đoàn đông hơn hãy gọi điện cho cơ quan.")
        raise Refused(sentence % {"n": most}, field="people")
    decided = admit(event.office, door_of(event), arriving)
    if decided is not Verdict.IN:
        return decided
    made = keep_registration(event, people=people, name=name, contact=contact, form=arriving.form)
    record(events.REGISTERED, event, by=SYSTEM, office=key_of(event.office), people=people)
    return made
