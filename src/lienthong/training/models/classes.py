"""Classes for civil servants: what is taught, when, which units are asked for how many, and what proves it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.organisations.models import Body, Position
from lienthong.plans.models import Occurrence, Share, Work
from lienthong.registry.models import OfficialDocument
from lienthong.training.queries import ClassQuerySet, InvitationQuerySet, OfClassQuerySet


class TrainingClass(models.Model):
    """A class (*lớp đào tạo, bồi dưỡng, tập huấn*) to which units nominate people.

    ``organiser``: a body above that holds it, by name; empty when the office does. ``pass_percent``: who attended at
    least so much of the sessions finished it; empty where it is entered by hand. ``edits`` counts every save.
    """

    class State(models.TextChoices):
        PREPARING = "preparing", _("Đang lập")
        NOMINATING = "nominating", _("Đang nhận cử")
        LISTED = "listed", _("Đã chốt danh sách")
        TAUGHT = "taught", _("Đã học")
        CLOSED = "closed", _("Kết thúc")
        CANCELLED = "cancelled", _("Hủy")

    class Form(models.TextChoices):
        IN_PERSON = "in_person", _("Trực tiếp")
        ONLINE = "online", _("Trực tuyến")
        MIXED = "mixed", _("Kết hợp trực tiếp và trực tuyến")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", help_text="the unit that looks after it")
    share = models.ForeignKey(Share, models.PROTECT, null=True, related_name="+")
    occurrence = models.ForeignKey(Occurrence, models.PROTECT, null=True, related_name="+")
    work = models.ForeignKey(Work, models.PROTECT, null=True, related_name="+", help_text="what it closed it with")
    state = models.CharField(max_length=10, choices=State, default=State.PREPARING)
    edits = models.PositiveIntegerField(default=1)
    title = models.CharField(_("tên lớp"), max_length=200)
    content = models.TextField(_("nội dung"), max_length=2000)
    organiser = models.CharField(_("cơ quan tổ chức"), max_length=200, blank=True)
    ordered_by = models.ForeignKey(OfficialDocument, models.PROTECT, null=True, related_name="+")
    form = models.CharField(_("hình thức"), max_length=9, choices=Form)
    place = models.CharField(_("nơi học"), max_length=200, blank=True)
    link = models.URLField(_("đường liên kết học trực tuyến"), max_length=300, blank=True)
    seats = models.PositiveIntegerField(_("số chỗ"), null=True)
    nominate_by = models.DateField(_("hạn cử người"))
    pass_percent = models.PositiveSmallIntegerField(_("tỷ lệ buổi dự để hoàn thành"), null=True)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now)
    listed_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    listed_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, help_text="why it is not held")
    taught_on = models.DateField(null=True, help_text="the day of its last session")
    closed_at = models.DateTimeField(null=True)
    minutes_number = models.CharField(_("số biên bản"), max_length=120, blank=True)
    minutes_dated = models.DateField(_("ngày biên bản"), null=True)

    objects = ClassQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["office", "state"])]

    def __str__(self) -> str:
        return self.title

    @property
    def held_by(self) -> str:
        """Who organises it, as people read it."""
        return self.organiser or self.office.label


class TrainingSession(models.Model):
    """One session (*buổi*) of a class. ``ticked_at``: its sheet was filled in."""

    training = models.ForeignKey(TrainingClass, models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField(_("bắt đầu"))
    ends_at = models.DateTimeField(_("kết thúc"))
    ticked_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    ticked_at = models.DateTimeField(null=True)

    objects = OfClassQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="training_session_ends"),
            models.UniqueConstraint(fields=["training", "starts_at"], name="training_session_once"),
        ]

    def __str__(self) -> str:
        starts, ends = timezone.localtime(self.starts_at), timezone.localtime(self.ends_at)
        return f"{starts:%d/%m/%Y %H:%M}–{ends:%H:%M}"


class Invitation(models.Model):
    """A unit is asked to nominate ``asked`` people. ``reason``: why it nominates nobody.

    ``attended`` and ``passed`` are counted when the class is closed; figures add these and know no person.
    """

    training = models.ForeignKey(TrainingClass, models.CASCADE, related_name="invitations")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    asked = models.PositiveSmallIntegerField(_("số người được cử"))
    reason = models.CharField(_("lý do không cử"), max_length=300, blank=True)
    answered_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    attended = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["body__sort", "pk"]
        constraints = [models.UniqueConstraint(fields=["training", "body"], name="training_invitation_once")]

    def __str__(self) -> str:
        return f"{self.body.label}: {self.training.title}"


class ClassPhoto(models.Model):
    """A photo of a class, drawn anew: nothing that a camera wrote into it is kept."""

    training = models.ForeignKey(TrainingClass, models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="lop-hoc/%Y/%m")
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = OfClassQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
