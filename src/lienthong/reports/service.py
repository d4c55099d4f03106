"""The door of the reports room."""

from lienthong.organisations.service import Actor
from lienthong.plans.service import Plan
from lienthong.reports.actions.add_obligation import add_obligation
from lienthong.reports.actions.end_obligation import end_obligation
from lienthong.reports.actions.freeze_report import freeze_report
from lienthong.reports.actions.make_report import make_report
from lienthong.reports.actions.write_report import write_report
from lienthong.reports.figures import FIGURES
from lienthong.reports.models import Obligation, Report

__all__ = [
    "Obligation",
    "Report",
    "add_obligation",
    "end_obligation",
    "figure_count",
    "freeze_report",
    "latest_about",
    "make_report",
    "plans_of",
    "write_report",
]


def latest_about(actor: Actor, plan: Plan) -> Report | None:
    """The last report that ``actor`` may see whose period meets the plan's time."""
    found = Report.objects.visible_to(actor).filter(office=plan.office_id)
    return found.filter(starts_on__lte=plan.ends_on, ends_on__gte=plan.starts_on).first()


def plans_of(report: Report) -> list[Plan]:
    """The plans whose assignments the report counts."""
    return list(
        Plan.objects.filter(office=report.office_id, starts_on__lte=report.ends_on, ends_on__gte=report.starts_on)
    )


def figure_count(report: Report) -> int:
    return report.figures.count() or len(FIGURES)
