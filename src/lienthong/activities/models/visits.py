"""Visits of community digital teams to hamlets: who was helped with what, as numbers and never as names."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.activities.queries import HelpQuerySet, VisitQuerySet
from lienthong.organisations.models import Body, Position
from lienthong.plans.models import Work


class TeamVisit(models.Model):
    """A team was in a hamlet on one day. Entered again for the same team, hamlet and day it puts the earlier right,
    until it was given as evidence: what a plan was told stays as it was told."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Body, models.PROTECT, related_name="+", verbose_name=_("thôn"))
    team = models.ForeignKey(Body, models.PROTECT, related_name="+", help_text="whose team it is")
    day = models.DateField(_("ngày"))
    entered_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    work = models.ForeignKey(Work, models.PROTECT, null=True, related_name="+", help_text="what it is evidence of")

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["office", "day"])]
        constraints = [models.UniqueConstraint(fields=["hamlet", "team", "day"], name="activities_visit_once")]

    def __str__(self) -> str:
        return f"{self.hamlet.label} {self.day:%d/%m/%Y}"


class HelpCount(models.Model):
    """So many people were helped with one subject on a visit; who was helped with two counts for each."""

    class Subject(models.TextChoices):
        IDENTITY = "identity", _("Định danh điện tử (VNeID)")
        SERVICES = "services", _("Dịch vụ công trực tuyến")
        PAYMENT = "payment", _("Thanh toán không tiền mặt")
        SAFETY = "safety", _("An toàn trên mạng")
        HEALTH = "health", _("Sổ sức khỏe điện tử")
        MARKET = "market", _("Bán hàng trên mạng")
        OTHER = "other", _("Việc khác")

    visit = models.ForeignKey(TeamVisit, models.CASCADE, related_name="helped")
    subject = models.CharField(_("việc"), max_length=8, choices=Subject)
    people = models.PositiveIntegerField(_("số người"))

    objects = HelpQuerySet.as_manager()

    class Meta:
        ordering = ["visit", "pk"]
        constraints = [models.UniqueConstraint(fields=["visit", "subject"], name="activities_help_once")]
