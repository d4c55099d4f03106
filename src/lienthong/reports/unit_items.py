"""What waits for whom about the reports of units: the one place where work items about them are opened and closed."""

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Role, head_role_of, heads_of, positions_with
from lienthong.reports.models import Report, UnitReport


def unit_report_url(unit_report: UnitReport) -> str:
    return reverse("reports:unit_report", args=[unit_report.pk])


def ask_for_report(unit_report: UnitReport, actor: Actor) -> None:
    """A request waits for the head of the body; reminders follow from its due day."""
    _wait_for_body(unit_report, actor, WorkItem.Kind.REPORT)


def ask_again(unit_report: UnitReport, actor: Actor) -> None:
    """What was sent back waits for the head of the body."""
    close_items(unit_report)
    _wait_for_body(unit_report, actor, WorkItem.Kind.RETURNED)


def _wait_for_body(unit_report: UnitReport, actor: Actor, kind: WorkItem.Kind) -> None:
    request = unit_report.request
    open_item(
        unit_report,
        kind=kind,
        body=unit_report.body,
        office=request.report.office,
        role=head_role_of(unit_report.body),
        title=request.title,
        sender=actor.stamp.label,
        url=unit_report_url(unit_report),
        due=request.due,
        asked_by=actor.position,
    )


def ask_to_read(unit_report: UnitReport, actor: Actor) -> None:
    """What was sent waits for those who make the office's reports, but not for the one who sent it."""
    close_items(unit_report)
    office = unit_report.request.report.office
    makers = [p for p in positions_with(office, Role.COORDINATOR) if p != actor.position]
    for position in makers or [p for p in positions_with(office, Role.LEADER) if p != actor.position]:
        open_item(
            unit_report,
            kind=WorkItem.Kind.CONFIRM,
            body=position.body,
            position=position,
            office=office,
            title=str(unit_report),
            sender=actor.stamp.label,
            url=unit_report_url(unit_report),
            asked_by=actor.position,
        )


def tell_heads(unit_report: UnitReport, message: str, *, urgent: bool = False) -> None:
    """A line under the bell of those who speak for the body; ``message`` has a place for the request's title."""
    for position in heads_of(unit_report.body):
        text = kept(message) % {"title": unit_report.request.title}
        notify(position, text, unit_report_url(unit_report), urgent=urgent)


def close_all(report: Report) -> None:
    """Nothing of any unit waits for ``report`` any more."""
    for unit_report in UnitReport.objects.filter(request__report=report):
        close_items(unit_report)
