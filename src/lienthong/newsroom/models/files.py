"""Files of products, files that are on their way, and links that were looked at."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.jobs.models import Claim
from lienthong.newsroom.queries import MediaFileQuerySet, UploadQuerySet
from lienthong.organisations.models import Body, Position


class MediaFile(models.Model):
    """A picture drawn anew, a sound or a film, stored under its hash; it never changes."""

    class Kind(models.TextChoices):
        PICTURE = "picture", _("Ảnh")
        SOUND = "sound", _("Âm thanh")
        FILM = "film", _("Video")

    class Rights(models.TextChoices):
        OWN = "own", _("Cơ quan tự làm")
        AGREED = "agreed", _("Tác giả đồng ý cho dùng")
        LICENCE = "licence", _("Giấy phép sử dụng tự do")
        STATE = "state", _("Tư liệu cơ quan nhà nước cung cấp")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=Kind)
    file = models.FileField(max_length=200)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=60)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    alt = models.CharField(_("mô tả"), max_length=300)
    credit = models.CharField(_("nguồn"), max_length=150)
    rights = models.CharField(_("quyền sử dụng"), max_length=7, choices=Rights)
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = MediaFileQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return self.alt


class Upload(models.Model):
    """A large file that arrives in parts; ``received`` bytes of it are on disk already."""

    key = models.CharField(max_length=32, unique=True)
    by = models.ForeignKey(Position, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    touched_at = models.DateTimeField(default=timezone.now)

    objects = UploadQuerySet.as_manager()


class LinkCheck(Claim):
    """Whether a link in a product's text answers; looked at in the background. ``alive`` None until then."""

    product = models.ForeignKey("newsroom.Product", models.CASCADE, related_name="links")
    url = models.CharField(max_length=500)
    alive = models.BooleanField(null=True)
    status = models.PositiveSmallIntegerField(null=True)
    sentence = models.CharField(max_length=300, blank=True)
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "url"], name="newsroom_linkcheck_once")]
