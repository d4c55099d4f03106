"""Public corrections (*đính chính*): of claims about public services and of scams, and of what the office said itself.

There is no place here for who said something: no address, name, account, picture or copy. The one exception are the
addresses and numbers of a scam, which are stored disarmed (:mod:`.disarming`).
"""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.corrections.queries import ClaimQuestionQuerySet, CorrectionQuerySet
from lienthong.drafting.models import Draft
from lienthong.newsroom.models import Product, Version
from lienthong.organisations.models import Body, Position
from lienthong.registry.models import OfficialDocument


class Label(models.TextChoices):
    """What an official check of a claim came to."""

    RIGHT = "right", _("Đúng")
    INCOMPLETE = "incomplete", _("Chưa đủ")
    WRONG = "wrong", _("Sai")
    SCAM = "scam", _("Lừa đảo")


class Concern(models.TextChoices):
    """What a claim has to be about, so that there is something official to check it against."""

    SERVICE = "service", _("Dịch vụ công")
    PROCEDURE = "procedure", _("Thủ tục hành chính")
    DOCUMENT = "document", _("Văn bản đã ban hành")
    SCAM = "scam", _("Thủ đoạn lừa đảo")


class Correction(models.Model):
    """One correction. Once published it is numbered and frozen: ``frozen`` is what the public reads, byte for byte.

    ``edits`` counts every save, so an approver answers for exactly what he read. ``passages``: objects with ``source``
    and ``quote``. ``old``: what the office had said, as it stood (:mod:`.own`). ``concern_key`` is opaque
    (:mod:`.concerns`).
    """

    class Kind(models.TextChoices):
        CLAIM = "claim", _("Điều được truyền đi")
        PRODUCT = "product", _("Sản phẩm của cơ quan")
        DOCUMENT = "document", _("Văn bản của cơ quan")

    class State(models.TextChoices):
        WRITING = "writing", _("Đang viết")
        WAITING = "waiting", _("Chờ duyệt")
        RETURNED = "returned", _("Trả lại")
        PUBLISHED = "published", _("Đã công bố")
        REPLACED = "replaced", _("Đã thay")
        WITHDRAWN = "withdrawn", _("Đã rút")
        DROPPED = "dropped", _("Đã bỏ")

    class Fault(models.TextChoices):
        """Which of the two ways of Nghị định 30/2020/NĐ-CP, Điều 18.3 an issued document goes."""

        CONTENT = "content", _("Sai về nội dung")
        FORM = "form", _("Sai về thể thức, kỹ thuật trình bày, thủ tục ban hành")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.CLAIM)
    state = models.CharField(max_length=9, choices=State, default=State.WRITING)
    edits = models.PositiveIntegerField(default=1)
    claim = models.TextField(_("điều được nói"), max_length=500, help_text="of own kinds: what was wrong")
    truth = models.TextField(_("thông tin chính thức"), max_length=4000)
    advice = models.TextField(_("người dân nên làm gì"), max_length=1000, blank=True)
    label = models.CharField(_("kết luận"), max_length=10, choices=Label, blank=True)
    concern = models.CharField(_("liên quan đến"), max_length=9, choices=Concern, blank=True)
    concern_name = models.CharField(_("tên dịch vụ, thủ tục, văn bản, thủ đoạn"), max_length=300, blank=True)
    concern_key = models.CharField(max_length=80, blank=True)
    passages: Any = models.JSONField(_("đối chiếu với"), default=list)
    scam_places: Any = models.JSONField(_("trang web, số điện thoại lừa đảo"), default=list)

    product = models.ForeignKey(Product, models.PROTECT, null=True, related_name="+")
    version = models.OneToOneField(
        Version, models.PROTECT, null=True, related_name="+", help_text="the one that says it right: one note each"
    )
    document = models.ForeignKey(OfficialDocument, models.PROTECT, null=True, related_name="+")
    fault = models.CharField(max_length=7, choices=Fault, blank=True)
    names_document = models.BooleanField(
        _("nêu số, ngày của văn bản chưa công khai"), default=False, help_text="the public may know them, a person says"
    )
    draft = models.ForeignKey(Draft, models.PROTECT, null=True, related_name="+")
    old: Any = models.JSONField(null=True)

    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    reason = models.TextField(blank=True, help_text="why it was returned, dropped or withdrawn")

    number = models.PositiveIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True, help_text="when it was withdrawn or replaced")
    frozen = models.TextField(blank=True)
    hash = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the bytes of ``frozen``")

    objects = CorrectionQuerySet.as_manager()

    #: What may change after the publication.
    _AFTERWARDS = frozenset({"state", "reason", "closed_at"})

    class Meta:
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "year", "number"], name="corrections_number_once"),
        ]

    def __str__(self) -> str:
        return self.claim if len(self.claim) <= 120 else f"{self.claim[:119]}…"

    def save(self, *args: Any, **options: Any) -> None:
        """A published correction never changes; only where it stands does."""
        fields = options.get("update_fields")
        stored = self.pk and type(self)._base_manager.filter(pk=self.pk).exclude(frozen="").exists()
        if stored and (fields is None or not self._AFTERWARDS.issuperset(fields)):
            raise ValueError("a published correction never changes; write one that replaces it")
        super().save(*args, **options)

    @property
    def printed(self) -> str:
        """The number as people say it: "03/2026"."""
        return f"{self.number:02}/{self.year}" if self.number else ""

    @property
    def note(self) -> dict[str, Any]:
        """What was published, as it was frozen."""
        said: dict[str, Any] = json.loads(self.frozen)
        return said

    @property
    def headline(self) -> str:
        """What lists, feed and search call what was published: a claim by its words, the office's own by name."""
        note = self.note
        own = note["heading"] if self.kind != Correction.Kind.CLAIM else ""
        return str(own or note["claim"])

    @property
    def heading(self) -> str:
        """What the correction is about, in one line."""
        return self.concern_name or (self.version.title if self.version else str(self.document or ""))


class ClaimQuestion(models.Model):
    """Somebody asked "Có đúng không?". Nothing says who; the words go some time after they were answered."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Chờ trả lời")
        ANSWERED = "answered", _("Đã có trả lời")
        FEEDBACK = "feedback", _("Đã chuyển thành phản ánh")
        CLOSED = "closed", _("Không đối chiếu được")

    class Why(models.TextChoices):
        NOTHING_OFFICIAL = "nothing", _("Không nói về dịch vụ công, thủ tục, văn bản hay thủ đoạn lừa đảo nào")
        EMPTY = "empty", _("Không có nội dung xem xét được")
        SPAM = "spam", _("Thư rác, quảng cáo")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    code = models.CharField(_("mã theo dõi"), max_length=16, unique=True)
    form = models.CharField(max_length=32, unique=True, help_text="of the form that was handed out: it is taken once")
    asked_at = models.DateTimeField(default=timezone.now)
    text = models.TextField(_("điều nghe được"), max_length=1000)
    about = models.CharField(_("về việc gì"), max_length=300)
    scam_places: Any = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    answer = models.ForeignKey(Correction, models.SET_NULL, null=True, related_name="questions")
    case_code = models.CharField(max_length=16, blank=True)
    why = models.CharField(max_length=7, choices=Why, blank=True)
    settled_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects = ClaimQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return self.code
