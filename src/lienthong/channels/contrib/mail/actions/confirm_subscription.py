"""The owner of an address says that it was he who asked."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.contrib.mail import events
from lienthong.channels.contrib.mail.models import Subscriber
from lienthong.core.keys import key_of


@transaction.atomic
def confirm_subscription(token: str) -> bool:
    """Whoever has the mail has the token. False when it is not known any more."""
    held = Subscriber.objects.select_for_update(of=("self",)).select_related("outlet__office")
    subscriber = held.filter(token=token).first()
    if subscriber is None:
        return False
    if subscriber.confirmed_at is None:
        subscriber.confirmed_at = timezone.now()
        subscriber.save(update_fields=["confirmed_at"])
        record(events.CONFIRMED, subscriber, by=SYSTEM, office=key_of(subscriber.outlet.office))
    return True
