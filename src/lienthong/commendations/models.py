"""Commendations (*điển hình, biểu dương*): a unit, a model or an initiative, never a person, out of what proves it.

Nothing here counts, scores or orders: work is praised in words, and who decides reads them.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.commendations.queries import NominationQuerySet
from lienthong.drafting.models import Draft
from lienthong.organisations.models import Body, Position
from lienthong.registry.models import OfficialDocument


class Nomination(models.Model):
    """What somebody proposes to commend, from the first words to the decision."""

    class Kind(models.TextChoices):
        UNIT = "unit", _("Đơn vị")
        MODEL = "model", _("Mô hình")
        INITIATIVE = "initiative", _("Sáng kiến")

    class State(models.TextChoices):
        WRITING = "writing", _("Đang viết")
        PROPOSED = "proposed", _("Chờ ý kiến và quyết định")
        AGREED = "agreed", _("Đồng ý biểu dương")
        REFUSED = "refused", _("Không đồng ý")
        WITHDRAWN = "withdrawn", _("Đã rút")

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kind = models.CharField(_("biểu dương"), max_length=10, choices=Kind)
    title = models.CharField(_("tên đơn vị, mô hình, sáng kiến"), max_length=200)
    body = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("của đơn vị"))
    story = models.TextField(_("việc đã làm, cách làm, kết quả"))
    state = models.CharField(max_length=9, choices=State, default=State.WRITING)
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(_("lý do"), blank=True, help_text="of the decision, or why it was withdrawn")
    draft = models.ForeignKey(Draft, models.SET_NULL, null=True, related_name="+", help_text="the decision as begun")
    document = models.ForeignKey(
        OfficialDocument, models.SET_NULL, null=True, related_name="+", verbose_name=_("quyết định biểu dương")
    )

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class CitedProof(models.Model):
    """One thing that exists and speaks for the nomination: an assignment, a piece of work, evidence or a figure."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="proofs")
    key = models.CharField(max_length=80, help_text="key of the thing")
    text = models.CharField(max_length=500, help_text="what it is, as it was chosen")
    url = models.CharField(max_length=300)
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["nomination", "key"], name="commendations_proof_once")]


class StoryPicture(models.Model):
    """A picture for the story. It may be published only once its consent is written down."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="pictures")
    stored = models.FileField(upload_to="commendations/%Y/%m")
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    alt = models.CharField(_("trong ảnh có gì"), max_length=300)
    credit = models.CharField(_("ảnh của ai"), max_length=200)
    consent = models.CharField(
        _("đồng ý cho dùng ảnh"), max_length=300, blank=True, help_text=_("giấy tờ, ngày; để trống nếu chưa có")
    )
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]


class Review(models.Model):
    """What somebody other than the nominator thinks of it, with his reasons."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="reviews")
    agrees = models.BooleanField(_("đồng tình"))
    reasons = models.TextField(_("ý kiến, lý do"))
    by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["nomination", "by"], name="commendations_review_once")]
