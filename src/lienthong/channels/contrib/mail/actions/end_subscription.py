"""The owner of an address wants no more letters: the address is erased."""

from django.db import transaction

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.contrib.mail import events
from lienthong.channels.contrib.mail.models import Subscriber
from lienthong.core.keys import key_of


@transaction.atomic
def end_subscription(token: str) -> None:
    """Nothing is asked and nothing is kept; a token that is not known any more is no fault."""
    held = Subscriber.objects.select_for_update(of=("self",)).select_related("outlet__office")
    subscriber = held.filter(token=token).first()
    if subscriber is not None:
        record(events.LEFT, subscriber, by=SYSTEM, office=key_of(subscriber.outlet.office))
        subscriber.delete()
