"""Committees (*Ban Chỉ đạo*): mandate and rules, yearly programme, who stands in for whom, meetings and conclusions."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.committees.queries import MeetingQuerySet
from lienthong.drafting.models import Draft
from lienthong.organisations.models import Body, CommitteeMember, Dated, Position
from lienthong.plans.models import Assignment
from lienthong.registry.models import OfficialDocument


class Charter(models.Model):
    """What a committee stands on: the decision that set it up (*quyết định thành lập*) and its working rules."""

    committee = models.OneToOneField(Body, models.CASCADE, related_name="+")
    mandate = models.ForeignKey(
        OfficialDocument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("quyết định thành lập"),
    )
    rules_document = models.ForeignKey(
        OfficialDocument, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("văn bản quy chế")
    )
    rules = models.TextField(_("quy chế làm việc"), blank=True)


class Deputy(Dated):
    """Who stands in for a member of a committee in his absence, from a day to a day."""

    member = models.ForeignKey(CommitteeMember, models.CASCADE, related_name="+")
    deputy = models.ForeignKey(Position, models.PROTECT, related_name="+", verbose_name=_("người dự thay"))

    class Meta:
        ordering = ["pk"]


class ProgrammeLine(models.Model):
    """A line of the yearly programme (*chương trình công tác*): a month, or a quarter where no month is set."""

    committee = models.ForeignKey(Body, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField(_("năm"), validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    quarter = models.PositiveSmallIntegerField(_("quý"), choices=[(n, f"Quý {n}") for n in (1, 2, 3, 4)])
    month = models.PositiveSmallIntegerField(
        _("tháng"), null=True, blank=True, choices=[(n, f"Tháng {n}") for n in range(1, 13)]
    )
    text = models.TextField(_("nội dung"))
    lead = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("chủ trì"))
    assignment = models.ForeignKey(Assignment, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-year", "quarter", "month", "pk"]

    def __str__(self) -> str:
        return self.text[:90]


class Meeting(models.Model):
    """A meeting of a committee, from the invitation to its minutes (*biên bản*)."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Sắp họp")
        HELD = "held", _("Đang ghi biên bản")
        FINISHED = "finished", _("Biên bản đã thông qua")
        CANCELLED = "cancelled", _("Đã hoãn")

    committee = models.ForeignKey(Body, models.PROTECT, related_name="+")
    title = models.CharField(_("tên cuộc họp"), max_length=300)
    starts_at = models.DateTimeField(_("bắt đầu"))
    ends_at = models.DateTimeField(_("kết thúc"))
    place = models.CharField(_("địa điểm"), max_length=200, blank=True)
    link = models.URLField(_("đường liên kết họp trực tuyến"), max_length=300, blank=True)
    agenda = models.TextField(_("nội dung, chương trình họp"))
    chair = models.ForeignKey(Position, models.PROTECT, related_name="+", verbose_name=_("chủ trì"))
    secretary = models.ForeignKey(Position, models.PROTECT, related_name="+", verbose_name=_("thư ký"))
    state = models.CharField(max_length=9, choices=State, default=State.PLANNED)
    discussion = models.TextField(_("diễn biến, ý kiến"), blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="why it was put off")
    notice = models.ForeignKey(Draft, models.SET_NULL, null=True, related_name="+")
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class Invitee(models.Model):
    """Who is asked to a meeting, whether he came, and who stood in for him (*ủy quyền dự thay*)."""

    class Attendance(models.TextChoices):
        PRESENT = "present", _("Có mặt")
        REPRESENTED = "represented", _("Ủy quyền dự thay")
        ABSENT = "absent", _("Vắng")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitees")
    position = models.ForeignKey(Position, models.PROTECT, related_name="+")
    attendance = models.CharField(max_length=11, choices=Attendance, blank=True)
    stand_in = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="committees_invitee_once"),
            models.CheckConstraint(
                condition=models.Q(attendance="represented", stand_in__isnull=False)
                | (~models.Q(attendance="represented") & models.Q(stand_in=None)),
                name="committees_stand_in_named",
            ),
        ]


class Paper(models.Model):
    """A file for a meeting, for those who see the meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="papers")
    stored = models.FileField(upload_to="meetings/%Y/%m")
    name = models.CharField(_("tên tệp"), max_length=255)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]


class Conclusion(models.Model):
    """One conclusion of a meeting; with a lead it may become an assignment."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="conclusions")
    text = models.TextField(_("kết luận"))
    lead = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chủ trì thực hiện")
    )
    supports = models.ManyToManyField(Body, related_name="+", blank=True, verbose_name=_("phối hợp"))
    due = models.DateField(_("hạn"), null=True, blank=True)
    assignment = models.ForeignKey(Assignment, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:90]
