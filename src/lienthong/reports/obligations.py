"""What reports are due: work items for the coordinator, opened some days before."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.inbox.service import WorkItem, open_item
from lienthong.jobs.service import periodic
from lienthong.organisations.service import Role
from lienthong.reports.models import Obligation, Report
from lienthong.reports.periods import Period, periods_due

#: A report is asked for this long before it is due.
AHEAD = timedelta(days=15)


def unwritten(obligation: Obligation, from_day: date, to_day: date) -> list[Period]:
    """Periods of ``obligation`` due between two days for which no report was made."""
    made = set(Report.objects.filter(obligation=obligation).values_list("kind", "year", "index"))
    due = periods_due(obligation, from_day, to_day)
    return [period for period in due if (period.kind, period.year, period.index) not in made]


@periodic("reports.due", every=timedelta(hours=6))
def ask_for_due_reports() -> None:
    """Open a work item for each report that is due soon and was not made."""
    today = timezone.localdate()
    for obligation in Obligation.objects.valid_on(today).select_related("office"):
        periods = unwritten(obligation, max(obligation.valid_from, today - timedelta(days=60)), today + AHEAD)
        if periods:
            period = periods[0]
            open_item(
                obligation,
                kind=WorkItem.Kind.REPORT,
                body=obligation.office,
                office=obligation.office,
                role=Role.COORDINATOR,
                title=_("%(name)s %(period)s") % {"name": obligation.name, "period": period.label},
                sender=obligation.recipient,
                url=reverse("reports:make", args=[obligation.pk]),
                due=period.due,
            )
