"""Events of an office, who is expected as numbers, and what proves that one was held."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.activities.queries import EventQuerySet, OfEventQuerySet
from lienthong.organisations.models import Body, Position
from lienthong.plans.models import Occurrence, Share, Work


class OfficeEvent(models.Model):
    """Something to come to, that an office holds. The public reads ``published``: the words as they were approved.

    ``programme``: objects with ``at`` ("08:00"), ``what`` and ``who`` (a unit). ``edits`` counts every save.
    ``attended`` is what figures add: the count by hand where there is one, else the devices that scanned the code.
    """

    class Kind(models.TextChoices):
        DAY = "day", _("Ngày Chuyển đổi số, ngày hội")
        TALK = "talk", _("Tọa đàm")
        STAGE = "stage", _("Văn nghệ, sân khấu")
        ONLINE = "online", _("Hội nghị trực tuyến")
        MEETING = "meeting", _("Hội nghị, buổi gặp mặt")
        OTHER = "other", _("Sự kiện khác")

    class State(models.TextChoices):
        WRITING = "writing", _("Đang soạn")
        WAITING = "waiting", _("Chờ duyệt")
        RETURNED = "returned", _("Trả lại")
        APPROVED = "approved", _("Đã duyệt")
        HELD = "held", _("Đã tổ chức")
        CANCELLED = "cancelled", _("Không tổ chức")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", help_text="the unit that holds it")
    share = models.ForeignKey(Share, models.PROTECT, null=True, related_name="+")
    occurrence = models.ForeignKey(Occurrence, models.PROTECT, null=True, related_name="+")
    work = models.ForeignKey(Work, models.PROTECT, null=True, related_name="+", help_text="what it closed it with")
    invited = models.ManyToManyField(Body, related_name="+")
    state = models.CharField(max_length=9, choices=State, default=State.WRITING)
    edits = models.PositiveIntegerField(default=1)
    title = models.CharField(_("tên sự kiện"), max_length=200)
    kind = models.CharField(_("loại"), max_length=7, choices=Kind)
    about = models.CharField(_("giới thiệu"), max_length=600)
    audience = models.CharField(_("dành cho"), max_length=200)
    starts_at = models.DateTimeField(_("bắt đầu"))
    ends_at = models.DateTimeField(_("kết thúc"))
    place = models.CharField(_("nơi tổ chức"), max_length=200, blank=True)
    link = models.URLField(_("đường liên kết dự trực tuyến"), max_length=300, blank=True)
    capacity = models.PositiveIntegerField(_("số chỗ"), null=True)
    programme: Any = models.JSONField(_("chương trình"), default=list)
    published: Any = models.JSONField(null=True, help_text="what the public reads, as it was approved")
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    hash = models.CharField(max_length=64, blank=True)
    reason = models.TextField(blank=True, help_text="why it was returned or is not held")
    untold = models.BooleanField(default=False, help_text="who registered is still to be told of a change")
    counted = models.PositiveIntegerField(_("số người đếm được"), null=True)
    counted_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    counted_at = models.DateTimeField(null=True)
    attended = models.PositiveIntegerField(default=0)
    held_on = models.DateField(null=True)
    minutes_number = models.CharField(_("số biên bản"), max_length=120, blank=True)
    minutes_dated = models.DateField(_("ngày biên bản"), null=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]
        indexes = [models.Index(fields=["office", "state", "starts_at"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="activities_event_ends")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()

    @property
    def is_public(self) -> bool:
        """True for what was approved once, as long as it is not called off."""
        return self.published is not None and self.state != OfficeEvent.State.CANCELLED


class Registration(models.Model):
    """So many people mean to come. ``form`` came with the public page, so that one press too many is not counted twice;
    None for what the desk wrote down.
    """

    event = models.ForeignKey(OfficeEvent, models.CASCADE, related_name="registrations")
    code = models.CharField(max_length=12, unique=True)
    form = models.CharField(max_length=40, unique=True, null=True)
    people = models.PositiveSmallIntegerField(_("số người"))
    made_at = models.DateTimeField(default=timezone.now)

    objects = OfEventQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.code


class Registrant(models.Model):
    """Who registered, where he said so, and how he is told of a change; deleted when the event is past."""

    registration = models.OneToOneField(Registration, models.CASCADE, related_name="registrant")
    name = models.CharField(_("tên người hoặc nhóm"), max_length=120, blank=True)
    contact = models.CharField(_("điện thoại hoặc thư điện tử"), max_length=120, blank=True)
    consent = models.TextField(help_text="the sentence about its use, as it was shown")


class Attendance(models.Model):
    """One device that scanned the code at the door. Nothing says whose it is."""

    event = models.ForeignKey(OfficeEvent, models.CASCADE, related_name="attendances")
    token = models.CharField(max_length=40, unique=True)

    objects = OfEventQuerySet.as_manager()


class EventPhoto(models.Model):
    """A photo of an event, drawn anew: nothing that a camera wrote into it is kept."""

    event = models.ForeignKey(OfficeEvent, models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="su-kien/%Y/%m")
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = OfEventQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
