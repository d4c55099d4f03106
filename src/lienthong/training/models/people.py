"""Who is nominated to a class, who came to which session, and what is recorded of it under his own name."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.text import person_sort_key
from lienthong.organisations.models import Position
from lienthong.training.models.classes import Invitation, TrainingClass, TrainingSession
from lienthong.training.queries import NomineeQuerySet, PresenceQuerySet


class Nominee(models.Model):
    """One person whom a unit nominates. Name and title are kept as the list printed them.

    Without ``position`` it is somebody who has no account: name and title, and nothing else about him. ``number`` is
    his place on the list, by which the log names him.
    """

    class State(models.TextChoices):
        NOMINATED = "nominated", _("Được cử")
        LISTED = "listed", _("Trong danh sách")
        STRUCK = "struck", _("Bị gạch khỏi danh sách")
        DECLINED = "declined", _("Không dự được")
        WITHDRAWN = "withdrawn", _("Đơn vị rút")

    class Result(models.TextChoices):
        UNKNOWN = "", _("chưa có")
        PASSED = "passed", _("Hoàn thành")
        FAILED = "failed", _("Chưa hoàn thành")

    training = models.ForeignKey(TrainingClass, models.CASCADE, related_name="nominees")
    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="nominees")
    position = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    name = models.CharField(_("họ và tên"), max_length=80, blank=True)
    title = models.CharField(_("chức vụ"), max_length=100, blank=True)
    sort = models.CharField(max_length=500, editable=False)
    state = models.CharField(max_length=9, choices=State, default=State.NOMINATED)
    reason = models.CharField(max_length=300, blank=True, help_text="why he was struck or does not come")
    nominated_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    nominated_at = models.DateTimeField(default=timezone.now)
    number = models.PositiveIntegerField(null=True)
    result = models.CharField(_("kết quả"), max_length=6, choices=Result, blank=True)
    result_reason = models.CharField(max_length=300, blank=True, help_text="why it is not what the rule says")
    certificate = models.CharField(_("số chứng nhận"), max_length=60, blank=True)

    objects = NomineeQuerySet.as_manager()

    class Meta:
        ordering = ["invitation__body__sort", "invitation", "sort", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "position"], condition=models.Q(state__in=["nominated", "listed"]),
                name="training_nominee_once",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort = person_sort_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def is_active(self) -> bool:
        return self.state in (Nominee.State.NOMINATED, Nominee.State.LISTED)


class Presence(models.Model):
    """Somebody on the list was at a session; who was not there has no row."""

    session = models.ForeignKey(TrainingSession, models.CASCADE, related_name="presences")
    nominee = models.ForeignKey(Nominee, models.CASCADE, related_name="presences")

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "nominee"], name="training_presence_once")]
