"""Drafts: what the office writes itself, from the first heading to the issued document."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienthong.drafting.queries import DraftQuerySet
from lienthong.organisations.models import Body, Position, SigningAuthority
from lienthong.registry.models import DocumentType, HeldNumber, OfficialDocument


class Draft(models.Model):
    """A document that the office is writing (Nghị định 30/2020/NĐ-CP, Điều 10 to 13).

    ``approved`` is the content as it was approved, in the form of ``vanban.compose.model_of``: it changes no more.
    """

    class State(models.TextChoices):
        WRITING = "writing", _("Đang soạn thảo")
        SUBMITTED = "submitted", _("Chờ duyệt")
        RETURNED = "returned", _("Được trả lại")
        APPROVED = "approved", _("Đã duyệt")
        NUMBERED = "numbered", _("Đã cấp số")
        ISSUED = "issued", _("Đã ban hành")
        DROPPED = "dropped", _("Đã bỏ")

    office = models.ForeignKey(Body, models.PROTECT, related_name="drafts")
    type = models.CharField(_("tên loại"), max_length=12, choices=DocumentType)
    subject = models.TextField(_("trích yếu"))
    symbol = models.CharField(_("ký hiệu"), max_length=100)
    addressees = models.TextField(_("kính gửi"), blank=True, help_text=_("mỗi nơi một dòng"))
    bases = models.TextField(_("căn cứ"), blank=True, help_text=_("mỗi căn cứ một dòng"))
    recipients = models.TextField(_("nơi nhận"), blank=True, help_text=_("mỗi nơi một dòng"))
    signing = models.ForeignKey(
        SigningAuthority, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người ký")
    )
    parent = models.ForeignKey(
        OfficialDocument, models.PROTECT, null=True, related_name="drafts_below", help_text="the order from above"
    )
    state = models.CharField(max_length=9, choices=State, default=State.WRITING)
    version = models.PositiveIntegerField(
        default=1, help_text="of the lines above; a section and a task have their own"
    )
    reason = models.TextField(blank=True, help_text="why it was returned, opened again or dropped")
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    approved = models.JSONField(null=True)
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    held = models.ForeignKey(HeldNumber, models.SET_NULL, null=True, related_name="+")
    document = models.OneToOneField(OfficialDocument, models.SET_NULL, null=True, related_name="draft")

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return f"{self.get_type_display()} {self.subject}"

    @property
    def open(self) -> bool:
        """True while its words may change."""
        return self.state in (Draft.State.WRITING, Draft.State.RETURNED)


class Origin(models.Model):
    """Where a part came from: offsets into the whole text of ``origin`` (registry's ``source_url``)."""

    origin = models.ForeignKey(OfficialDocument, models.SET_NULL, null=True, related_name="+")
    origin_start = models.PositiveIntegerField(null=True)
    origin_end = models.PositiveIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)
    order = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]


class DraftSection(Origin):
    """A heading with its text; a line that begins with "- " is an item. Without a title it is text alone."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="sections")
    level = models.PositiveSmallIntegerField(_("cấp"), default=1, choices=[(1, "I."), (2, "1."), (3, "a)")])
    title = models.CharField(_("đề mục"), max_length=500, blank=True)
    text = models.TextField(_("nội dung"), blank=True)

    def __str__(self) -> str:
        return self.title or self.text[:60]


class DraftTask(Origin):
    """A row of the task table of a section, as printed; names become bodies when the document is issued."""

    section = models.ForeignKey(DraftSection, models.CASCADE, related_name="tasks")
    text = models.TextField(_("nhiệm vụ"))
    lead = models.CharField(_("chủ trì"), max_length=500, blank=True, help_text=_("nhiều đơn vị cách nhau bằng dấu ;"))
    support = models.CharField(_("phối hợp"), max_length=500, blank=True)
    when = models.CharField(_("thời gian"), max_length=300, blank=True)
    frequency = models.CharField(_("tần suất"), max_length=300, blank=True)
    product = models.CharField(_("sản phẩm"), max_length=500, blank=True)
    funding_source = models.CharField(_("nguồn kinh phí"), max_length=300, blank=True)
    funding_amount = models.BigIntegerField(_("số tiền (đồng)"), null=True, blank=True)
    out_of_scope = models.BooleanField(_("ngoài phạm vi công cụ"), default=False)

    def __str__(self) -> str:
        return self.text[:90]


class DraftChange(models.Model):
    """One difference between the draft and a Word file that came back, waiting for a person to take it or not.

    ``target`` is the key of the section or task it changes, or of the section below which something new comes;
    ``field`` the changed field, empty where ``new`` is a whole section or task.
    """

    class Kind(models.TextChoices):
        CHANGED = "changed", _("Sửa")
        ADDED = "added", _("Thêm")
        REMOVED = "removed", _("Bỏ")

    class State(models.TextChoices):
        WAITING = "waiting", _("Chờ quyết định")
        TAKEN = "taken", pgettext_lazy("sửa đổi", "Đã nhận")
        LEFT = "left", _("Không nhận")

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="changes")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=7, choices=Kind)
    target = models.CharField(max_length=80, blank=True)
    field = models.CharField(max_length=20, blank=True)
    where = models.CharField(max_length=300, help_text="what a person calls the place")
    old: Any = models.JSONField(null=True)
    new: Any = models.JSONField(null=True)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)

    class Meta:
        ordering = ["order"]


class DraftCheck(models.Model):
    """What the rules of form said of one content of a draft; of another content it says nothing."""

    draft = models.OneToOneField(Draft, models.CASCADE, related_name="last_check")
    hash = models.CharField(max_length=64, help_text="of what was checked, and of the day and the rules it was with")
    findings: Any = models.JSONField(default=list, help_text="[{message, proposal, source}]")
    refusal = models.TextField(blank=True, help_text="why the file cannot be written")
    checked_at = models.DateTimeField(default=timezone.now)
