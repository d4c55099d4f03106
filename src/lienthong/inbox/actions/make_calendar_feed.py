"""Making a secret calendar address."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed
from lienthong.inbox import events
from lienthong.inbox.models import CalendarFeed
from lienthong.organisations.service import Actor


@transaction.atomic
def make_calendar_feed(actor: Actor) -> CalendarFeed:
    """A new secret address for ``actor``'s due dates; the old one stops working at once."""
    if actor.position is None:
        raise NotAllowed(_("Tài khoản này chưa được giao chức vụ nên chưa có lịch."))
    feed, _created = CalendarFeed.objects.update_or_create(
        position=actor.position, defaults={"token": secrets.token_urlsafe(32)}
    )
    audit.record(events.FEED_MADE, feed, by=actor.stamp)
    return feed
