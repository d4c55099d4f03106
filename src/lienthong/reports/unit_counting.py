"""What the system counts of one unit, to stand beside what the unit types; it is never put in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lienthong.plans.service import Assignment, Occurrence, OccurrenceQuerySet, Share, Work
from lienthong.reports.figures import tasks
from lienthong.reports.models import AskedFigure, UnitReport


@dataclass(frozen=True, slots=True)
class Counted:
    """``rows`` of a unit report are what is counted: opening the number shows exactly these."""

    code: str
    label: Promise
    rows: Callable[[UnitReport], QuerySet[Any]]


def _tasks(unit_report: UnitReport, condition: Q) -> QuerySet[Assignment]:
    """Assignments that the unit leads among those the office's report counts."""
    report = unit_report.request.report
    led = Share.objects.counted().filter(condition, assignment=OuterRef("pk"), body=unit_report.body_id)
    return tasks(report.office, report.starts_on, report.ends_on).filter(Exists(led))


def _done(unit_report: UnitReport) -> QuerySet[Assignment]:
    return _tasks(unit_report, Q(state="done", done_on__lte=unit_report.request.report.ends_on))


def _issues(unit_report: UnitReport) -> OccurrenceQuerySet:
    report = unit_report.request.report
    found = Occurrence.objects.counted().issues().due_between(report.starts_on, report.ends_on)
    return found.filter(share__body=unit_report.body_id, share__assignment__plan__office=report.office_id)


def _closed(unit_report: UnitReport) -> OccurrenceQuerySet:
    return _issues(unit_report).filter(closed_on__lte=unit_report.request.report.ends_on)


def _works(unit_report: UnitReport) -> QuerySet[Work]:
    report = unit_report.request.report
    found = Work.objects.counted().filter(office=report.office_id, body=unit_report.body_id)
    return found.done_between(report.starts_on, report.ends_on)


COUNTED = {
    one.code: one
    for one in (
        Counted("tasks", _("Nhiệm vụ đơn vị chủ trì trong kỳ"), lambda of: _tasks(of, Q())),
        Counted("tasks-done", _("Nhiệm vụ đơn vị đã hoàn thành"), _done),
        Counted("issues", _("Số, kỳ đơn vị phải làm"), _issues),
        Counted("issues-closed", _("Số, kỳ đơn vị đã làm"), _closed),
        Counted("works", _("Việc đơn vị đã làm có minh chứng"), _works),
    )
}


def counted_values(unit_report: UnitReport, asked: Iterable[AskedFigure]) -> dict[int, int]:
    """What the system counts for each figure that was tied to a counted one, by the key of the figure."""
    return {one.pk: COUNTED[one.counted].rows(unit_report).count() for one in asked if one.counted in COUNTED}
