"""The door of the reports room."""

from lienthong.organisations.service import Actor
from lienthong.plans.service import Plan
from lienthong.reports.actions.add_obligation import add_obligation
from lienthong.reports.actions.change_unit_request import change_unit_request
from lienthong.reports.actions.end_obligation import end_obligation
from lienthong.reports.actions.freeze_report import freeze_report
from lienthong.reports.actions.make_report import make_report
from lienthong.reports.actions.merge_unit_reports import merge_unit_reports
from lienthong.reports.actions.request_unit_reports import Asked, request_unit_reports
from lienthong.reports.actions.return_unit_report import return_unit_report
from lienthong.reports.actions.send_unit_report import send_unit_report
from lienthong.reports.actions.urge_unit_reports import urge_unit_reports
from lienthong.reports.actions.withdraw_unit_request import withdraw_unit_request
from lienthong.reports.actions.write_report import write_report
from lienthong.reports.actions.write_unit_report import write_unit_report
from lienthong.reports.case_items import case_items
from lienthong.reports.gathering import counts_of
from lienthong.reports.models import Obligation, Report, UnitReport, UnitRequest

__all__ = [
    "Asked",
    "Obligation",
    "Report",
    "UnitReport",
    "UnitRequest",
    "add_obligation",
    "case_items",
    "change_unit_request",
    "end_obligation",
    "figure_count",
    "freeze_report",
    "latest_about",
    "make_report",
    "merge_unit_reports",
    "plans_of",
    "request_unit_reports",
    "return_unit_report",
    "send_unit_report",
    "urge_unit_reports",
    "withdraw_unit_request",
    "write_report",
    "write_unit_report",
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
    return sum(count.shown for count in counts_of(report))
