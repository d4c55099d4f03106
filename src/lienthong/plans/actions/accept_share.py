"""The lead body takes its share on."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor
from lienthong.plans import events, items
from lienthong.plans.jobs import ask_for_due_occurrences
from lienthong.plans.models import Share
from lienthong.plans.permissions import begin


@transaction.atomic
def accept_share(actor: Actor, share: Share) -> Share:
    share.state = begin(actor, share, "accept")
    share.accepted_at = share.last_word_at = timezone.now()
    share.save(update_fields=["state", "accepted_at", "last_word_at"])
    close_items(share)
    items.ask_for_work(share)
    ask_for_due_occurrences(share)
    record(events.SHARE_ACCEPTED, share, by=actor.stamp)
    return share
