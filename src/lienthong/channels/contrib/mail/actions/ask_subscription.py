"""Take an address that somebody typed, and ask its owner by mail."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.contrib.mail import events
from lienthong.channels.contrib.mail.models import Subscriber
from lienthong.channels.contrib.mail.tasks import ask_to_confirm
from lienthong.channels.core.service import Outlet
from lienthong.core.keys import key_of
from lienthong.core.refusals import Refused
from lienthong.jobs.service import Claim, wake

#: An address that is typed again and again gets one mail in so long.
REST = timedelta(hours=1)
#: Addresses that one newsletter takes in an hour before they are confirmed; where they come from is not looked at.
MOST_AN_HOUR = 200


@transaction.atomic
def ask_subscription(outlet: Outlet, address: str) -> None:
    """Anyone may; whoever asks learns nothing of whether the address was known. :class:`Refused` when it is none."""
    address = address.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Refused(_("Địa chỉ thư chưa đúng. Hãy ghi như ten@vidu.vn."), field="address") from None
    waiting = Subscriber.objects.filter(outlet=outlet, confirmed_at=None, asked_at__gt=timezone.now() - REST)
    if waiting.count() >= MOST_AN_HOUR:
        raise Refused(_("Đang có quá nhiều lượt đăng ký. Hãy thử lại sau một giờ."))
    subscriber, created = Subscriber.objects.select_for_update().get_or_create(outlet=outlet, address=address)
    if not created:
        now = timezone.now()
        if subscriber.confirmed_at is not None or subscriber.asked_at > now - REST:
            return
        subscriber.asked_at = subscriber.next_try_at = now
        subscriber.job_state = Claim.WAITING
        subscriber.save(update_fields=["asked_at", "next_try_at", "job_state"])
    wake(ask_to_confirm, subscriber.pk)
    record(events.ASKED, subscriber, by=SYSTEM, office=key_of(outlet.office))
