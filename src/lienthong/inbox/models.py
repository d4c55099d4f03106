"""Work items, reminders and calendar feeds: what waits for whom, until when."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.inbox.queries import WorkItemQuerySet
from lienthong.jobs.models import Claim
from lienthong.organisations.models import Body, Position, Role


class WorkItem(models.Model):
    """One next step that waits for a body (a role in it, or one named position). Closed by the act it asked for."""

    class Kind(models.TextChoices):
        """Groups of next steps; "waiting" shows under *Đang chờ người khác* for the one who asked."""

        DECIDE = "decide", _("Chờ cho ý kiến")
        REVIEW = "review", _("Chờ duyệt nội dung đã đọc")
        ACCEPT = "accept", _("Chờ tiếp nhận")
        DO = "do", _("Đang thực hiện")
        CONFIRM = "confirm", _("Chờ xác nhận kết quả")
        RETURNED = "returned", _("Được trả lại")
        EXTENSION = "extension", _("Chờ duyệt gia hạn")
        NOTE = "note", _("Để biết")
        REPORT = "report", _("Báo cáo phải làm")
        CHECK = "check", _("Cần kiểm tra")
        ANSWER = "answer", _("Chờ trả lời")

    subject = models.CharField(max_length=80, db_index=True, help_text="key of the thing")
    kind = models.CharField(max_length=10, choices=Kind)
    series = models.CharField(max_length=80, blank=True, help_text="items of one series that are late show as one row")
    office = models.ForeignKey(Body, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, related_name="work_items")
    role = models.CharField(max_length=14, choices=Role, blank=True, help_text="who in the body; empty for everyone")
    position = models.ForeignKey(Position, models.CASCADE, null=True, related_name="work_items")
    title = models.CharField(max_length=500)
    sender = models.CharField(max_length=250, blank=True)
    url = models.CharField(max_length=300)
    act_url = models.CharField(max_length=300, blank=True, help_text="takes a POST that does the step from the list")
    act_label = models.CharField(max_length=60, blank=True)
    due = models.DateField(null=True, db_index=True)
    urgent = models.BooleanField(default=False)
    asked_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="asked_items")
    opened_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True, db_index=True)

    objects = WorkItemQuerySet.as_manager()

    class Meta:
        ordering = ["-urgent", models.F("due").asc(nulls_last=True), "pk"]
        indexes = [
            models.Index(fields=["body", "closed_at", "due"]),
            models.Index(fields=["position", "closed_at", "due"]),
            # Without the many that nobody asked for: counted among them, the database thinks this index useless.
            models.Index(
                name="inbox_asked_open",
                fields=["asked_by", "due"],
                condition=models.Q(closed_at=None, asked_by__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "kind", "body"],
                condition=models.Q(closed_at=None, position=None),
                name="inbox_workitem_open_once_body",
            ),
            models.UniqueConstraint(
                fields=["subject", "kind", "position"],
                condition=models.Q(closed_at=None, position__isnull=False),
                name="inbox_workitem_open_once_position",
            ),
        ]


class Reminder(Claim):
    """A reminder that was due for a work item; the unique triple is why it is made once, the claim why mailed once."""

    class Rule(models.TextChoices):
        DAYS_7 = "7", _("còn 7 ngày")
        DAYS_3 = "3", _("còn 3 ngày")
        DAYS_1 = "1", _("còn 1 ngày")
        TODAY = "0", _("đến hạn hôm nay")
        OVERDUE = "overdue", _("quá hạn")

    item = models.ForeignKey(WorkItem, models.CASCADE, related_name="reminders")
    rule = models.CharField(max_length=8, choices=Rule)
    due = models.DateField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "rule", "due"], name="inbox_reminder_once")]


class Notice(models.Model):
    """A line under the bell: something one position should know now."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="notices")
    text = models.CharField(max_length=500)
    url = models.CharField(max_length=300)
    urgent = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["position", "read_at"])]


class CalendarFeed(models.Model):
    """A secret address under which a calendar program reads one position's due dates."""

    position = models.OneToOneField(Position, models.CASCADE, related_name="calendar_feed")
    token = models.CharField(max_length=64, unique=True, default=secrets.token_urlsafe)
    created_at = models.DateTimeField(default=timezone.now)
