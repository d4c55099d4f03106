"""Plans, assignments, shares, occurrences, work and evidence."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.text import sort_key
from lienthong.organisations.models import Body, Group, Position
from lienthong.plans.budget import models as budget  # noqa: F401  Django finds the models of an app through this module
from lienthong.plans.queries import AssignmentQuerySet, OccurrenceQuerySet, PlanQuerySet, ShareQuerySet, WorkQuerySet
from lienthong.registry.models import OfficialDocument


class Plan(models.Model):
    """An office's plan: what it was told or what it decided to do, in sections with assignments."""

    class State(models.TextChoices):
        ACTIVE = "active", _("Đang thực hiện")
        CLOSED = "closed", _("Đã kết thúc")

    office = models.ForeignKey(Body, models.PROTECT, related_name="plans")
    title = models.CharField(_("tên kế hoạch"), max_length=500)
    sort = models.CharField(max_length=1000, editable=False)
    document = models.OneToOneField(OfficialDocument, models.PROTECT, null=True, blank=True, related_name="plan")
    parent_document = models.ForeignKey(
        OfficialDocument, models.SET_NULL, null=True, blank=True, related_name="descended_plans"
    )
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"))
    state = models.CharField(max_length=8, choices=State, default=State.ACTIVE)
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "sort"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort = sort_key(self.title)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Section(models.Model):
    """A heading of the plan, in the plan's own order; ``path`` is the labels joined ("C.I.2")."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    path = models.CharField(max_length=80)
    title = models.TextField()
    level = models.PositiveSmallIntegerField()
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ["order"]


class Assignment(models.Model):
    """A task with a lead body. Out-of-scope ones are kept as printed and have nothing but their text and a closing."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="assignments")
    section = models.ForeignKey(Section, models.SET_NULL, null=True, blank=True, related_name="assignments")
    label = models.CharField(_("mục"), max_length=80, blank=True, help_text="the path as printed: C.I.2.a")
    order = models.PositiveIntegerField()
    text = models.TextField(_("nhiệm vụ"))
    source_document = models.ForeignKey(OfficialDocument, models.PROTECT, null=True, related_name="assignments")
    source_start = models.PositiveIntegerField(null=True)
    source_end = models.PositiveIntegerField(null=True)

    when_printed = models.CharField(_("thời gian"), max_length=300, blank=True)
    frequency_printed = models.CharField(_("tần suất"), max_length=300, blank=True)
    rhythm_set = models.CharField(_("nhịp áp dụng"), max_length=300, blank=True, help_text="instead of the printed one")
    rrule = models.CharField(max_length=300, blank=True, help_text="RFC 5545; empty for one due day or none")
    per = models.PositiveSmallIntegerField(default=1, help_text="issues due on each date of the rule")
    rhythm_remark = models.CharField(max_length=500, blank=True, help_text="why the rhythm gives no occurrences")
    quota = models.PositiveIntegerField(_("tổng số kỳ"), null=True, blank=True)
    reruns = models.PositiveIntegerField(_("số lần phát lại mỗi kỳ"), default=0)
    window_start = models.DateField(_("từ ngày"), null=True, blank=True)
    window_end = models.DateField(_("đến ngày"), null=True, blank=True)
    due = models.DateField(_("hạn"), null=True, blank=True)

    product_printed = models.CharField(_("sản phẩm"), max_length=500, blank=True)
    condition_kind = models.CharField(_("loại sản phẩm"), max_length=100, blank=True)
    condition_outlets = models.CharField(_("nơi đăng, phát"), max_length=300, blank=True)
    condition_count = models.PositiveIntegerField(_("số lượng"), null=True, blank=True)

    out_of_scope = models.BooleanField(_("ngoài phạm vi công cụ"), default=False)
    closed_by_number = models.CharField(_("số văn bản kết thúc"), max_length=120, blank=True)
    closed_by_date = models.DateField(_("ngày văn bản kết thúc"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "order"]

    def __str__(self) -> str:
        return self.text[:120]

    @property
    def rhythm(self) -> str:
        """The rhythm that holds: as a person set it, else as printed."""
        return self.rhythm_set or self.frequency_printed

    @property
    def name(self) -> str:
        """How the assignment is called in a line: its label and the start of its text."""
        text = self.text if len(self.text) <= 90 else self.text[:88].rsplit(" ", 1)[0] + "…"
        return f"{self.label} {text}".strip()


class Share(models.Model):
    """One body's part in an assignment, with its own deadline, state, result and evidence (ND30 Điều 23.2)."""

    class Part(models.TextChoices):
        LEAD = "lead", _("Chủ trì")
        SUPPORT = "support", _("Phối hợp")

    class State(models.TextChoices):
        ASSIGNED = "assigned", _("Chờ tiếp nhận")
        NOTED = "noted", _("Đã biết")
        DECLINED = "declined", _("Đề nghị trả lại")
        ACCEPTED = "accepted", _("Đang thực hiện")
        SUBMITTED = "submitted", _("Chờ xác nhận")
        RETURNED = "returned", _("Được trả lại")
        DONE = "done", _("Hoàn thành")
        TRANSFERRED = "transferred", _("Đã chuyển đơn vị khác")

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="shares")
    body = models.ForeignKey(Body, models.PROTECT, related_name="shares")
    part = models.CharField(max_length=7, choices=Part)
    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="+", help_text="came in through")
    came_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="handed_to")
    state = models.CharField(max_length=11, choices=State, default=State.ASSIGNED, db_index=True)
    due = models.DateField(_("hạn"), null=True, blank=True)
    handler = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="handled_shares")
    result = models.TextField(_("kết quả"), blank=True)
    reason = models.TextField(_("lý do"), blank=True, help_text="of the last return")
    assigned_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True)
    last_word_at = models.DateTimeField(null=True, help_text="when the body last reported anything")
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")
    done_on = models.DateField(null=True, help_text="the day the work was done, not the day it was confirmed")

    objects = ShareQuerySet.as_manager()

    class Meta:
        ordering = ["assignment", "part", "pk"]
        indexes = [models.Index(fields=["body", "state", "due"])]
        constraints = [models.UniqueConstraint(fields=["assignment", "body"], name="plans_share_once")]

    def __str__(self) -> str:
        return f"{self.body.label}: {self.assignment.name}"

    def silent(self, now: datetime) -> bool:
        """*Đã nhận, chưa xác nhận*: sent to the body long enough ago, and no word came back."""
        waited = now - self.assigned_at >= timedelta(days=settings.LIENTHONG_SILENT_AFTER_DAYS)
        return self.part == Share.Part.LEAD and self.state == Share.State.ASSIGNED and waited


class Occurrence(models.Model):
    """One due instance (*kỳ, số*) of a lead share. A rerun is never counted as a new issue."""

    class Kind(models.TextChoices):
        ISSUE = "issue", _("Kỳ")
        RERUN = "rerun", _("Phát lại")

    share = models.ForeignKey(Share, models.CASCADE, related_name="occurrences")
    kind = models.CharField(max_length=5, choices=Kind, default=Kind.ISSUE)
    number = models.PositiveIntegerField(help_text="from 1; of a rerun, the issue it repeats")
    rerun_number = models.PositiveSmallIntegerField(default=0)
    due = models.DateField()
    moved_from = models.DateField(null=True, help_text="the day the rule gave, when it was a holiday")
    moved_why = models.CharField(max_length=120, blank=True)
    closed_on = models.DateField(null=True, help_text="the day the work was done")
    closed_by = models.ForeignKey("Work", models.SET_NULL, null=True, related_name="closed_occurrences")
    entered_late = models.BooleanField(default=False, help_text="past one entered later, with date and evidence")
    asked_on = models.DateField(null=True, help_text="when a work item was opened for it")

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        ordering = ["share", "due", "number", "rerun_number"]
        indexes = [models.Index(fields=["due", "closed_on"]), models.Index(fields=["share", "due"])]
        constraints = [
            models.UniqueConstraint(fields=["share", "kind", "number", "rerun_number"], name="plans_occurrence_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """ "Kỳ 14", or "Kỳ 14, phát lại lần 2"."""
        if self.kind == Occurrence.Kind.RERUN:
            words = {"number": self.number, "rerun": self.rerun_number}
            return str(_("Kỳ %(number)d, phát lại lần %(rerun)d") % words)
        return str(_("Kỳ %(number)d") % {"number": self.number})


class Work(models.Model):
    """One piece of work done. It may credit several assignments; figures count it once."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="works")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", help_text="who did it")
    title = models.CharField(_("việc đã làm"), max_length=300)
    done_on = models.DateField(_("ngày làm xong"))
    entered_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    objects = WorkQuerySet.as_manager()

    class Meta:
        ordering = ["-done_on", "-pk"]

    def __str__(self) -> str:
        return self.title


class Credit(models.Model):
    """A piece of work counts towards a share (or one occurrence of it)."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="credits")
    share = models.ForeignKey(Share, models.CASCADE, related_name="credits")
    occurrence = models.ForeignKey(Occurrence, models.CASCADE, null=True, related_name="credits")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["work", "share"], condition=models.Q(occurrence=None), name="plans_credit_once_share"
            ),
            models.UniqueConstraint(fields=["work", "occurrence"], name="plans_credit_once_occurrence"),
        ]


class Evidence(models.Model):
    """What proves a piece of work: a file with its hash, a link, minutes (number and date), or a channel's receipt.

    Of a receipt ``name`` is the outlet, ``number`` our reference of the delivery, ``sha256`` that of what went out.
    """

    class Kind(models.TextChoices):
        FILE = "file", _("Tệp")
        LINK = "link", _("Đường liên kết")
        MINUTES = "minutes", _("Biên bản, văn bản")
        RECEIPT = "receipt", _("Biên nhận phát hành")

    work = models.ForeignKey(Work, models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=7, choices=Kind)
    stored = models.FileField(upload_to="evidence/%Y/%m", blank=True)
    name = models.CharField(max_length=255, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(null=True)
    url = models.URLField(max_length=500, blank=True)
    number = models.CharField(_("số văn bản"), max_length=120, blank=True)
    dated = models.DateField(_("ngày văn bản"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    declared = models.BooleanField(default=False, help_text="khai tay: a person says that it is out, no channel does")
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]


class Progress(models.Model):
    """A report of progress on a share, in the unit's own words."""

    share = models.ForeignKey(Share, models.CASCADE, related_name="progress")
    text = models.TextField(_("tiến độ"))
    percent = models.PositiveSmallIntegerField(_("phần trăm"), null=True, blank=True)
    by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]


class Extension(models.Model):
    """A request to move a share's deadline; limits are data (``ExtensionRule``)."""

    class State(models.TextChoices):
        ASKED = "asked", _("Chờ duyệt")
        GRANTED = "granted", _("Đồng ý")
        REFUSED = "refused", _("Không đồng ý")

    share = models.ForeignKey(Share, models.CASCADE, related_name="extensions")
    old_due = models.DateField()
    new_due = models.DateField(_("hạn mới"))
    reason = models.TextField(_("lý do"))
    state = models.CharField(max_length=7, choices=State, default=State.ASKED)
    answer = models.TextField(blank=True)
    asked_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at"]


class ExtensionRule(models.Model):
    """How often and how far a deadline may move, dated, with its source."""

    office = models.ForeignKey(Body, models.CASCADE, null=True, blank=True, related_name="+")
    times = models.PositiveSmallIntegerField(_("số lần"))
    days = models.PositiveSmallIntegerField(_("số ngày mỗi lần"))
    ask_within_days_after = models.PositiveSmallIntegerField(_("xin chậm nhất sau hạn (ngày)"))
    source = models.CharField(_("căn cứ"), max_length=300)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-valid_from"]


class Urging(models.Model):
    """The leader or coordinator urges a body to act (*đôn đốc*)."""

    share = models.ForeignKey(Share, models.CASCADE, related_name="urgings")
    text = models.TextField(_("nội dung đôn đốc"))
    by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]
