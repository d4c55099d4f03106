"""Inspections (*kiểm tra*): who inspects which unit when, what was found and must be mended; supervisors' questions."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.drafting.models import Draft
from lienthong.inspections.queries import CheckLineQuerySet, InspectionQuerySet, QuestionQuerySet, VisitQuerySet
from lienthong.organisations.models import Body, Position
from lienthong.plans.models import Assignment, Plan
from lienthong.registry.models import OfficialDocument


class Inspection(models.Model):
    """An inspection of an office's units, from its plan to the document that concludes it."""

    class Kind(models.TextChoices):
        YEARLY = "yearly", _("Theo kế hoạch năm")
        ONE_OFF = "one_off", _("Đột xuất")

    class State(models.TextChoices):
        PLANNED = "planned", _("Đang chuẩn bị")
        ANNOUNCED = "announced", _("Đã thông báo")
        PUT_OFF = "put_off", _("Đã hoãn")
        UNDER_WAY = "under_way", _("Đang kiểm tra")
        CONCLUDED = "concluded", _("Đã kết luận, đang khắc phục")
        CLOSED = "closed", _("Đã kết thúc")
        CANCELLED = "cancelled", _("Đã hủy")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    title = models.CharField(_("tên cuộc kiểm tra"), max_length=300)
    kind = models.CharField(_("loại"), max_length=7, choices=Kind, default=Kind.YEARLY)
    year = models.PositiveSmallIntegerField(_("năm"), validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    purpose = models.TextField(_("mục đích, nội dung kiểm tra"))
    basis = models.ForeignKey(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("văn bản căn cứ")
    )
    head = models.ForeignKey(Position, models.PROTECT, related_name="+", verbose_name=_("trưởng đoàn"))
    members = models.ManyToManyField(Position, related_name="+", blank=True, verbose_name=_("thành viên đoàn"))
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    announced_at = models.DateTimeField(null=True, help_text="when units were first told")
    reason = models.CharField(max_length=300, blank=True, help_text="why it was put off, cancelled or closed unmended")
    opinion = models.TextField(_("nhận xét, kết luận chung"), blank=True)
    conclusion = models.ForeignKey(Draft, models.SET_NULL, null=True, related_name="+")
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def team(self) -> list[Position]:
        """The head, then the members."""
        return [self.head, *self.members.exclude(pk=self.head_id).select_related("user", "body")]


class Visit(models.Model):
    """One unit inspected on one day. ``sent_at`` is when it was shown what was found and asked for its opinion."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="visits")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("đơn vị được kiểm tra"))
    day = models.DateField(_("ngày kiểm tra"))
    sent_at = models.DateTimeField(null=True)
    answer_by = models.DateField(_("hạn giải trình"), null=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["day", "pk"]
        constraints = [models.UniqueConstraint(fields=["inspection", "body"], name="inspections_visit_once")]

    def __str__(self) -> str:
        return f"{self.inspection}: {self.body.label}"


class CheckLine(models.Model):
    """One thing to check at a unit: written by hand, or drawn from an assignment with what its evidence said.

    ``seen`` are sentences about the assignment on ``seen_on``: its state, its work and what proves it.
    """

    class Result(models.TextChoices):
        MET = "met", _("Đạt")
        NOT_MET = "not_met", _("Chưa đạt")
        NOT_APPLICABLE = "not_applicable", _("Không áp dụng")

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="lines")
    text = models.TextField(_("nội dung kiểm tra"))
    assignment = models.ForeignKey(Assignment, models.SET_NULL, null=True, related_name="+")
    seen = models.JSONField(default=list)
    seen_on = models.DateField(null=True)
    result = models.CharField(_("kết quả"), max_length=14, choices=Result, blank=True)
    finding = models.TextField(_("nhận xét"), blank=True)
    found_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    found_at = models.DateTimeField(null=True)
    mend = models.TextField(_("việc phải khắc phục"), blank=True)
    mend_by = models.DateField(_("hạn khắc phục"), null=True, blank=True)
    mending = models.ForeignKey(Assignment, models.SET_NULL, null=True, related_name="+")
    explanation = models.TextField(_("ý kiến giải trình"), blank=True)
    explained_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    explained_at = models.DateTimeField(null=True)

    objects = CheckLineQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 90 else f"{self.text[:88]}…"


class LineFile(models.Model):
    """A photo or file that shows what was found."""

    line = models.ForeignKey(CheckLine, models.CASCADE, related_name="files")
    stored = models.FileField(upload_to="inspections/%Y/%m")
    name = models.CharField(_("tên tệp"), max_length=255)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]


class Question(models.Model):
    """What a supervisor asks about a plan, an assignment or an inspection of an office, until when, and the answer.

    ``body`` is the unit that is to answer; without one it is whoever runs the plans of ``office``.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Chờ trả lời")
        ANSWERED = "answered", _("Đã trả lời")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.CASCADE, null=True, related_name="+")
    assignment = models.ForeignKey(Assignment, models.CASCADE, null=True, related_name="+")
    inspection = models.ForeignKey(Inspection, models.CASCADE, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    text = models.TextField(_("câu hỏi"))
    answer_by = models.DateField(_("đề nghị trả lời trước ngày"))
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("trả lời"), blank=True)
    answered_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(plan__isnull=False, assignment=None, inspection=None)
                | Q(plan=None, assignment__isnull=False, inspection=None)
                | Q(plan=None, assignment=None, inspection__isnull=False),
                name="inspections_question_about_one",
            )
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 90 else f"{self.text[:88]}…"

    @property
    def subject(self) -> Plan | Assignment | Inspection:
        found = self.plan or self.assignment or self.inspection
        assert found is not None, "the database holds that there is one"
        return found
