"""Who asked for the office's newsletter, and how far one issue has come. Nothing of a person but the address."""

import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from lienthong.channels.core.models import Delivery, Outlet
from lienthong.jobs.models import Claim

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor


class SubscriberQuerySet(models.QuerySet):
    def visible_to(self, actor: "Actor") -> "SubscriberQuerySet":
        """Nobody of the staff: addresses are for sending alone."""
        return self.none()

    def confirmed(self) -> "SubscriberQuerySet":
        return self.exclude(confirmed_at=None)


class Subscriber(Claim):
    """An address that asked for the letters of one outlet. Deleted when it is unsubscribed, or never confirmed.

    The claim is for the one mail that asks whether it was really its owner who asked.
    """

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="+")
    address = models.EmailField()
    token = models.CharField(max_length=64, unique=True, default=secrets.token_urlsafe)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outlet", "address"], name="mail_subscriber_once")]


class LetterQuerySet(models.QuerySet):
    def visible_to(self, actor: "Actor") -> "LetterQuerySet":
        """Nobody of the staff; the delivery shows the totals."""
        return self.none()


class Letter(models.Model):
    """One delivery to one subscriber. BEGUN is committed before the mail is handed over, and is never sent again.

    Gone with the subscriber, and when the delivery has its receipt: the totals are kept there.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        BEGUN = "begun"
        SENT = "sent"
        REFUSED = "refused"

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="+")
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["delivery", "subscriber"], name="mail_letter_once")]
