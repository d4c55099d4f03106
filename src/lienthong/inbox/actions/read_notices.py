"""Reading the lines under the bell. Personal housekeeping: it leaves no event, for nobody else's concern changes."""

from django.utils import timezone

from lienthong.inbox.models import Notice
from lienthong.organisations.service import Actor


def read_notices(actor: Actor) -> None:
    """Mark everything under ``actor``'s bell as read."""
    Notice.objects.filter(position=actor.position, read_at=None).update(read_at=timezone.now())
