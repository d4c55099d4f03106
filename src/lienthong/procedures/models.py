"""Administrative procedures and guides: what the public reads, and every version of it with who answers for it."""

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.jobs.models import Claim
from lienthong.organisations.models import Body, Position
from lienthong.procedures.queries import OfOffice, ProcedureQuerySet, VersionQuerySet


class Audience(models.TextChoices):
    CITIZENS = "citizens", _("Người dân")
    BUSINESSES = "businesses", _("Doanh nghiệp, hộ kinh doanh")
    BOTH = "both", _("Người dân và doanh nghiệp")


class Level(models.TextChoices):
    """Who decides (cấp thực hiện)."""

    COMMUNE = "commune", _("Cấp xã")
    PROVINCE = "province", _("Cấp tỉnh")
    MINISTRY = "ministry", _("Cấp bộ")


class Online(models.TextChoices):
    """Whether this is a term, and of which decree, says :mod:`.online` for a day."""

    NONE = "none", _("Chưa trực tuyến")
    PARTIAL = "partial", _("Một phần")
    FULL = "full", _("Toàn trình")


class Batch(models.Model):
    """One import of an official list: which decision it comes from, who brought it in, who approved it."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    decision = models.CharField(_("số quyết định công bố"), max_length=120)
    dated = models.DateField(_("ngày quyết định"))
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    objects = OfOffice.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.decision}, {self.dated:%d/%m/%Y}"


class Procedure(models.Model):
    """A procedure by its code. ``current`` is what the public reads; without one it is not public."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    code = models.CharField(_("mã thủ tục"), max_length=40)
    current = models.ForeignKey("ProcedureVersion", models.SET_NULL, null=True, related_name="+")
    checked_on = models.DateField(null=True, help_text="when a person last compared it with the national database")
    checked_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [models.UniqueConstraint(fields=["office", "code"], name="procedures_code_once")]

    def __str__(self) -> str:
        return self.code


class Guide(models.Model):
    """A step-by-step guide to something in people's lives, which may take several procedures."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    current = models.ForeignKey("GuideVersion", models.SET_NULL, null=True, related_name="+")

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    @property
    def code(self) -> str:
        return ""


class Version(models.Model):
    """Words for the public, exactly as a named person other than their last editor approved them.

    ``edits`` counts every save: it tells one editor's words from another's, and what an approver read from what came
    after. ``hash``: SHA-256 of the words that were approved.
    """

    class State(models.TextChoices):
        WRITING = "writing", _("Đang viết")
        WAITING = "waiting", _("Chờ duyệt")
        RETURNED = "returned", _("Trả lại")
        AWAITING = "awaiting", _("Đã duyệt, chờ ngày áp dụng")
        APPROVED = "approved", _("Đang công khai")
        REPLACED = "replaced", _("Đã thay")
        ENDED = "ended", _("Đã thôi công khai")

    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=8, choices=State, default=State.WRITING)
    edits = models.PositiveIntegerField(default=1)
    title = models.CharField(_("tên"), max_length=300)
    audience = models.CharField(_("đối tượng"), max_length=10, choices=Audience, default=Audience.CITIZENS)
    steps = models.TextField(_("trình tự thực hiện"), help_text=_("mỗi bước một dòng"))
    valid_from = models.DateField(_("áp dụng từ ngày"), default=timezone.localdate)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True, help_text="when the public stopped reading it")
    hash = models.CharField(max_length=64, blank=True)
    reason = models.TextField(blank=True, help_text="why it was returned or ended")

    objects = VersionQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def about(self) -> Procedure | Guide:
        """The thing of which this is a version."""
        raise NotImplementedError

    @property
    def public_on(self) -> date | None:
        """The first day on which the public reads it: when it was approved, or the day it applies from if that came
        later.
        """
        return max(timezone.localdate(self.approved_at), self.valid_from) if self.approved_at else None

    @property
    def step_lines(self) -> list[str]:
        return self.steps.splitlines()


class ProcedureVersion(Version):
    """What is said of a procedure from ``valid_from`` on, by which decision.

    ``papers``: objects with ``name``, ``form`` (bản chính, bản sao), ``copies`` and ``when``, the answers of which any
    makes it needed (empty: always). ``questions``: objects with ``text`` and ``options``.
    """

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="versions")
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="versions")
    decision = models.CharField(_("quyết định công bố"), max_length=120)
    decided_on = models.DateField(_("ngày quyết định"))
    field = models.CharField(_("lĩnh vực"), max_length=120)
    level = models.CharField(_("cấp thực hiện"), max_length=8, choices=Level, default=Level.COMMUNE)
    executor = models.CharField(_("cơ quan thực hiện"), max_length=200)
    place = models.TextField(_("nơi nộp hồ sơ"))
    papers: Any = models.JSONField(_("thành phần hồ sơ"), default=list)
    questions: Any = models.JSONField(_("câu hỏi để biết giấy tờ nào cần"), default=list)
    time_limit = models.CharField(_("thời hạn giải quyết"), max_length=300)
    fee = models.CharField(_("phí, lệ phí"), max_length=300)
    result = models.CharField(_("kết quả"), max_length=300)
    legal_basis = models.TextField(_("căn cứ pháp lý"))
    online = models.CharField(_("mức độ trực tuyến"), max_length=7, choices=Online, default=Online.NONE)
    link = models.URLField(_("đường dẫn Cổng Dịch vụ công quốc gia"), max_length=500, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["procedure", "number"], name="procedures_version_once")]

    @property
    def about(self) -> Procedure:
        return self.procedure

    @property
    def law_lines(self) -> list[str]:
        return self.legal_basis.splitlines()


class GuideVersion(Version):
    guide = models.ForeignKey(Guide, models.CASCADE, related_name="versions")
    lead = models.TextField(_("tóm tắt"), blank=True, max_length=600)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["guide", "number"], name="procedures_guide_version_once")]

    @property
    def about(self) -> Guide:
        return self.guide


class BlankForm(models.Model):
    """A form to be filled in, as a file, with one version; the next version takes it over."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="forms")
    name = models.CharField(_("tên mẫu đơn"), max_length=200)
    stored = models.FileField(upload_to="procedures/%Y", max_length=200)
    ending = models.CharField(max_length=6)
    content_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)

    objects = OfOffice.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Posting(models.Model):
    """Proof that a version hangs at the office: a dated photo and what was looked at on the spot."""

    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="postings")
    place = models.CharField(_("nơi niêm yết"), max_length=200)
    posted_on = models.DateField(_("ngày niêm yết"))
    seen: Any = models.JSONField(default=list, help_text="keys of the checklist that a person confirmed")
    photo = models.FileField(upload_to="procedures/niem-yet/%Y", max_length=200)
    sha256 = models.CharField(max_length=64)
    taken_at = models.DateTimeField(null=True, help_text="as the camera wrote it, before that was taken out")
    explanation = models.CharField(_("vì sao ngày chụp không khớp"), max_length=300, blank=True)
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = OfOffice.as_manager()

    class Meta:
        ordering = ["-posted_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.place}, {self.posted_on:%d/%m/%Y}"


class ReplacedLaw(models.Model):
    """An office notes that a legal document was replaced, so procedures that stand on it show themselves."""

    office = models.ForeignKey(Body, models.CASCADE, related_name="+")
    number = models.CharField(_("số, ký hiệu văn bản cũ"), max_length=80)
    replaced_by = models.CharField(_("văn bản thay thế"), max_length=200)
    since = models.DateField(_("từ ngày"))
    noted_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(default=timezone.now)

    objects = OfOffice.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [models.UniqueConstraint(fields=["office", "number"], name="procedures_law_once")]

    def __str__(self) -> str:
        return self.number


class LinkCheck(Claim):
    """Whether the link of a procedure answered when it was last asked; asked again every week."""

    procedure = models.OneToOneField(Procedure, models.CASCADE, related_name="link_check")
    url = models.URLField(max_length=500)
    checked_at = models.DateTimeField(null=True)
    status = models.PositiveSmallIntegerField(null=True, help_text="of HTTP; empty when no server answered")
    fault = models.CharField(max_length=300, blank=True, help_text="empty when the page is there")

    objects = OfOffice.as_manager()
