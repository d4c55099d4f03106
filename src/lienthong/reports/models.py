"""Report obligations, reports, the figures frozen in them, and what units are asked to report into them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.organisations.models import Body, Position
from lienthong.registry.models import OfficialDocument
from lienthong.reports.numbers import words_of
from lienthong.reports.queries import (
    FilledFormQuerySet,
    ObligationQuerySet,
    ProvidedFormQuerySet,
    ReportQuerySet,
    UnitReportQuerySet,
    UnitRequestQuerySet,
)


class PeriodKind(models.TextChoices):
    QUARTER = "quarter", _("Quý")
    HALF = "half", _("6 tháng")
    YEAR = "year", _("Năm")
    AD_HOC = "ad_hoc", _("Đột xuất")


class PeriodRule(models.Model):
    """How one regime cuts a period: start, end and due day, dated, with its source.

    Day and month count from the year of the period; ``*_year`` is 0 for that year, -1 for the year before, 1 after.
    """

    regime = models.CharField(_("chế độ"), max_length=40, help_text="cchc, general, calendar")
    kind = models.CharField(max_length=7, choices=PeriodKind)
    index = models.PositiveSmallIntegerField(help_text="quarter 1 to 4, half 1 or 2, year 1")
    start_day = models.PositiveSmallIntegerField()
    start_month = models.PositiveSmallIntegerField()
    start_year = models.SmallIntegerField(default=0)
    end_day = models.PositiveSmallIntegerField()
    end_month = models.PositiveSmallIntegerField()
    end_year = models.SmallIntegerField(default=0)
    due_day = models.PositiveSmallIntegerField(null=True, help_text="empty where each obligation sets its own")
    due_month = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(_("căn cứ"), max_length=300)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["regime", "kind", "index"]


class Obligation(models.Model):
    """A report that an office owes: to whom, on what basis, in which rhythm."""

    office = models.ForeignKey(Body, models.CASCADE, related_name="obligations")
    name = models.CharField(_("tên báo cáo"), max_length=300)
    recipient = models.CharField(_("nơi nhận báo cáo"), max_length=300)
    recipient_body = models.ForeignKey(Body, models.SET_NULL, null=True, blank=True, related_name="+")
    legal_basis = models.CharField(_("căn cứ"), max_length=300)
    regime = models.CharField(_("chế độ"), max_length=40)
    kinds = models.JSONField(_("các kỳ"), default=list, help_text="PeriodKind values")
    due_day = models.PositiveSmallIntegerField(
        _("ngày phải gửi"), null=True, blank=True, help_text=_("ngày này đầu tiên kể từ ngày chốt số liệu")
    )
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Report(models.Model):
    """A report for one period. Once frozen its figures never change; later changes show as differences."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Đang soạn")
        FROZEN = "frozen", _("Đã chốt số liệu")

    office = models.ForeignKey(Body, models.PROTECT, related_name="reports")
    obligation = models.ForeignKey(Obligation, models.PROTECT, null=True, blank=True, related_name="reports")
    title = models.CharField(_("tên báo cáo"), max_length=300)
    kind = models.CharField(max_length=7, choices=PeriodKind)
    year = models.PositiveSmallIntegerField()
    index = models.PositiveSmallIntegerField(default=1)
    starts_on = models.DateField()
    ends_on = models.DateField()
    due = models.DateField(null=True)
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    opening = models.TextField(_("mở đầu"), blank=True)
    results = models.TextField(_("kết quả nổi bật"), blank=True)
    shortcomings = models.TextField(_("tồn tại, hạn chế"), blank=True)
    causes = models.TextField(_("nguyên nhân"), blank=True)
    outlook = models.TextField(_("phương hướng, nhiệm vụ"), blank=True)
    document = models.ForeignKey(OfficialDocument, models.SET_NULL, null=True, blank=True, related_name="+")
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    hash = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the frozen figures and lists")

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-ends_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "kind", "year", "index"],
                condition=~models.Q(kind="ad_hoc"),
                name="reports_report_once",
            )
        ]

    def __str__(self) -> str:
        return self.title


class ReportFigure(models.Model):
    """One figure as it was frozen: its value, the rule in one sentence, and the keys of what it counted."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="figures")
    code = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=200)
    rule = models.TextField()
    value = models.BigIntegerField()
    out_of = models.BigIntegerField(null=True)
    counted = models.JSONField(default=list, help_text="[{key, text}] of what was counted, in order")

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["report", "code"], name="reports_figure_once")]


class UnitRequest(models.Model):
    """What an office asks of its units and hamlets for one of its reports: parts in words, and figures."""

    class Kind(models.TextChoices):
        """Nghị định 09/2019/NĐ-CP knows periodic and ad hoc reports; campaigns add the interim and the final one."""

        PERIODIC = "periodic", _("Định kỳ")
        AD_HOC = "ad_hoc", _("Đột xuất")
        INTERIM = "interim", _("Sơ kết")
        FINAL = "final", _("Tổng kết")

    report = models.ForeignKey(Report, models.CASCADE, related_name="requests")
    title = models.CharField(_("tên yêu cầu"), max_length=300)
    kind = models.CharField(_("loại báo cáo"), max_length=8, choices=Kind)
    note = models.TextField(_("hướng dẫn"), blank=True)
    due = models.DateField(_("hạn gửi"))
    withdrawn_at = models.DateTimeField(null=True, help_text="nothing more is asked; what was sent stays readable")
    withdrawn_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("lý do thu hồi"), blank=True)
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = UnitRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-due", "-pk"]

    def __str__(self) -> str:
        return self.title


class AskedFigure(models.Model):
    """A figure that units are asked for. Target, result and outlook are natures of their own and are never summed up
    together.
    """

    class Nature(models.TextChoices):
        TARGET = "target", _("Chỉ tiêu được giao")
        RESULT = "result", _("Kết quả trong kỳ")
        OUTLOOK = "outlook", _("Dự kiến kỳ sau")

    request = models.ForeignKey(UnitRequest, models.CASCADE, related_name="asked")
    order = models.PositiveSmallIntegerField()
    nature = models.CharField(_("loại số liệu"), max_length=7, choices=Nature, default=Nature.RESULT)
    name = models.CharField(_("tên số liệu"), max_length=200)
    unit = models.CharField(_("đơn vị tính"), max_length=40)
    ratio = models.BooleanField(_("có tử số và mẫu số"), default=False)
    counted = models.CharField(
        _("số hệ thống đếm"),
        max_length=20,
        blank=True,
        help_text="code of unit_counting; it stands beside what is typed",
    )

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["request", "nature", "name"], name="reports_askedfigure_once"),
        ]

    def __str__(self) -> str:
        return self.name


class UnitReport(models.Model):
    """What one body answers to a request, and how far it has come."""

    class State(models.TextChoices):
        ASKED = "asked", _("Chưa gửi")
        SENT = "sent", _("Đã gửi")
        RETURNED = "returned", _("Được trả lại")
        MERGED = "merged", _("Đã gộp")

    request = models.ForeignKey(UnitRequest, models.CASCADE, related_name="unit_reports")
    body = models.ForeignKey(Body, models.PROTECT, related_name="unit_reports")
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    results = models.TextField(_("kết quả"), blank=True)
    shortcomings = models.TextField(_("tồn tại, hạn chế"), blank=True)
    causes = models.TextField(_("nguyên nhân"), blank=True)
    outlook = models.TextField(_("phương hướng, nhiệm vụ"), blank=True)
    written_at = models.DateTimeField(null=True, help_text="empty until somebody saves it")
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("lý do trả lại"), blank=True)

    objects = UnitReportQuerySet.as_manager()

    class Meta:
        ordering = ["body__kind", "body__sort"]
        constraints = [models.UniqueConstraint(fields=["request", "body"], name="reports_unitreport_once")]

    def __str__(self) -> str:
        return f"{self.body.label}: {self.request.title}"


class TypedFigure(models.Model):
    """A figure that a person typed: who and when. It is never counted, and never shown like one that is."""

    unit_report = models.ForeignKey(UnitReport, models.CASCADE, related_name="typed")
    asked = models.ForeignKey(AskedFigure, models.CASCADE, related_name="typed")
    value = models.DecimalField(max_digits=18, decimal_places=4)
    out_of = models.DecimalField(max_digits=18, decimal_places=4, null=True, help_text="the denominator of a ratio")
    typed_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    typed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["asked__order"]
        constraints = [models.UniqueConstraint(fields=["unit_report", "asked"], name="reports_typedfigure_once")]

    @property
    def words(self) -> str:
        """The value as it is printed: "45/50 (90%)" for a ratio."""
        return words_of(self.value, self.out_of)


class ProvidedForm(models.Model):
    """A form from above (.xlsx) that an office fills every period, as it was given; a new edition replaces it."""

    office = models.ForeignKey(Body, models.CASCADE, related_name="provided_forms")
    obligation = models.ForeignKey(
        Obligation, models.PROTECT, null=True, blank=True, related_name="provided_forms", verbose_name=_("cho báo cáo")
    )
    name = models.CharField(_("tên biểu mẫu"), max_length=300)
    asked_by = models.CharField(_("cơ quan yêu cầu"), max_length=300)
    file_name = models.CharField(max_length=255)
    file = models.FileField(upload_to="forms/%Y/%m")
    sha256 = models.CharField(max_length=64)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = ProvidedFormQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class FormCell(models.Model):
    """One cell that a form asks to be filled, and what it is pointed to; ``source`` empty: left blank on purpose."""

    form = models.ForeignKey(ProvidedForm, models.CASCADE, related_name="cells")
    sheet = models.CharField(max_length=31)
    at = models.CharField(max_length=10, help_text="A1 notation")
    label = models.CharField(max_length=500)
    source = models.CharField(max_length=300, blank=True, help_text="figure:…, text:…, fact:…, unit:…, typed:")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["form", "sheet", "at"], name="reports_form_cell_once")]


class TypedCell(models.Model):
    """What a person typed into a cell for one report: who and when."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="typed_cells")
    cell = models.ForeignKey(FormCell, models.CASCADE, related_name="typed")
    value = models.CharField(max_length=500, blank=True)
    typed_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    typed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "cell"], name="reports_typed_cell_once")]


class FilledForm(models.Model):
    """A form as it was filled for a report and may have been sent; filling it again makes another one."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="filled_forms")
    form = models.ForeignKey(ProvidedForm, models.PROTECT, related_name="filled")
    file = models.FileField(upload_to="forms/%Y/%m")
    sha256 = models.CharField(max_length=64)
    filled_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    filled_at = models.DateTimeField(default=timezone.now)

    objects = FilledFormQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]


class NotDuplicate(models.Model):
    """Two obligations that ask for much the same, and why a person says that they are two all the same."""

    one = models.ForeignKey(Obligation, models.CASCADE, related_name="+")
    other = models.ForeignKey(Obligation, models.CASCADE, related_name="+")
    reason = models.CharField(_("lý do"), max_length=300)
    said_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="reports_not_duplicate_once")]
