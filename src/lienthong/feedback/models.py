"""Residents' cases (*phản ánh, kiến nghị*): what the office keeps of a case, and apart from it what a resident said.

Everything personal stands in :class:`Telling`, :class:`Photo`, :class:`Note` and the answers that are not public;
erasing takes those away. The case itself holds only references and dates, so every figure stays right.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.feedback.queries import OPEN, AnswerQuerySet, CaseQuerySet, OfficeQuerySet
from lienthong.feedback.wording import ERASED, hash_of
from lienthong.newsroom.models import Product
from lienthong.organisations.models import Body, Position


class Category(models.TextChoices):
    """What a case is about; never whether it praises or blames."""

    ROADS = "roads", _("Giao thông, cầu đường")
    UTILITIES = "utilities", _("Điện, nước, chiếu sáng")
    ENVIRONMENT = "environment", _("Môi trường, rác thải")
    LAND = "land", _("Đất đai, xây dựng")
    PROCEDURES = "procedures", _("Thủ tục hành chính")
    WELFARE = "welfare", _("Chính sách xã hội")
    SERVICES = "services", _("Y tế, giáo dục, văn hóa")
    ORDER = "order", _("An ninh, trật tự")
    CONDUCT = "conduct", _("Cách phục vụ của cơ quan")
    UNKNOWN = "unknown", _("Không rõ")


class Term(models.Model):
    """A period that an office promises or keeps to, dated, with its basis. One without an office holds for all."""

    class Kind(models.TextChoices):
        ANSWER = "answer", _("Trả lời phản ánh (ngày làm việc)")
        DATA = "data", _("Trả lời yêu cầu về dữ liệu cá nhân (ngày làm việc)")
        KEEP = "keep", _("Giữ dữ liệu cá nhân sau khi xong (tháng)")

    office = models.ForeignKey(Body, models.CASCADE, null=True, blank=True, related_name="+")
    kind = models.CharField(_("loại"), max_length=6, choices=Kind)
    amount = models.PositiveSmallIntegerField(_("số ngày làm việc hoặc số tháng"))
    basis = models.CharField(_("căn cứ"), max_length=300)
    valid_from = models.DateField(_("áp dụng từ"))
    set_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-valid_from", "-pk"]


class RecurringQuestion(models.Model):
    """So many cases about the same thing that a guide or a bulletin would serve more people than one answer each."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    category = models.CharField(max_length=12, choices=Category)
    found_at = models.DateTimeField(default=timezone.now)
    settled_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_how = models.CharField(_("đã làm gì"), max_length=300, blank=True)
    product = models.ForeignKey(Product, models.PROTECT, null=True, related_name="+", help_text="what answers them all")

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at"]


class FeedbackCase(models.Model):
    """One case from its arrival to its answer. It holds no word of the resident."""

    class State(models.TextChoices):
        NEW = "new", _("Chờ phân loại")
        ASSIGNED = "assigned", _("Đang xử lý")
        FORWARDED = "forwarded", _("Đã chuyển cơ quan khác")
        WAITING = "waiting", _("Chờ duyệt trả lời")
        ANSWERED = "answered", _("Đã trả lời")
        REDIRECTED = "redirected", _("Đã hướng dẫn nơi gửi")
        MERGED = "merged", _("Đã gộp")
        CLOSED = "closed", _("Không xử lý")

    class Came(models.TextChoices):
        WEB = "web", _("Qua cổng thông tin")
        PHONE = "phone", _("Qua điện thoại")
        COUNTER = "counter", _("Tại bộ phận tiếp nhận")

    class Why(models.TextChoices):
        """Why a case was closed without an answer: words of our own, so none of the resident's."""

        SPAM = "spam", _("Thư rác, quảng cáo")
        EMPTY = "empty", _("Không có nội dung xem xét được")
        ANSWERED_BEFORE = "before", _("Đã trả lời trước đó, không có tình tiết mới")

    office = models.ForeignKey(Body, models.PROTECT, related_name="feedback_cases")
    code = models.CharField(_("mã theo dõi"), max_length=16, unique=True)
    form = models.CharField(max_length=32, unique=True, null=True, help_text="the public form that made it, once")
    came = models.CharField(_("cách gửi"), max_length=7, choices=Came, default=Came.WEB)
    received_at = models.DateTimeField(default=timezone.now, db_index=True)
    entered_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    category = models.CharField(_("lĩnh vực"), max_length=12, choices=Category, default=Category.UNKNOWN)
    hamlet = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Body, models.PROTECT, null=True, related_name="feedback_given")
    due = models.DateField(_("hạn trả lời"))
    due_basis = models.CharField(max_length=300, blank=True)
    answered_on = models.DateField(null=True)
    finished_on = models.DateField(
        null=True, help_text="answered, redirected, merged or closed; keeping counts from it"
    )
    handed_on = models.DateField(null=True, help_text="an agency outside confirmed that it has the case")
    was_late = models.BooleanField(default=False, help_text="stays so when the case is opened again")
    why = models.CharField(max_length=7, choices=Why, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    recurring = models.ForeignKey(RecurringQuestion, models.PROTECT, null=True, related_name="cases")
    may_publish = models.BooleanField(default=False, help_text="the resident agreed that others may read the answer")
    erased_at = models.DateTimeField(null=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["office", "state", "due"])]

    def __str__(self) -> str:
        return self.code

    @property
    def said(self) -> str:
        """The resident's words, or that they were erased."""
        return self.telling.what if hasattr(self, "telling") else str(ERASED)

    @property
    def place(self) -> str:
        """Where it happened, in one line; of what was erased the hamlet stays."""
        where = self.telling.where.rstrip(". ") if hasattr(self, "telling") else "" if self.hamlet else str(ERASED)
        return ", ".join(filter(None, (self.hamlet.name if self.hamlet else "", where)))

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def awaits_us(self) -> bool:
        """Open, and no agency outside confirmed that it has the case."""
        return self.is_open and self.handed_on is None

    @property
    def is_late(self) -> bool:
        return self.awaits_us and self.due < timezone.localdate()

    @property
    def answer(self) -> "Answer | None":
        """The newest answer, whatever became of it."""
        found: Answer | None = self.answers.order_by("-pk").first()
        return found


class Telling(models.Model):
    """What a resident said and how he can be reached. The row is deleted when it may no longer be kept."""

    case = models.OneToOneField(FeedbackCase, models.CASCADE, related_name="telling")
    what = models.TextField(_("nội dung"), max_length=4000)
    where = models.CharField(_("nơi xảy ra"), max_length=300, blank=True)
    folded = models.TextField(editable=False, help_text="both without marks, for search and for finding duplicates")
    name = models.CharField(_("họ và tên"), max_length=80, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    consented_at = models.DateTimeField(null=True)
    consent = models.TextField(blank=True, help_text="the sentence that was agreed to, as it was shown")

    @property
    def has_contact(self) -> bool:
        return bool(self.name or self.phone or self.email)


class Photo(models.Model):
    """A photo of a resident, drawn anew: nothing that a camera wrote into it is kept."""

    case = models.ForeignKey(FeedbackCase, models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="phan-anh/%Y/%m")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()


class Note(models.Model):
    """What the desk and the unit tell each other about a case; erased with it, because it may quote the resident."""

    case = models.ForeignKey(FeedbackCase, models.CASCADE, related_name="notes")
    text = models.TextField()
    by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]


class Answer(models.Model):
    """An answer as one person wrote it and another approved it; never changed afterwards.

    ``question`` is the case in the office's own words, for those who read a published answer; ``hash`` is the SHA-256
    of what was approved.
    """

    case = models.ForeignKey(FeedbackCase, models.CASCADE, related_name="answers")
    question = models.CharField(_("câu hỏi, ghi lại không có thông tin cá nhân"), max_length=300, blank=True)
    text = models.TextField(_("trả lời"), max_length=6000)
    public = models.BooleanField(_("đăng cho mọi người đọc"), default=False)
    written_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    returned_why = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    hash = models.CharField(max_length=64, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.question or self.case.code

    @property
    def intact(self) -> bool:
        """True when what is stored still gives the hash of what was approved."""
        return self.hash == (hash_of(self.question, self.text, self.public) if self.approved_at and self.text else "")


class Forwarding(models.Model):
    """A case sent to an agency outside, with our letter and what that agency confirmed."""

    case = models.ForeignKey(FeedbackCase, models.CASCADE, related_name="forwardings")
    agency = models.CharField(_("cơ quan nhận"), max_length=200)
    letter = models.CharField(_("số, ký hiệu văn bản chuyển"), max_length=80)
    sent_on = models.DateField(_("ngày chuyển"), default=timezone.localdate)
    sent_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    receipt = models.CharField(_("số phiếu tiếp nhận của cơ quan nhận"), max_length=120, blank=True)
    received_on = models.DateField(_("ngày cơ quan nhận xác nhận"), null=True)

    class Meta:
        ordering = ["pk"]


class Satisfaction(models.Model):
    """The one question after an answer, asked by a link that works once."""

    class Value(models.TextChoices):
        YES = "yes", _("Đã được giải quyết")
        PARTLY = "partly", _("Được một phần")
        NO = "no", _("Chưa được giải quyết")

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="satisfaction")
    token = models.CharField(max_length=43, unique=True)
    value = models.CharField(max_length=6, choices=Value, blank=True)
    said_at = models.DateTimeField(null=True)


class DataRequest(models.Model):
    """A resident asks for a copy of his data, or that it be erased (Luật 91/2025/QH15)."""

    class Kind(models.TextChoices):
        COPY = "copy", _("bản sao dữ liệu")
        ERASE = "erase", _("xóa dữ liệu")

    case = models.ForeignKey(FeedbackCase, models.CASCADE, related_name="data_requests")
    kind = models.CharField(max_length=5, choices=Kind)
    asked_at = models.DateTimeField(default=timezone.now)
    due = models.DateField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at"]


class ReplyTemplate(models.Model):
    """Words that answers of an office begin with."""

    office = models.ForeignKey(Body, models.CASCADE, related_name="+")
    title = models.CharField(_("tên mẫu"), max_length=120)
    text = models.TextField(_("lời mẫu"), max_length=4000)
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title
