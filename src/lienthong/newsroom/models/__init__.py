"""Products: the brief, the versions that never change, and what was approved and let out."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from lienthong.channels.core.models import Outlet
from lienthong.newsroom.kinds import RULES, KindRule, ProductKind
from lienthong.newsroom.models.files import LinkCheck, MediaFile, Upload
from lienthong.newsroom.queries import ColumnQuerySet, ProductQuerySet, ProductVersionQuerySet, ReleaseQuerySet
from lienthong.organisations.models import Body, Position
from lienthong.plans.models import Occurrence, Share, Work
from lienthong.registry.models import OfficialDocument

__all__ = [
    "Column",
    "LinkCheck",
    "MarginNote",
    "MediaFile",
    "Passage",
    "Product",
    "ProductCredit",
    "Release",
    "Upload",
    "Version",
    "VersionFile",
]


class Column(models.Model):
    """A recurring column: each due occurrence of its share is proposed as the next issue, with the same brief."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    share = models.ForeignKey(Share, models.PROTECT, related_name="columns")
    title = models.CharField(_("tên chuyên mục"), max_length=200)
    kind = models.CharField(_("loại sản phẩm"), max_length=11, choices=ProductKind)
    audience = models.CharField(_("người nghe, người đọc"), max_length=300, blank=True)
    message = models.TextField(_("thông điệp"), blank=True, max_length=1000)
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = ColumnQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title


class Release(models.Model):
    """Several products that go out together at one time."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    title = models.CharField(_("tên đợt"), max_length=200)
    at = models.DateTimeField(_("giờ phát hành"))
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    scheduled_at = models.DateTimeField(null=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.title


class Product(models.Model):
    """One thing made for the public. ``hash`` is of the approved version: exactly that goes out."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Đang làm")
        RETURNED = "returned", _("Được trả lại")
        REVIEW = "review", _("Chờ duyệt")
        APPROVED = "approved", _("Đã duyệt")
        SCHEDULED = "scheduled", _("Đã lên lịch")
        RELEASED = "released", _("Đã phát hành")
        CORRECTED = "corrected", _("Đã đính chính")
        WITHDRAWN = "withdrawn", _("Đã rút")

    office = models.ForeignKey(Body, models.PROTECT, related_name="products")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", help_text="who makes it")
    kind = models.CharField(_("loại sản phẩm"), max_length=11, choices=ProductKind)
    title = models.CharField(_("tên sản phẩm"), max_length=250, help_text="of its newest version")
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT, db_index=True)

    audience = models.CharField(_("người nghe, người đọc"), max_length=300, blank=True)
    message = models.TextField(_("thông điệp"), blank=True, max_length=1000)
    form = models.CharField(_("hình thức"), max_length=300, blank=True)
    due = models.DateField(_("hạn làm xong"), null=True, blank=True)

    column = models.ForeignKey(Column, models.SET_NULL, null=True, blank=True, related_name="products")
    release = models.ForeignKey(Release, models.SET_NULL, null=True, blank=True, related_name="products")
    outlets = models.ManyToManyField(Outlet, related_name="+", blank=True)
    work = models.ForeignKey(Work, models.SET_NULL, null=True, related_name="products")

    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    newest = models.ForeignKey("Version", models.PROTECT, null=True, related_name="+")
    approved = models.ForeignKey("Version", models.PROTECT, null=True, related_name="+")
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    authority = models.CharField(max_length=300, blank=True, help_text="under which delegation it was approved")
    hash = models.CharField(max_length=64, blank=True)
    scheduled_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    due_at = models.DateTimeField(null=True, help_text="when it is to go out")
    released = models.ForeignKey("Version", models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True, help_text="of the last return, correction or withdrawal")

    objects = ProductQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def rule(self) -> KindRule:
        return RULES[self.kind]


class ProductCredit(models.Model):
    """An assignment's share, or one occurrence of it, that the product is made for."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="credits")
    share = models.ForeignKey(Share, models.PROTECT, related_name="product_credits")
    occurrence = models.ForeignKey(Occurrence, models.PROTECT, null=True, related_name="product_credits")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "share"], condition=models.Q(occurrence=None), name="newsroom_credit_once_share"
            ),
            models.UniqueConstraint(fields=["product", "occurrence"], name="newsroom_credit_once_occurrence"),
        ]


class Passage(models.Model):
    """A passage of a document that the product rests on; offsets into the document's whole text."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="passages")
    document = models.ForeignKey(OfficialDocument, models.PROTECT, related_name="+")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    text = models.TextField()

    class Meta:
        ordering = ["pk"]


class Version(models.Model):
    """What a product says, once and for all: a change is a new version.

    ``body`` is clean HTML. ``variants``: code of a channel → {"title", "text"} where it says it in another way.
    ``correction``: what the public is told was wrong before, in a version that corrects what is out.
    ``sha256`` is over all of it and over the hash and description of every file.
    """

    product = models.ForeignKey(Product, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(_("tiêu đề"), max_length=250)
    lead = models.TextField(_("tóm tắt"), blank=True, max_length=600)
    body = models.TextField(_("nội dung"), blank=True)
    variants: Any = models.JSONField(default=dict)
    correction = models.TextField(_("điều đính chính"), blank=True, max_length=600)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    media = models.ManyToManyField(MediaFile, through="VersionFile", related_name="versions")

    objects = ProductVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["product", "number"], name="newsroom_version_once")]

    def __str__(self) -> str:
        return str(_("Bản %(number)d") % {"number": self.number})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise ValueError("a version never changes; write a new one")
        super().save(*args, **kwargs)

    @cached_property
    def files(self) -> list[MediaFile]:
        """Its files in their order."""
        return [each.media for each in self.version_files.select_related("media")]


class VersionFile(models.Model):
    version = models.ForeignKey(Version, models.CASCADE, related_name="version_files")
    media = models.ForeignKey(MediaFile, models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["version", "media"], name="newsroom_versionfile_once")]


class MarginNote(models.Model):
    """What a reader of a version says about one passage of it; settled when it was answered by a change."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="notes")
    quote = models.CharField(_("đoạn"), max_length=500, blank=True)
    text = models.TextField(_("ghi chú"), max_length=1000)
    by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
