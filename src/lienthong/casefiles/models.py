"""Case files: what belongs together about one plan, document or report, and its exports."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.casefiles.queries import CaseExportQuerySet, CaseFileQuerySet
from lienthong.jobs.models import Claim
from lienthong.organisations.models import Body, Position
from lienthong.plans.models import Plan
from lienthong.registry.models import OfficialDocument
from lienthong.reports.models import Report

Subject = Plan | OfficialDocument | Report


class About(models.Model):
    """Exactly one plan, document or report."""

    plan = models.ForeignKey(Plan, models.CASCADE, null=True, related_name="+")
    document = models.ForeignKey(OfficialDocument, models.CASCADE, null=True, related_name="+")
    report = models.ForeignKey(Report, models.CASCADE, null=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def subject(self) -> Subject:
        found = self.plan or self.document or self.report
        assert found is not None, "the database holds that there is one"
        return found

    @staticmethod
    def named(subject: Subject) -> dict[str, Any]:
        """The field that ``subject`` stands in, for a filter or a new row."""
        field = {Plan: "plan", OfficialDocument: "document", Report: "report"}[type(subject)]
        return {field: subject}


_ONE = (
    Q(plan__isnull=False, document=None, report=None)
    | Q(plan=None, document__isnull=False, report=None)
    | Q(plan=None, document=None, report__isnull=False)
)


class CaseFile(About):
    """A case file (*hồ sơ*) with the fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI, mục III.

    ``frozen`` is the list of its pieces when it was closed: [{key, at, kind, title, hash}]; null while it is open.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Đang lập")
        CLOSED = "closed", _("Đã kết thúc")
        HANDED_OVER = "handed_over", _("Đã nộp lưu")

    class Rights(models.TextChoices):
        FREE = "Không hạn chế", _("Không hạn chế")
        LIMITED = "Hạn chế", _("Hạn chế")

    office = models.ForeignKey(Body, models.PROTECT, related_name="case_files")
    year = models.PositiveSmallIntegerField(_("năm hình thành hồ sơ"))
    notation = models.CharField(_("số và ký hiệu hồ sơ"), max_length=20)
    title = models.CharField(_("tiêu đề hồ sơ"), max_length=500)
    maintenance = models.CharField(_("thời hạn bảo quản"), max_length=30)
    rights = models.CharField(_("chế độ sử dụng"), max_length=30, choices=Rights, default=Rights.FREE)
    language = models.CharField(_("ngôn ngữ"), max_length=50, default="Tiếng Việt")
    keywords = models.CharField(_("từ khóa"), max_length=300, blank=True)
    starts_on = models.DateField(_("thời gian bắt đầu"))
    ends_on = models.DateField(_("thời gian kết thúc"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)
    state = models.CharField(max_length=11, choices=State, default=State.OPEN)
    created_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    frozen: Any = models.JSONField(null=True)
    closed_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True, help_text="why it was opened again")
    handed_on = models.DateField(_("ngày giao nhận"), null=True)
    handed_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    receiver = models.CharField(_("bên nhận"), max_length=200, blank=True)
    minutes_number = models.CharField(_("số biên bản giao nhận"), max_length=50, blank=True)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "year", "notation"], name="casefiles_casefile_code_once"),
            models.CheckConstraint(condition=_ONE, name="casefiles_casefile_about_one"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def code(self) -> str:
        """*Mã hồ sơ*: office, year, notation; the identifier of an office that has none is left out."""
        return ".".join(filter(None, [self.office.official_id, str(self.year), self.notation]))


class AddedDocument(models.Model):
    """A document that a person put into a case file beside what belongs to it by itself."""

    case = models.ForeignKey(CaseFile, models.CASCADE, related_name="added")
    document = models.ForeignKey(OfficialDocument, models.CASCADE, related_name="+")
    reason = models.CharField(_("lý do"), max_length=300)
    by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["case", "document"], name="casefiles_added_once")]


class LeftOut(models.Model):
    """A piece that a person left out of a case file (a duplicate, a rough copy), with the reason."""

    case = models.ForeignKey(CaseFile, models.CASCADE, related_name="left_out")
    key = models.CharField(max_length=80)
    title = models.CharField(max_length=600)
    reason = models.CharField(_("lý do"), max_length=300)
    by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["case", "key"], name="casefiles_leftout_once")]


class CaseExport(Claim, About):
    """Files made of a case file, or of what stands behind a thing without one, for the position that asked.

    Made in the background; deleted when ``expires_at`` is past.
    """

    case = models.ForeignKey(CaseFile, models.CASCADE, null=True, related_name="exports")
    requested_by = models.ForeignKey(Position, models.CASCADE, related_name="+")
    requested_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    zip = models.FileField(upload_to="casefiles/%Y/%m", blank=True)
    pdf = models.FileField(upload_to="casefiles/%Y/%m", blank=True)
    xml = models.FileField(upload_to="casefiles/%Y/%m", blank=True)
    items = models.PositiveIntegerField(default=0)
    remarks = models.PositiveIntegerField(default=0, help_text="files that are missing, changed or not in the PDF")

    objects = CaseExportQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-pk"]
        constraints = [models.CheckConstraint(condition=_ONE, name="casefiles_caseexport_about_one")]

    @property
    def title(self) -> str:
        return str(self.case or self.subject)
