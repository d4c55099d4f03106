"""Where an office publishes in its own name, and what became of each message there."""

from datetime import timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from lienthong.channels.core.queries import DeliveryQuerySet, OutletQuerySet, OutletTrialQuerySet
from lienthong.jobs.models import Claim
from lienthong.organisations.models import Body, Position

#: Without letters and digits that look alike: people read references aloud and type them.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference() -> str:
    """ "LT-7K3Q-2MXA": our own name of one delivery, by which an item of ours is found again."""
    return f"LT-{get_random_string(4, _LETTERS)}-{get_random_string(4, _LETTERS)}"


class Outlet(models.Model):
    """One account, page, list or place on a channel that belongs to a body. Nothing leaves it until it is turned on."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="outlets")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("đơn vị"))
    channel = models.CharField(max_length=40)
    name = models.CharField(_("tên điểm phát hành"), max_length=200)
    options: Any = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    sealed = models.TextField(blank=True, help_text="secrets of the account, encrypted")
    secrets_expire_at = models.DateTimeField(null=True)
    keeper = models.ForeignKey(
        Position, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("người phụ trách")
    )
    dry_run = models.BooleanField(default=True)
    paused_until = models.DateTimeField(null=True, help_text="the channel asked for a rest")
    renewing_until = models.DateTimeField(null=True, help_text="a worker is exchanging the secrets")
    closed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class OutletTrial(models.Model):
    """An operator tried an outlet with the real service: who, when, and what it answered."""

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="trials")
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=250)
    approved_by = models.CharField(max_length=250, help_text="who approved the words that were sent")
    works = models.BooleanField()
    answer = models.TextField()

    objects = OutletTrialQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]


class Delivery(Claim):
    """One message on one outlet. The row stands before the attempt, and SENDING is written before the call."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Chờ đến giờ")
        SENDING = "sending", _("Đang gửi")
        DELIVERED = "delivered", _("Đã phát hành")
        MODERATION = "moderation", _("Chờ kênh duyệt")
        UNKNOWN = "unknown", _("Chưa rõ")
        REFUSED = "refused", _("Không gửi được")
        CANCELLED = "cancelled", _("Đã hủy")
        WITHDRAWING = "withdrawing", _("Đang rút")
        WITHDRAWN = "withdrawn", _("Đã rút")
        DRY_RUN = "dry_run", _("Chạy thử, không gửi ra ngoài")

    #: A row is never given up for its claims alone: tries are counted apart, and their end has a state of its own.
    MAX_CLAIMS = 30_000
    MAX_ATTEMPTS = 30_000
    #: Tries after which a person has to say how it goes on; with the waits between them about a day.
    MAX_TRIES = 10
    WITH = ("outlet__office",)

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="deliveries")
    subject = models.CharField(max_length=80, help_text="key of the version that goes out")
    product = models.CharField(max_length=80, blank=True, db_index=True, help_text="key of what all versions belong to")
    run = models.PositiveIntegerField(default=0, help_text="above 0: a rerun, never counted as a new issue")
    reference = models.CharField(max_length=20, unique=True, default=new_reference)
    title = models.CharField(max_length=300)
    payload: Any = models.JSONField()
    sha256 = models.CharField(max_length=64)
    due_at = models.DateTimeField()
    state = models.CharField(max_length=11, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, help_text="when the last try began")
    item = models.CharField(max_length=300, blank=True, help_text="the channel's own name of what it took")
    url = models.CharField(max_length=500, blank=True)
    counts: Any = models.JSONField(null=True)
    note = models.CharField(max_length=500, blank=True, help_text="what the channel said")
    declared = models.BooleanField(default=False, help_text="khai tay: a person says so, no channel does")
    stopped = models.BooleanField(default=False, help_text="it is not to go out any more, whatever becomes of this try")
    gone = models.BooleanField(default=False, help_text="it was out, and the channel does not have it any more")
    ordered_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")
    ordered_at = models.DateTimeField(default=timezone.now)
    delivered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True, help_text="why it was cancelled or withdrawn")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["-due_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["outlet", "subject", "run"], name="channels_delivery_once"),
        ]
        indexes = [
            models.Index(fields=["outlet", "state", "due_at"]),
            models.Index(fields=["job_state", "next_try_at"], name="channels_delivery_due"),
            models.Index(fields=["subject"], name="channels_delivery_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.outlet.name}"

    @property
    def is_rerun(self) -> bool:
        return self.run > 0

    def pause(self) -> timedelta:
        """How long to wait after this try: one minute, twice as long each time, at most six hours."""
        return min(timedelta(minutes=2 ** max(self.tries - 1, 0)), timedelta(hours=6))

    def give_up_or_retry(self, error: str) -> None:
        """After a fault of our own: another try later; the state says what is known of the outcome."""
        self.put_back(timezone.now() + self.pause(), error)
