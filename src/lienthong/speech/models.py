"""Scripts, the recordings made of them, and the words an office reads in its own way."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.jobs.models import Claim
from lienthong.organisations.models import Body, Position
from lienthong.speech.queries import PronunciationQuerySet, RecordingQuerySet, ScriptQuerySet


class Pronunciation(models.Model):
    """How an office reads one abbreviation or name aloud; goes before the common dictionary."""

    office = models.ForeignKey(Body, models.CASCADE, related_name="pronunciations")
    written = models.CharField(_("viết"), max_length=60)
    spoken = models.CharField(_("đọc là"), max_length=200)
    changed_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = PronunciationQuerySet.as_manager()

    class Meta:
        ordering = ["written"]
        constraints = [models.UniqueConstraint(fields=["office", "written"], name="speech_pronunciation_once")]

    def __str__(self) -> str:
        return self.written


class Script(models.Model):
    """What is to be read aloud, as written. It changes freely: each recording keeps the text that it reads."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="scripts")
    title = models.CharField(_("tên bản tin"), max_length=300)
    text = models.TextField(_("lời"))
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = ScriptQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class Recording(Claim):
    """One reading of a script. Text, words and sound never change; what is wrong is recorded anew.

    ``sentences`` in order: ``start`` and ``end`` (offsets into ``text``), ``words`` as said, ``begins`` and ``stops``
    (seconds; absent when a person read it and nobody marked the places).
    """

    class State(models.TextChoices):
        MAKING = "making", _("Đang tạo tiếng")
        READY = "ready", _("Chờ nghe duyệt")
        RETURNED = "returned", _("Được trả lại")
        APPROVED = "approved", _("Đã duyệt")
        WITHDRAWN = "withdrawn", _("Đã rút")

    class Source(models.TextChoices):
        VOICE = "voice", _("Giọng đọc máy")
        PERSON = "person", _("Người đọc")

    script = models.ForeignKey(Script, models.PROTECT, related_name="recordings")
    text = models.TextField()
    sentences: Any = models.JSONField(default=list)
    source = models.CharField(max_length=6, choices=Source)
    voice = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.MAKING)
    file = models.FileField(max_length=200, blank=True, help_text="named by its hash")
    sha256 = models.CharField(max_length=64, blank=True)
    seconds = models.FloatField(null=True)
    loudness = models.FloatField(null=True, help_text="LUFS; empty when it could not be measured")
    peak = models.FloatField(null=True, help_text="dBTP")
    text_editor = models.ForeignKey(Position, models.PROTECT, related_name="+", help_text="last editor of the text")
    made_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, help_text="why it was returned or withdrawn")

    objects = RecordingQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.script.title}, {timezone.localtime(self.made_at):%d/%m/%Y %H:%M}"

    @property
    def failed(self) -> bool:
        return self.job_state == Claim.FAILED
