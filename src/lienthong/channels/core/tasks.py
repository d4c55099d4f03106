"""Background work of the channels: deliveries that are due, and access that ends."""

import time
from datetime import time as day_time
from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from lienthong.channels.core import items
from lienthong.channels.core.models import Delivery, Outlet
from lienthong.channels.core.registry import all_channels
from lienthong.jobs.service import claim_and_run, periodic, register_sweep, wake

#: Seconds after which a call makes room for other work, and deliveries looked up at once.
LONGEST = 20.0
AT_ONCE = 50
#: So long before its end the access of an outlet is to be renewed.
AHEAD = timedelta(days=14)
#: So long after it went out an item is looked after.
LOOKED_AFTER = timedelta(days=14)


@task()
def send_due() -> None:
    """Send what is due, one row after the other; several workers may be at it at once."""
    from lienthong.channels.core.sending import work

    ends = time.monotonic() + LONGEST
    while rows := list(Delivery.objects.due()[:AT_ONCE]):
        for row in rows:
            claim_and_run(row, work)
        if time.monotonic() > ends:
            wake(send_due)
            return


register_sweep("channels.deliveries", lambda: Delivery.objects.due()[:1], lambda _delivery: wake(send_due))


@task()
def look_after(pk: int) -> None:
    from lienthong.channels.core.watching import look_after as look

    delivery = Delivery.objects.filter(pk=pk).select_related("outlet__office").first()
    if delivery is not None:
        look(delivery)


@periodic("channels.look-after", at=day_time(2, 40))
def look_after_items() -> int:
    """Ask once a night about every item that went out lately, where its channel can be asked; returns how many."""
    codes = [channel.code for channel in all_channels() if channel.check_every is not None]
    recent = Delivery.objects.counted().filter(
        outlet__channel__in=codes, outlet__dry_run=False, declared=False, gone=False,
        delivered_at__gt=timezone.now() - LOOKED_AFTER,
    )  # fmt: skip
    keys = list(recent.values_list("pk", flat=True))
    for pk in keys:
        wake(look_after, pk)
    return len(keys)


@periodic("channels.access-ends", at=day_time(6, 40))
def ask_to_renew_access() -> int:
    """Open a work item for every outlet whose access ends soon or has ended; returns how many."""
    expiring = Outlet.objects.open().filter(secrets_expire_at__lt=timezone.now() + AHEAD)
    ending = list(expiring.select_related("office", "keeper__body"))
    for outlet in ending:
        items.ask_to_renew(outlet)
    return len(ending)
