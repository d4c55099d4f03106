"""Places at an event, the code of a registration, and how fast its places may go."""

import secrets

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.activities.models import OfficeEvent, Registrant, Registration
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.gate.service import Door

#: So many days after an event names and contacts of who registered are deleted.
KEPT_DAYS = 30
#: So many people in one registration of the public form at most; where places are few, fewer: two forms must not fill
#: a hall. Larger groups telephone, and the desk writes them down.
MOST_PEOPLE, MOST_OF_FEW_PLACES = 50, 10
#: What a resident agrees to when he leaves a name or a contact.
CONSENT = gettext_lazy(
    "Tên và liên hệ chỉ dùng để báo khi sự kiện thay đổi, được xóa sau sự kiện 30 ngày, hoặc ngay khi bạn bỏ đăng ký."
)
_SIGNS = "ACDEFGHJKLMNPQRTUVWXY34679"


def about(event: OfficeEvent) -> str:
    """What a form of registration is made for."""
    return f"event-{event.pk}"


def door_of(event: OfficeEvent) -> Door:
    """Every event has its own: a run on one does not keep people from another."""
    return Door(about(event), straight=30, most=60, straight_from_one=4, most_from_one=10)


def new_code() -> str:
    """ "4K7Q-2MXA": drawn by chance, without signs that are taken for one another."""
    drawn = "".join(secrets.choice(_SIGNS) for _number in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


def registered(event: OfficeEvent) -> int:
    """How many people mean to come."""
    return event.registrations.aggregate(sum=Sum("people"))["sum"] or 0


def places_left(event: OfficeEvent) -> int | None:
    """None where anybody may come. What was approved holds, not what is being changed."""
    capacity = event.published["capacity"] if event.published else event.capacity
    return None if capacity is None else max(0, capacity - registered(event))


def require_places(event: OfficeEvent, people: int) -> None:
    """:class:`Refused` where the event takes nobody more, or not so many. The row of the event is held."""
    if not event.is_public or event.is_over or event.state == OfficeEvent.State.HELD:
        raise Refused(_("Sự kiện này không còn nhận đăng ký."))
    if people < 1:
        raise Refused(_("Hãy ghi số người dự, từ 1 trở lên."), field="people")
    left = places_left(event)
    if left is not None and people > left:
        raise Refused(_("Chỉ còn %(n)d chỗ. Hãy giảm số người rồi gửi lại.") % {"n": left}, field="people")


def keep_registration(event: OfficeEvent, *, people: int, name: str, contact: str, form: str | None) -> Registration:
    """The registration, and beside it name and contact where they were given. In a transaction."""
    made = Registration.objects.create(event=event, code=new_code(), form=form, people=people)
    if name.strip() or contact.strip():
        with site_language():
            consent = str(CONSENT)
        Registrant.objects.create(
            registration=made, name=name.strip()[:120], contact=contact.strip()[:120], consent=consent
        )
    return made
