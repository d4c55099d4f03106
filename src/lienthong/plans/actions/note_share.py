"""A supporting body takes note of its share."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.models import Share
from lienthong.plans.permissions import begin


@transaction.atomic
def note_share(actor: Actor, share: Share) -> Share:
    share.state = begin(actor, share, "note")
    share.last_word_at = timezone.now()
    share.save(update_fields=["state", "last_word_at"])
    close_items(share)
    record(events.SHARE_NOTED, share, by=actor.stamp)
    return share
