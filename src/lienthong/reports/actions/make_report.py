"""Making a report for a period of an obligation, or for days of one's own choice."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor
from lienthong.reports import events
from lienthong.reports.models import Obligation, PeriodKind, Report
from lienthong.reports.periods import Period, period_of
from lienthong.reports.permissions import may_make_reports


def make_report(
    actor: Actor,
    *,
    title: str,
    obligation: Obligation | None = None,
    kind: str = PeriodKind.AD_HOC,
    year: int | None = None,
    index: int = 1,
    starts_on: date | None = None,
    ends_on: date | None = None,
    due: date | None = None,
) -> Report:
    """A draft for one period. With ``obligation``, ``kind`` and ``year`` the regime says the days; else they are given.

    :class:`Refused` for a period that the regime does not have, for days the wrong way round, and for a second report
    of the same period.
    """
    if not may_make_reports(actor) or (obligation is not None and not actor.in_office(obligation.office_id)):
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo lập báo cáo của cơ quan."))
    period = _period(obligation, kind, year, index, starts_on, ends_on, due)
    try:
        with transaction.atomic():
            report = Report.objects.create(
                office=actor.own_office,
                obligation=obligation,
                title=title.strip() or _("Báo cáo %(period)s") % {"period": period.label},
                kind=period.kind,
                year=period.year,
                index=period.index,
                starts_on=period.start,
                ends_on=period.end,
                due=period.due,
                state=Report.State.DRAFT,
                created_by=actor.own_position,
                outlook=_outlook_before(actor, obligation),
            )
            if obligation is not None:
                close_items(obligation)
            audit.record(events.REPORT_MADE, report, by=actor.stamp, title=report.title)
    except IntegrityError:
        raise Refused(_("Kỳ này đã có báo cáo. Hãy mở báo cáo đó để làm tiếp.")) from None
    return report


def _period(
    obligation: Obligation | None,
    kind: str,
    year: int | None,
    index: int,
    starts_on: date | None,
    ends_on: date | None,
    due: date | None,
) -> Period:
    if kind != PeriodKind.AD_HOC and obligation is not None and year is not None:
        return period_of(obligation.regime, kind, year, index, obligation.due_day)
    if starts_on is None or ends_on is None:
        raise Refused(_("Báo cáo đột xuất cần ngày bắt đầu và ngày kết thúc của số liệu."), field="starts_on")
    if starts_on > ends_on:
        raise Refused(_("Ngày bắt đầu phải trước ngày kết thúc."), field="ends_on")
    return Period(PeriodKind.AD_HOC, ends_on.year, 1, starts_on, ends_on, due)


def _outlook_before(actor: Actor, obligation: Obligation | None) -> str:
    """The last report's outlook is where the next one starts from; a person changes it."""
    if obligation is None:
        return ""
    last = Report.objects.filter(office=actor.office, obligation=obligation).order_by("-ends_on").first()
    return last.outlook if last else ""
