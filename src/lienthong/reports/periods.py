"""Reporting periods: what a regime calls a quarter, half-year or year, from dated rules (``PeriodRule``)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.core.refusals import Refused
from lienthong.reports.models import Obligation, PeriodKind, PeriodRule

REGIMES = {
    "cchc": gettext_lazy("Cải cách hành chính (chốt ngày 14)"),
    "general": gettext_lazy("Chế độ chung (chốt ngày 14)"),
    "calendar": gettext_lazy("Theo quý, năm dương lịch"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """Both ends included; ``due`` is the day by which the report must have been sent, None for an ad hoc one."""

    kind: str
    year: int
    index: int
    start: date
    end: date
    due: date | None

    @property
    def label(self) -> str:
        names = {
            PeriodKind.QUARTER: _("quý %(roman)s năm %(year)d") % {"roman": _ROMAN[self.index], "year": self.year},
            PeriodKind.HALF: (_("6 tháng đầu năm %(year)d") if self.index == 1 else _("6 tháng cuối năm %(year)d"))
            % {"year": self.year},
            PeriodKind.YEAR: _("năm %(year)d") % {"year": self.year},
        }
        ad_hoc = _("từ ngày %(start)s đến ngày %(end)s") % {
            "start": f"{self.start:%d/%m/%Y}",
            "end": f"{self.end:%d/%m/%Y}",
        }
        return names.get(PeriodKind(self.kind), ad_hoc)


_ROMAN = ("", "I", "II", "III", "IV")


def period_of(regime: str, kind: str, year: int, index: int, due_day: int | None = None) -> Period:
    """The period that ``regime`` means; :class:`Refused` when it has none such (there is no Q2 report under CCHC).

    ``due_day`` is an obligation's own day of the month: the first such day from the period's end on.
    """
    day = date(year, 12, 31)
    rule = (
        PeriodRule.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day), regime=regime, kind=kind, index=index)
        .filter(valid_from__lte=day)
        .order_by("-valid_from")
        .first()
    )
    if rule is None:
        raise Refused(_("Chế độ báo cáo này không có kỳ đó. Hãy chọn kỳ khác."))
    start = _date(year + rule.start_year, rule.start_month, rule.start_day)
    end = _date(year + rule.end_year, rule.end_month, rule.end_day)
    due = _date(year, rule.due_month, rule.due_day) if rule.due_day and rule.due_month else None
    return Period(kind, year, index, start, end, _next(end, due_day) if due_day else due)


def periods_due(obligation: Obligation, from_day: date, to_day: date) -> list[Period]:
    """The periods of ``obligation`` whose report is due between two days."""
    found = []
    rules = PeriodRule.objects.filter(regime=obligation.regime, kind__in=obligation.kinds)
    for kind, index in sorted(set(rules.values_list("kind", "index"))):
        for year in range(from_day.year - 1, to_day.year + 1):
            try:
                period = period_of(obligation.regime, kind, year, index, obligation.due_day)
            except Refused:
                continue
            if period.due is not None and from_day <= period.due <= to_day:
                found.append(period)
    return sorted(found, key=lambda period: (period.due or to_day, period.kind))


def _next(day: date, day_of_month: int) -> date:
    if day.day <= day_of_month:
        return _date(day.year, day.month, day_of_month)
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return _date(year, month, day_of_month)


def _date(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
