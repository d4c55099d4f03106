"""Lessons, the bank of questions, and results that say how many, never who."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.learning.queries import LessonQuerySet, OfficeQuerySet, ResultQuerySet
from lienthong.organisations.models import Body, Position


class BankQuestion(models.Model):
    """A question of the office's bank. A lesson keeps its own copy, so the bank may change at any time."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    topic = models.CharField(_("chủ đề"), max_length=120)
    text = models.CharField(_("câu hỏi"), max_length=300)
    options: Any = models.JSONField(_("các câu trả lời"))
    right = models.PositiveSmallIntegerField(_("câu đúng"), help_text="place in options, from 0")
    explanation = models.CharField(_("giải thích"), max_length=400)
    retired_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["topic", "pk"]

    def __str__(self) -> str:
        return self.text


class Lesson(models.Model):
    """A short lesson with its questions. What was approved never changes: a next version is a lesson that replaces it.

    ``quiz``: objects with ``text``, ``options``, ``right`` and ``explanation``. ``edits`` counts every save.
    """

    class State(models.TextChoices):
        WRITING = "writing", _("Đang viết")
        WAITING = "waiting", _("Chờ duyệt")
        RETURNED = "returned", _("Trả lại")
        APPROVED = "approved", _("Đang công khai")
        REPLACED = "replaced", _("Đã thay")
        ENDED = "ended", _("Đã thôi công khai")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="next")
    state = models.CharField(max_length=8, choices=State, default=State.WRITING)
    edits = models.PositiveIntegerField(default=1)
    title = models.CharField(_("tên bài"), max_length=200)
    lead = models.CharField(_("học xong làm được gì"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("số phút"), default=5)
    body = models.TextField(_("nội dung"))
    quiz: Any = models.JSONField(_("câu hỏi"), default=list)
    to_pass = models.PositiveSmallIntegerField(_("số câu đúng để đạt"), default=1)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    hash = models.CharField(max_length=64, blank=True)
    reason = models.TextField(blank=True, help_text="why it was returned or ended")

    objects = LessonQuerySet.as_manager()

    class Meta:
        ordering = ["-edited_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def paragraphs(self) -> list[str]:
        return self.body.splitlines()


class QuizResult(models.Model):
    """One set of answers to a lesson's questions, by nobody in particular: how many were right, on which day.

    ``token`` came with the page, so that one press too many is not counted twice. ``drawn``: certificates made of it.
    """

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="results")
    token = models.CharField(max_length=40, unique=True)
    day = models.DateField(default=timezone.localdate)
    right = models.PositiveSmallIntegerField()
    total = models.PositiveSmallIntegerField()
    passed = models.BooleanField()
    drawn = models.PositiveSmallIntegerField(default=0)

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]


class GroupResult(models.Model):
    """A lesson held for many with one phone and paper: where, on which day, how many there were and passed."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="group_results")
    place = models.ForeignKey(Body, models.PROTECT, related_name="+")
    held_on = models.DateField(_("ngày học"))
    people = models.PositiveIntegerField(_("số người dự"))
    passed = models.PositiveIntegerField(_("số người đạt"))
    entered_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["lesson", "place", "held_on"], name="learning_group_once"),
            models.CheckConstraint(condition=models.Q(passed__lte=models.F("people")), name="learning_group_passed"),
        ]
