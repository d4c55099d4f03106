"""A resident says how many come; a name and a contact only where he wants to be told of changes."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.models import OfficeEvent, Registrant, Registration
from lienthong.activities.registering import CONSENT, MOST_PEOPLE, crowded, form_number, new_code, places_left
from lienthong.audit.service import SYSTEM, record
from lienthong.core.keys import key_of
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused


@transaction.atomic
def register_people(event: OfficeEvent, *, people: int, form: str, name: str = "", contact: str = "") -> Registration:
    """The same ``form`` again gives the registration that it gave before. The event of it holds the number only."""
    number = form_number(event, form)
    event = OfficeEvent.objects.select_for_update().get(pk=event.pk)
    before = Registration.objects.filter(form=number).first()
    if before is not None:
        return before
    if not event.is_public or event.is_over or event.state == OfficeEvent.State.HELD:
        raise Refused(_("Sự kiện này không còn nhận đăng ký."))
    if not 0 < people <= MOST_PEOPLE:
        raise Refused(_("Một lần đăng ký từ 1 đến 50 người. Đoàn đông hơn hãy gọi điện cho cơ quan."), field="people")
    left = places_left(event)
    if left is not None and people > left:
        raise Refused(_("Chỉ còn %(n)d chỗ. Hãy giảm số người rồi gửi lại.") % {"n": left}, field="people")
    if crowded(event):
        raise Refused(_("Lúc này có quá nhiều người đăng ký. Hãy đợi ít phút rồi bấm gửi lại; lời bạn gõ vẫn còn."))
    made = Registration.objects.create(event=event, code=new_code(), form=number, people=people)
    if name.strip() or contact.strip():
        with site_language():
            consent = str(CONSENT)
        Registrant.objects.create(
            registration=made, name=name.strip()[:120], contact=contact.strip()[:120], consent=consent
        )
    record(events.REGISTERED, event, by=SYSTEM, office=key_of(event.office), people=people)
    return made
