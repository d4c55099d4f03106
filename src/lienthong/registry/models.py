"""Official documents in and out: registers, files, what was read, what was decided."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from lienthong.jobs.models import Claim
from lienthong.organisations.models import Body, Position
from lienthong.registry.numbering import number_key
from lienthong.registry.queries import OfficialDocumentQuerySet


class Direction(models.TextChoices):
    INCOMING = "in", _("Văn bản đến")
    OUTGOING = "out", _("Văn bản đi")


class RegisterSeries(models.Model):
    """The counter of one register: numbers without gaps per office, direction, year and series (ND30 Điều 15)."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="register_series")
    direction = models.CharField(max_length=3, choices=Direction)
    year = models.PositiveSmallIntegerField()
    code = models.CharField(_("loại sổ"), max_length=20, blank=True, help_text=_("để trống: sổ chung; hoặc QĐ, NQ …"))
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "direction", "year", "code"], name="registry_series_once")
        ]


class HeldNumber(models.Model):
    """A number taken without a document: held for one to come, or cancelled. Either way the register says why.

    A number is given once and never again (ND30 Điều 15.1), so one that is not used stays in the register, explained.
    """

    series = models.ForeignKey(RegisterSeries, models.PROTECT, related_name="held_numbers")
    number = models.PositiveIntegerField()
    purpose = models.CharField(_("giữ cho"), max_length=300, blank=True)
    held_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    held_on = models.DateField()
    cancelled_on = models.DateField(null=True)
    cancelled_why = models.CharField(_("lý do hủy"), max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["series", "number"], name="registry_heldnumber_once")]

    def __str__(self) -> str:
        return f"{self.number:02d}"


class DocumentType(models.TextChoices):
    """The names of Nghị định 30/2020/NĐ-CP, Điều 7, that the reader tells apart; the rest is *khác*."""

    LETTER = "công văn", _("Công văn")
    PLAN = "kế hoạch", pgettext_lazy("tên loại văn bản", "Kế hoạch")
    DIRECTIVE = "chỉ thị", _("Chỉ thị")
    DECISION = "quyết định", _("Quyết định")
    REPORT = "báo cáo", pgettext_lazy("tên loại văn bản", "Báo cáo")
    NOTICE = "thông báo", pgettext_lazy("tên loại văn bản", "Thông báo")
    RESOLUTION = "nghị quyết", _("Nghị quyết")
    SUBMISSION = "tờ trình", _("Tờ trình")
    PROGRAMME = "chương trình", _("Chương trình")
    GUIDANCE = "hướng dẫn", pgettext_lazy("tên loại văn bản", "Hướng dẫn")
    TELEGRAM = "công điện", _("Công điện")
    OTHER = "khác", _("Khác")


class OfficialDocument(models.Model):
    """Anything with a letterhead that the office received or issued. What is empty was not on the paper."""

    class State(models.TextChoices):
        TOLD = "told", _("Chưa có văn bản")
        READING = "reading", _("Đang đọc")
        TO_REGISTER = "to_register", _("Chờ đăng ký")
        WITH_LEADER = "with_leader", _("Chờ lãnh đạo cho ý kiến")
        IN_WORK = "in_work", _("Đang giải quyết")
        NOTED = "noted", _("Để biết")
        FILED = "filed", pgettext_lazy("trạng thái", "Lưu")
        DONE = "done", _("Đã giải quyết")
        ISSUED = "issued", _("Đã phát hành")

    class Urgency(models.TextChoices):
        NONE = "", _("Thường")
        URGENT = "khẩn", _("Khẩn")
        VERY_URGENT = "thượng khẩn", _("Thượng khẩn")
        EXPRESS = "hỏa tốc", _("Hỏa tốc")

    class Told(models.TextChoices):
        MESSAGE = "message", _("tin nhắn")
        PHONE = "phone", _("điện thoại")
        MEETING = "meeting", _("cuộc họp")
        OTHER = "other", _("cách khác")

    office = models.ForeignKey(Body, models.PROTECT, related_name="documents")
    direction = models.CharField(max_length=3, choices=Direction)
    state = models.CharField(max_length=12, choices=State)
    register_series = models.ForeignKey(RegisterSeries, models.PROTECT, null=True, related_name="documents")
    register_number = models.PositiveIntegerField(_("số đến"), null=True)
    arrived_on = models.DateField(_("ngày đến"), null=True)

    number = models.CharField(_("số, ký hiệu"), max_length=120, blank=True)
    number_folded = models.CharField(max_length=120, blank=True, db_index=True, editable=False)
    symbol = models.CharField(_("ký hiệu"), max_length=100, blank=True)
    type = models.CharField(_("tên loại"), max_length=12, choices=DocumentType, blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=300, blank=True)
    issuer_parent = models.CharField(_("cơ quan chủ quản"), max_length=300, blank=True)
    issuer_body = models.ForeignKey(Body, models.SET_NULL, null=True, blank=True, related_name="issued_documents")
    place = models.CharField(_("địa danh"), max_length=100, blank=True)
    dated = models.CharField(_("ngày văn bản"), max_length=10, blank=True, help_text="YYYY-MM-DD, YYYY-MM or YYYY")
    subject = models.TextField(_("trích yếu"), blank=True)
    system = models.CharField(max_length=6, blank=True)
    urgency = models.CharField(_("độ khẩn"), max_length=12, choices=Urgency, blank=True)
    signer_name = models.CharField(_("người ký"), max_length=100, blank=True)
    signer_title = models.CharField(_("chức vụ"), max_length=200, blank=True)
    signer_authority = models.CharField(_("thẩm quyền ký"), max_length=200, blank=True)
    recipients = models.JSONField(_("nơi nhận"), default=list)
    addressees = models.JSONField(_("kính gửi"), default=list)
    copies = models.PositiveIntegerField(_("số bản"), null=True, blank=True)
    pages = models.PositiveIntegerField(_("số trang"), null=True, blank=True)
    sent_on = models.DateField(_("ngày chuyển"), null=True, blank=True)
    copy_holder = models.CharField(_("đơn vị, người nhận bản lưu"), max_length=200, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)

    # An order that came before its document: who gave it (a title, no account or telephone number), how and when.
    told_by = models.CharField(_("người chỉ đạo"), max_length=200, blank=True)
    told_how = models.CharField(_("nhận qua"), max_length=7, choices=Told, blank=True)
    told_at = models.DateTimeField(_("nhận lúc"), null=True, blank=True)

    due = models.DateField(_("thời hạn giải quyết"), null=True, blank=True)
    answers = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="answered_by")
    corrects = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="corrected_by")
    replaces = models.BooleanField(default=False, help_text="it stands in the place of what it corrects")
    reviewed_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfficialDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["office", "direction", "state"]),
            models.Index(fields=["office", "direction", "-created_at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["register_series", "register_number"],
                condition=models.Q(register_number__isnull=False),
                name="registry_number_once",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """How the document is called on screen: type and number; an order without one by who gave it."""
        if self.awaits_document and not self.number:
            words = {"how": self.get_told_how_display(), "who": self.told_by}
            return str(_("Chỉ đạo qua %(how)s của %(who)s") % words)
        named = self.type and self.type != DocumentType.OTHER
        name = self.get_type_display() if named else pgettext("tên loại văn bản", "Văn bản")
        return f"{name} {self.number or _('chưa có số')}"

    @property
    def awaits_document(self) -> bool:
        """True for an order whose document has not been registered yet."""
        return self.told_at is not None and self.register_number is None

    def save(self, *args: object, **kwargs: object) -> None:
        self.number_folded = number_key(self.number)[:120]
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class DocumentFile(Claim):
    """A file of a document: the main text or an annex. Read in the background; the row says how far that is."""

    class Part(models.TextChoices):
        MAIN = "main", _("Văn bản chính")
        ANNEX = "annex", _("Phụ lục, tài liệu kèm theo")

    document = models.ForeignKey(OfficialDocument, models.CASCADE, related_name="files")
    part = models.CharField(max_length=5, choices=Part, default=Part.MAIN)
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(_("tên tệp"), max_length=255)
    stored = models.FileField(upload_to="documents/%Y/%m")
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    content_type = models.CharField(max_length=100)
    text = models.TextField(blank=True, help_text="NFC text as read; spans count into it")
    reading = models.JSONField(default=dict, help_text="the reader's answer (vanban forms), empty until read")
    findings = models.JSONField(default=list, help_text="what the check of form and wording found")
    page_sizes = models.JSONField(default=list, help_text="width and height in points of each page that can be drawn")

    class Meta:
        ordering = ["order", "pk"]

    @property
    def is_read(self) -> bool:
        return self.job_state == Claim.DONE

    @property
    def could_be_read_better(self) -> bool:
        """Reading failed, or left something out that a machine with more tools might read."""
        kinds = {remark["kind"] for remark in self.reading.get("remarks", ())}
        return self.job_state == Claim.FAILED or (self.is_read and bool(kinds & {"unreadable", "page"}))


class Proposal(models.Model):
    """One thing the reader found, waiting for a person: a field, a citation or a task."""

    class Kind(models.TextChoices):
        FIELD = "field", _("Thông tin văn bản")
        CITATION = "citation", _("Văn bản viện dẫn")
        TASK = "task", _("Nhiệm vụ")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Chờ xác nhận")
        CONFIRMED = "confirmed", _("Đã xác nhận")
        CORRECTED = "corrected", _("Đã sửa")
        REJECTED = "rejected", _("Bỏ")

    file = models.ForeignKey(DocumentFile, models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=8, choices=Kind)
    order = models.PositiveIntegerField()
    name = models.CharField(max_length=40, help_text="the field's name, or the section of a task")
    value = models.JSONField(help_text="as read: a string for a field, an object for a citation or a task")
    confirmed = models.JSONField(null=True, help_text="as a person left it")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    places = models.JSONField(default=list, help_text="[page, x0, y0, x1, y1, look] of each place on a paged file")
    confidence = models.FloatField(default=0)
    rule = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.PROPOSED)
    out_of_scope = models.BooleanField(_("ngoài phạm vi công cụ"), default=False)
    out_of_scope_proposed = models.BooleanField(default=False)
    decided_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["order"]
        indexes = [models.Index(fields=["file", "kind", "state"])]


class NameMapping(models.Model):
    """What an office decided that a printed name means: a body or a group. Asked once, used from then on."""

    office = models.ForeignKey(Body, models.CASCADE, related_name="+")
    printed = models.CharField(max_length=300)
    folded = models.CharField(max_length=300)
    body = models.ForeignKey(Body, models.CASCADE, null=True, related_name="+")
    group = models.ForeignKey("organisations.Group", models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "folded"], name="registry_namemapping_once"),
            models.CheckConstraint(
                condition=models.Q(body__isnull=False, group=None) | models.Q(body=None, group__isnull=False),
                name="registry_namemapping_one_target",
            ),
        ]


class Citation(models.Model):
    """One document naming another; ``cited`` is set once the named one is registered too."""

    document = models.ForeignKey(OfficialDocument, models.CASCADE, related_name="citations")
    number = models.CharField(max_length=120)
    number_folded = models.CharField(max_length=120, db_index=True)
    dated = models.CharField(max_length=10, blank=True)
    type = models.CharField(max_length=12, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    cited = models.ForeignKey(OfficialDocument, models.SET_NULL, null=True, related_name="cited_by")

    class Meta:
        ordering = ["start", "pk"]
        constraints = [models.UniqueConstraint(fields=["document", "number_folded"], name="registry_citation_once")]


class Decision(models.Model):
    """The leader's opinion on a document (*Phiếu giải quyết văn bản đến*, ND30 Phụ lục IV; Điều 23.2)."""

    class Kind(models.TextChoices):
        HANDLE = "handle", _("Giao giải quyết")
        NOTE = "note", _("Để biết")
        FILE = "file", pgettext_lazy("cách giải quyết", "Lưu")

    class Medium(models.TextChoices):
        SCREEN = "screen", _("trên hệ thống")
        PAPER = "paper", _("ghi trên giấy")
        PHONE = "phone", _("qua điện thoại")

    document = models.ForeignKey(OfficialDocument, models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=6, choices=Kind)
    opinion = models.TextField(_("ý kiến"), blank=True)
    decided_by = models.ForeignKey(Position, models.PROTECT, related_name="decisions")
    decided_on = models.DateField(_("ngày cho ý kiến"))
    medium = models.CharField(max_length=6, choices=Medium, default=Medium.SCREEN)
    entered_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["entered_at"]


class DecisionPart(models.Model):
    """What a decision asks of one body, each with its own deadline."""

    class Part(models.TextChoices):
        LEAD = "lead", _("Chủ trì")
        SUPPORT = "support", _("Phối hợp")
        NOTE = "note", _("Để biết")

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="parts")
    body = models.ForeignKey(Body, models.PROTECT, related_name="decision_parts")
    part = models.CharField(max_length=7, choices=Part)
    due = models.DateField(_("thời hạn"), null=True)
    # The unit head's own line on the slip: who handles it, until when.
    handler = models.ForeignKey(Position, models.PROTECT, null=True, related_name="handled_parts")
    handler_due = models.DateField(null=True)
    handler_set_on = models.DateField(null=True)
    proposal = models.TextField(_("đề xuất của người giải quyết"), blank=True)
    proposed_on = models.DateField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["part", "pk"]
        constraints = [models.UniqueConstraint(fields=["decision", "body"], name="registry_decisionpart_once")]


class DocumentAccess(models.Model):
    """A body that may read a document, because a decision or an assignment sent it there."""

    document = models.ForeignKey(OfficialDocument, models.CASCADE, related_name="access")
    body = models.ForeignKey(Body, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "body"], name="registry_access_once")]


class Phrase(models.Model):
    """A phrase that leaders use again ("Giao Phòng VH-XH tham mưu")."""

    office = models.ForeignKey(Body, models.CASCADE, related_name="phrases")
    text = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
