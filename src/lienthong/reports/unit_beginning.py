"""What a unit's report starts from: the work the system knows of, and what the unit reported in the last period."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from lienthong.core.language import site_language
from lienthong.plans.service import Occurrence, Share, Work
from lienthong.reports.models import AskedFigure, TypedFigure, UnitReport

#: More lines than this nobody reads through; the unit adds what matters.
_MOST_LINES = 30


def texts_to_start_from(unit_report: UnitReport) -> dict[str, str]:
    """Words for the four parts, for a person to change; nothing of it is stored until he saves.

    Results are the unit's work with evidence in the period, shortcomings what it has not done in time; causes and
    outlook are those of its last report under the same obligation.
    """
    last = last_report(unit_report)
    with site_language():
        return {
            "results": _results(unit_report),
            "shortcomings": _shortcomings(unit_report),
            "causes": last.causes if last else "",
            "outlook": last.outlook if last else "",
        }


def last_report(unit_report: UnitReport) -> UnitReport | None:
    """What the same body sent for the period before, under the same obligation."""
    report = unit_report.request.report
    if report.obligation_id is None:
        return None
    before = UnitReport.objects.given().filter(
        body=unit_report.body,
        request__report__obligation=report.obligation_id,
        request__report__ends_on__lt=report.ends_on,
    )
    return before.order_by("-request__report__ends_on", "-pk").first()


def last_figures(unit_report: UnitReport, asked: list[AskedFigure]) -> dict[int, TypedFigure]:
    """By the figure asked now: what was typed for one of the same nature, name and unit in the last period."""
    last = last_report(unit_report)
    if last is None:
        return {}
    typed = last.typed.select_related("asked")
    known = {(each.asked.nature, each.asked.name, each.asked.unit, each.asked.ratio): each for each in typed}
    keys = {one.pk: (one.nature, one.name, one.unit, one.ratio) for one in asked}
    return {pk: known[key] for pk, key in keys.items() if key in known}


def value_to_start_from(asked: AskedFigure, last: TypedFigure | None) -> tuple[Decimal | None, Decimal | None]:
    """A target stays what it was until somebody changes it; a result or an outlook is typed anew every period."""
    if last is None or asked.nature != AskedFigure.Nature.TARGET:
        return None, None
    return last.value, last.out_of


def _results(unit_report: UnitReport) -> str:
    report = unit_report.request.report
    works = Work.objects.counted().filter(office=report.office_id, body=unit_report.body)
    done = works.done_between(report.starts_on, report.ends_on).order_by("done_on", "pk")[:_MOST_LINES]
    return "\n".join(f"- {work.title} ({work.done_on:%d/%m/%Y})" for work in done)


def _shortcomings(unit_report: UnitReport) -> str:
    report, body = unit_report.request.report, unit_report.body
    shares = Share.objects.counted().running_late(report.ends_on).filter(
        body=body, assignment__plan__office=report.office_id, due__gte=report.starts_on
    )  # fmt: skip
    missed = Occurrence.objects.counted().filter(share__body=body, share__assignment__plan__office=report.office_id)
    missed = missed.due_between(report.starts_on, report.ends_on).missed(report.ends_on)
    late = [
        *((share.due, share.assignment.name) for share in shares.select_related("assignment")[:_MOST_LINES]),
        *(
            (occurrence.due, f"{occurrence.name} · {occurrence.share.assignment.name}")
            for occurrence in missed.select_related("share__assignment").order_by("due")[:_MOST_LINES]
        ),
    ]
    return "\n".join(
        _("- Chưa xong: %(name)s (hạn %(day)s)") % {"name": name, "day": f"{due:%d/%m/%Y}"}
        for due, name in sorted(late)[:_MOST_LINES]
    )
