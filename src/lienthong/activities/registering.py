"""Places at an event, the code of a registration, and the form that lets one in once."""

import secrets
from datetime import timedelta

from django.core import signing
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.activities.models import OfficeEvent, Registration
from lienthong.core.refusals import Refused

#: So many days after an event names and contacts of who registered are deleted.
KEPT_DAYS = 30
#: So many people in one registration at most; larger groups telephone.
MOST_PEOPLE = 50
#: So many registrations for one event get in during ten minutes: more is a flood, and is asked to come later.
MOST_AT_ONCE, WINDOW = 40, timedelta(minutes=10)
#: What a resident agrees to when he leaves a name or a contact.
CONSENT = gettext_lazy(
    "Tên và liên hệ chỉ dùng để báo khi sự kiện thay đổi, được xóa sau sự kiện 30 ngày, hoặc ngay khi bạn bỏ đăng ký."
)
_SIGNS = "ACDEFGHJKLMNPQRTUVWXY34679"
_SALT = "activities.registration"


def new_form(event: OfficeEvent) -> str:
    """A signed token for a form that is handed out now."""
    return signing.TimestampSigner(sep=".", salt=_SALT).sign(f"{event.pk}-{secrets.token_hex(12)}")


def form_number(event: OfficeEvent, token: str) -> str:
    """The number of a form that was made for ``event``; :class:`Refused` for any other."""
    try:
        said = signing.TimestampSigner(sep=".", salt=_SALT).unsign(token, max_age=24 * 3600)
    except signing.BadSignature:
        raise Refused(_("Trang này đã cũ. Hãy bấm gửi lại.")) from None
    pk, _dash, number = said.partition("-")
    if pk != str(event.pk):
        raise Refused(_("Trang này đã cũ. Hãy bấm gửi lại."))
    return number


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


def crowded(event: OfficeEvent) -> bool:
    since = timezone.now() - WINDOW
    return Registration.objects.filter(event=event, made_at__gt=since).count() >= MOST_AT_ONCE
