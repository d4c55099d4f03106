"""The loudspeakers of a commune: what was promised, what is played, on which devices, and who is on duty."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.channels.contrib.loudspeaker.programme import QUIET, Priority
from lienthong.channels.contrib.loudspeaker.queries import StationQuerySet, StationThingQuerySet
from lienthong.jobs.models import Claim
from lienthong.organisations.models import Body, Dated, Position
from lienthong.plans.models import Occurrence, Share, Work
from lienthong.speech.models import Recording, Script


class Station(models.Model):
    """The loudspeaker station of an office (*đài truyền thanh cơ sở*): whose programmes, devices and duty list it is.

    ``key_number`` counts the keys that sign what goes out; ``prepare_days`` is how long before its day an issue must
    have its approved recording.
    """

    office = models.OneToOneField(Body, models.PROTECT, related_name="loudspeaker_station")
    quiet_from = models.TimeField(_("giờ nghỉ từ"), default=QUIET[0])
    quiet_to = models.TimeField(_("giờ nghỉ đến"), default=QUIET[1])
    prepare_days = models.PositiveSmallIntegerField(_("bản thu phải có trước (ngày)"), default=3)
    key_number = models.PositiveSmallIntegerField(default=1)
    opened_at = models.DateTimeField(default=timezone.now)

    objects = StationQuerySet.as_manager()

    class Meta:
        ordering = ["office__sort"]

    def __str__(self) -> str:
        return self.office.label

    @property
    def code(self) -> str:
        """The part of MQTT topics that names this station."""
        return f"xa-{self.office_id}"


class DeviceGroup(models.Model):
    """Devices that are spoken to together across hamlets, such as those at schools or markets."""

    station = models.ForeignKey(Station, models.CASCADE, related_name="groups")
    name = models.CharField(_("tên nhóm"), max_length=80)

    objects = StationThingQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["station", "name"], name="loudspeaker_group_once")]

    def __str__(self) -> str:
        return self.name


class Device(models.Model):
    """One loudspeaker cluster. Its secret is derived from ``key_number`` and never stored (``keys.py``)."""

    class Kind(models.TextChoices):
        IP = "ip", _("Cụm loa IP")
        STREAM = "stream", _("Thu luồng âm thanh")
        PACKAGE = "package", _("Không có mạng, chép gói tải về")

    station = models.ForeignKey(Station, models.PROTECT, related_name="devices")
    code = models.SlugField(_("mã cụm loa"), max_length=40)
    place = models.CharField(_("nơi đặt"), max_length=120)
    hamlet = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("thôn"))
    groups = models.ManyToManyField(DeviceGroup, related_name="devices", blank=True, verbose_name=_("nhóm"))
    kind = models.CharField(_("loại"), max_length=7, choices=Kind, default=Kind.IP)
    key_number = models.PositiveSmallIntegerField(default=1)
    added_at = models.DateTimeField(default=timezone.now)
    retired_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True, help_text="by its own heartbeat, corrected for its clock")
    clock_offset = models.IntegerField(default=0, help_text="seconds its clock is ahead of ours")
    schedule_hash = models.CharField(max_length=64, blank=True, help_text="of the schedule that it says it holds")
    schedule_at = models.DateTimeField(null=True)

    objects = StationThingQuerySet.as_manager()

    class Meta:
        ordering = ["hamlet__sort", "code"]
        constraints = [models.UniqueConstraint(fields=["station", "code"], name="loudspeaker_device_once")]

    def __str__(self) -> str:
        return f"{self.code}, {self.place}"


class ProgrammeSlot(models.Model):
    """A time promised to hamlets or groups on some weekdays ("02456", 0 is Monday); to all when none is named."""

    station = models.ForeignKey(Station, models.CASCADE, related_name="slots")
    name = models.CharField(_("tên khung"), max_length=80)
    begins = models.TimeField(_("bắt đầu lúc"), default=time(5, 30))
    seconds = models.PositiveIntegerField()
    weekdays = models.CharField(max_length=7, default="0123456")
    hamlets = models.ManyToManyField(Body, related_name="+", blank=True, verbose_name=_("thôn"))
    groups = models.ManyToManyField(DeviceGroup, related_name="+", blank=True, verbose_name=_("nhóm loa"))
    first_day = models.DateField(_("từ ngày"), default=timezone.localdate)
    ended_at = models.DateTimeField(null=True)

    objects = StationThingQuerySet.as_manager()

    class Meta:
        ordering = ["begins", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def minutes(self) -> int:
        return self.seconds // 60


class ProgrammeColumn(models.Model):
    """A recurring column with its rhythm as printed; ``share`` is the assignment that promised it, if one did."""

    station = models.ForeignKey(Station, models.CASCADE, related_name="columns")
    title = models.CharField(_("tên chuyên mục"), max_length=200)
    rhythm = models.CharField(_("tần suất"), max_length=120)
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"))
    seconds = models.PositiveIntegerField()
    reruns = models.PositiveSmallIntegerField(
        _("số lần phát lại mỗi số"), default=0, validators=[MinValueValidator(0), MaxValueValidator(5)]
    )
    slots = models.ManyToManyField(ProgrammeSlot, related_name="columns", verbose_name=_("khung phát"))
    unit = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("đơn vị làm"))
    share = models.ForeignKey(Share, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = StationThingQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def code(self) -> str:
        return f"cm-{self.pk}"

    @property
    def carries_out(self) -> Share | None:
        """What of a plan it carries out, for the thread."""
        return self.share

    def thread_parts(self) -> list[tuple[str, str]]:
        return [(self.title, "")]


class ColumnIssue(models.Model):
    """One due issue of a column. It waits for an approved recording; its reruns repeat that recording."""

    column = models.ForeignKey(ProgrammeColumn, models.CASCADE, related_name="issues")
    number = models.PositiveIntegerField()
    day = models.DateField(db_index=True)
    recording = models.ForeignKey(Recording, models.PROTECT, null=True, related_name="+")
    chosen_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    chosen_at = models.DateTimeField(null=True)
    occurrence = models.ForeignKey(Occurrence, models.SET_NULL, null=True, related_name="+")
    work = models.ForeignKey(Work, models.SET_NULL, null=True, related_name="+", help_text="what its broadcast proved")

    class Meta:
        ordering = ["day", "number"]
        constraints = [models.UniqueConstraint(fields=["column", "number"], name="loudspeaker_issue_once")]

    def __str__(self) -> str:
        return f"{self.column.title}, {_('số')} {self.number}"

    @property
    def carries_out(self) -> Occurrence | Share | None:
        """What of a plan it carries out, for the thread."""
        return self.occurrence or self.column.share

    def thread_parts(self) -> list[tuple[str, str]]:
        return [(self.column.title, reverse("loudspeaker:column", args=[self.column_id])), (str(self), "")]


class AirBulletin(models.Model):
    """A bulletin outside the columns (Thông tư 39/2020/TT-BTTTT).

    An own one plays an approved recording of ours, or the approved file of the delivery that brought it; one from
    above the very file that came, in the name of ``sender``, never changed.
    """

    class State(models.TextChoices):
        OFFERED = "offered", _("Chờ xã chọn")
        CHOSEN = "chosen", _("Được phát")
        DECLINED = "declined", _("Không phát")
        CANCELLED = "cancelled", _("Đã hủy")

    class Rank(models.IntegerChoices):
        ORDINARY = int(Priority.ORDINARY), _("Thông thường")
        FIRST = int(Priority.FIRST), _("Ưu tiên")
        URGENT = int(Priority.URGENT), _("Khẩn cấp")

    station = models.ForeignKey(Station, models.PROTECT, related_name="bulletins")
    title = models.CharField(_("tên bản tin"), max_length=300)
    priority = models.PositiveSmallIntegerField(_("mức"), choices=Rank, default=Rank.ORDINARY)
    state = models.CharField(max_length=9, choices=State, default=State.CHOSEN)
    sender = models.CharField(_("cơ quan gửi xuống"), max_length=200, blank=True)
    basis = models.CharField(_("văn bản, số và ngày"), max_length=200, blank=True)
    recording = models.ForeignKey(Recording, models.PROTECT, null=True, related_name="+")
    file = models.FileField(max_length=200, blank=True, help_text="as it came, named by its hash")
    sha256 = models.CharField(max_length=64)
    seconds = models.PositiveIntegerField()
    not_before = models.DateTimeField(_("phát từ"))
    until = models.DateTimeField(_("phát trước"))
    order = models.PositiveSmallIntegerField(_("thứ tự của xã"), default=0)
    hamlets = models.ManyToManyField(Body, related_name="+", blank=True, verbose_name=_("thôn"))
    groups = models.ManyToManyField(DeviceGroup, related_name="+", blank=True, verbose_name=_("nhóm loa"))
    reference = models.CharField(max_length=40, blank=True, help_text="of the delivery that brought it")
    entered_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    objects = StationThingQuerySet.as_manager()

    class Meta:
        ordering = ["-not_before", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reference"], condition=~models.Q(reference=""), name="loudspeaker_bulletin_reference_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def code(self) -> str:
        return f"bt-{self.pk}"

    @property
    def carries_out(self) -> None:
        """A bulletin outside the columns carries out no assignment of a plan by itself."""
        return

    def thread_parts(self) -> list[tuple[str, str]]:
        return [(str(_("Bản tin phát thanh")), reverse("loudspeaker:bulletins")), (self.title, "")]

    @property
    def from_above(self) -> bool:
        return bool(self.sender)


class DutyTurn(Dated):
    """Who may call an emergency, and who answers the second person's call, from a day to a day."""

    station = models.ForeignKey(Station, models.CASCADE, related_name="duty")
    position = models.ForeignKey(Position, models.PROTECT, related_name="+")

    objects = StationThingQuerySet.as_manager()

    class Meta:
        ordering = ["valid_from", "pk"]

    def __str__(self) -> str:
        return str(self.position)


class Emergency(models.Model):
    """An override of everything by a person on duty, while a second person may stop it (``emergency.py``)."""

    class State(models.TextChoices):
        CALLED = "called", _("Chờ người thứ hai")
        PLAYING = "playing", _("Đang phát")
        STOPPED = "stopped", _("Đã dừng")
        ENDED = "ended", _("Phát xong, chờ xem lại")
        REVIEWED = "reviewed", _("Đã xem lại")

    station = models.ForeignKey(Station, models.PROTECT, related_name="emergencies")
    title = models.CharField(_("việc khẩn cấp"), max_length=200)
    drill = models.BooleanField(_("diễn tập"), default=False)
    script = models.ForeignKey(Script, models.PROTECT, related_name="+")
    recording = models.ForeignKey(Recording, models.PROTECT, related_name="+")
    hamlets = models.ManyToManyField(Body, related_name="+", blank=True, verbose_name=_("thôn"))
    state = models.CharField(max_length=8, choices=State, default=State.CALLED)
    caller = models.ForeignKey(Position, models.PROTECT, related_name="+")
    called_at = models.DateTimeField(default=timezone.now)
    second = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    plays_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, help_text="why it was stopped")
    reviewed_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    review = models.TextField(_("kết luận xem lại"), blank=True)

    objects = StationThingQuerySet.as_manager()

    class Meta:
        ordering = ["-called_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def code(self) -> str:
        return f"kc-{self.pk}"


class PlannedAiring(models.Model):
    """One thing that went into a schedule: what devices are told to play, and what the air log is held against.

    ``play`` names it in messages; nothing of a schedule that has begun is changed.
    """

    station = models.ForeignKey(Station, models.CASCADE, related_name="airings")
    play = models.CharField(max_length=80)
    begins = models.DateTimeField(db_index=True)
    seconds = models.PositiveIntegerField()
    areas: Any = models.JSONField(default=list)
    title = models.CharField(max_length=300)
    issue = models.ForeignKey(ColumnIssue, models.SET_NULL, null=True, related_name="airings")
    rerun = models.PositiveSmallIntegerField(default=0)
    bulletin = models.ForeignKey(AirBulletin, models.SET_NULL, null=True, related_name="airings")
    emergency = models.ForeignKey(Emergency, models.SET_NULL, null=True, related_name="airings")
    sha256 = models.CharField(max_length=64, blank=True, help_text="of the sound; empty for music of the device")
    expected = models.PositiveIntegerField(default=0, help_text="devices that were to play it")

    objects = StationThingQuerySet.as_manager()

    class Meta:
        ordering = ["begins", "pk"]
        constraints = [models.UniqueConstraint(fields=["station", "play"], name="loudspeaker_airing_once")]

    def __str__(self) -> str:
        return self.title


class AreaSchedule(Claim):
    """What the devices of one area are told; a row that waits is published, and published again when it changes."""

    station = models.ForeignKey(Station, models.CASCADE, related_name="schedules")
    area = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=0)
    body = models.TextField(blank=True, help_text="exactly what is signed")
    sha256 = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["area"]
        constraints = [models.UniqueConstraint(fields=["station", "area"], name="loudspeaker_schedule_once")]


class AirLogEntry(models.Model):
    """What one device says that it played: the evidence. One entry for each device and play."""

    class Outcome(models.TextChoices):
        PLAYED = "played", _("phát đủ")
        CUT = "cut", _("phát dở")
        MISSED = "missed", _("không phát")

    device = models.ForeignKey(Device, models.CASCADE, related_name="log")
    airing = models.ForeignKey(PlannedAiring, models.CASCADE, related_name="log")
    began_at = models.DateTimeField(help_text="corrected for the device's clock")
    seconds = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(max_length=6, choices=Outcome)
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["began_at"]
        constraints = [models.UniqueConstraint(fields=["device", "airing"], name="loudspeaker_log_once")]
