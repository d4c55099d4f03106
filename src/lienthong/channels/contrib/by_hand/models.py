"""What a person is to post where there is no interface, and what he says came of it."""

from django.db import models
from django.utils import timezone

from lienthong.channels.contrib.by_hand.queries import HandoverQuerySet
from lienthong.channels.core.models import Delivery
from lienthong.organisations.models import Position


class Handover(models.Model):
    """One approved message in the hands of one named person. What he returns is *khai tay*, never a channel's word."""

    delivery = models.OneToOneField(Delivery, models.CASCADE, related_name="handover")
    position = models.ForeignKey(Position, models.PROTECT, related_name="+")
    handed_at = models.DateTimeField(default=timezone.now)
    link = models.CharField(max_length=500, blank=True)
    picture = models.FileField(max_length=200, blank=True, help_text="a screenshot or photo, named by its hash")
    sha256 = models.CharField(max_length=64, blank=True)
    reported_at = models.DateTimeField(null=True)
    removal_asked_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    objects = HandoverQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.delivery)

    @property
    def waits_for_posting(self) -> bool:
        return self.delivery.state == Delivery.State.MODERATION

    @property
    def waits_for_removal(self) -> bool:
        return self.removal_asked_at is not None and self.delivery.state == Delivery.State.WITHDRAWING
