"""Budget lines and what was spent of them. Amounts are whole đồng; an amount that nobody said stays empty."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.plans.budget.queries import BudgetLineQuerySet, SpendingQuerySet


class BudgetLine(models.Model):
    """Money from one source for one purpose, of a plan as a whole or of one of its assignments."""

    class Source(models.TextChoices):
        COMMUNE = "commune", _("Ngân sách xã")
        DISTRICT = "district", _("Ngân sách huyện (cũ)")
        PROVINCE = "province", _("Ngân sách tỉnh")
        PROGRAMME = "programme", _("Chương trình mục tiêu")
        SOCIAL = "social", _("Xã hội hóa")
        OTHER = "other", _("Nguồn khác")

    plan = models.ForeignKey("plans.Plan", models.CASCADE, related_name="budget_lines")
    assignment = models.ForeignKey(
        "plans.Assignment", models.CASCADE, null=True, related_name="budget_lines", verbose_name=_("nhiệm vụ")
    )
    source = models.CharField(_("nguồn kinh phí"), max_length=9, choices=Source)
    printed = models.CharField(_("kinh phí như in"), max_length=300, blank=True, help_text="as the document prints it")
    purpose = models.CharField(_("nội dung chi"), max_length=300)
    planned = models.BigIntegerField(_("dự toán"), null=True)
    approved = models.BigIntegerField(_("được duyệt"), null=True)
    approval = models.ForeignKey(
        "registry.OfficialDocument", models.SET_NULL, null=True, related_name="+", verbose_name=_("văn bản duyệt")
    )
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    created_by = models.ForeignKey("organisations.Position", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    #: What was spent of it; only on lines of a queryset ``with_spent``.
    spent: int | None

    objects = BudgetLineQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "assignment__order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(planned=None) | models.Q(planned__gte=0))
                & (models.Q(approved=None) | models.Q(approved__gte=0)),
                name="plans_budget_not_negative",
            )
        ]

    def __str__(self) -> str:
        return self.purpose

    @property
    def given(self) -> int | None:
        """What may be spent: as approved, before that as planned; None while nobody has said an amount."""
        return self.planned if self.approved is None else self.approved

    @property
    def left(self) -> int | None:
        """What may still be spent, below zero when more was; None while nobody has said an amount."""
        return None if self.given is None else self.given - (self.spent or 0)


class Spending(models.Model):
    """What was spent of a line on a day, with its paper: a document of the office or a file."""

    line = models.ForeignKey(BudgetLine, models.CASCADE, related_name="spendings")
    amount = models.BigIntegerField(_("số tiền đã chi"))
    spent_on = models.DateField(_("ngày chi"))
    document = models.ForeignKey("registry.OfficialDocument", models.PROTECT, null=True, related_name="+")
    stored = models.FileField(upload_to="spending/%Y/%m", blank=True)
    name = models.CharField(max_length=255, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    entered_by = models.ForeignKey("organisations.Position", models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, help_text="entered by mistake: stays readable, counts no more")
    withdrawn_by = models.ForeignKey("organisations.Position", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True, help_text="why it was withdrawn")

    objects = SpendingQuerySet.as_manager()

    class Meta:
        ordering = ["spent_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="plans_spending_above_zero"),
            models.CheckConstraint(
                condition=models.Q(document__isnull=False) | ~models.Q(stored=""), name="plans_spending_has_paper"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line.purpose} {self.spent_on:%d/%m/%Y}"
