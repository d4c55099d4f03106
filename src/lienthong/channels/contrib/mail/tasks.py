"""Background work for subscribers: the mail that asks, and forgetting those who never answered."""

from datetime import time, timedelta

from django.utils import timezone
from django_tasks import task

from lienthong.channels.contrib.mail.models import Letter, Subscriber
from lienthong.jobs.service import ClaimQuerySet, claim_and_run, periodic, register_sweep, wake

#: An address that its owner did not confirm is forgotten, and so are letters of a delivery that nobody settled.
FORGET_AFTER = timedelta(days=7)
FORGET_LETTERS_AFTER = timedelta(days=30)


@task()
def ask_to_confirm(pk: int) -> None:
    subscriber = Subscriber.objects.filter(pk=pk).select_related("outlet__office").first()
    if subscriber is not None:
        claim_and_run(subscriber, _ask)


def _ask(subscriber: Subscriber) -> None:
    from lienthong.channels.contrib.mail.client import connection, hand_over
    from lienthong.channels.contrib.mail.letters import confirmation

    # Finished before it is sent: after a crash in between the mail may be missing, never sent twice.
    if subscriber.confirmed_at is not None:
        subscriber.finish()
        return
    with connection() as backend:
        subscriber.finish()
        hand_over(backend, confirmation(subscriber))


register_sweep(
    "mail.subscribers",
    lambda: ClaimQuerySet(Subscriber).claimable().order_by("pk"),
    lambda subscriber: wake(ask_to_confirm, subscriber.pk),
)


@periodic("mail.forget", at=time(3, 10))
def forget() -> int:
    """Returns how many addresses were erased."""
    now = timezone.now()
    Letter.objects.filter(delivery__ordered_at__lt=now - FORGET_LETTERS_AFTER).delete()
    unanswered = Subscriber.objects.filter(confirmed_at=None, asked_at__lt=now - FORGET_AFTER)
    erased, _kinds = unanswered.delete()
    return erased
