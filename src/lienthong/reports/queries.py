"""Querysets of reports and obligations, named by what they hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, Q

from lienthong.organisations.models import Body, Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor
    from lienthong.reports.models import Report

REPORT_READERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.READER, Role.UNIT_HEAD)


class ReportQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> ReportQuerySet:
        """An office's own reports; a supervisor sees those frozen by offices given him."""
        if actor.position is None:
            return self.none()
        if actor.is_(*REPORT_READERS):
            return self.filter(office=actor.office)
        if actor.is_(Role.SUPERVISOR):
            return self.filter(state="frozen", office__in=Body.objects.supervised_by(actor))
        return self.none()


class ObligationQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> ObligationQuerySet:
        if actor.position is None or not actor.is_(*REPORT_READERS):
            return self.none()
        return self.filter(office=actor.office)

    def valid_on(self, day: date) -> ObligationQuerySet:
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class UnitRequestQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> UnitRequestQuerySet:
        """Whoever reads the office's reports sees what it asked of its units."""
        if actor.position is None or not actor.is_(*REPORT_READERS):
            return self.none()
        return self.filter(report__office=actor.office)

    def progress(self) -> UnitRequestQuerySet:
        """With how many bodies were asked (``wanted``), have sent (``given``) and were merged (``merged``)."""
        given = Q(unit_reports__state__in=("sent", "merged"))
        return self.annotate(
            wanted=Count("unit_reports"),
            given=Count("unit_reports", filter=given),
            merged=Count("unit_reports", filter=Q(unit_reports__state="merged")),
        )


class UnitReportQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> UnitReportQuerySet:
        """A body sees its own; whoever reads the office's reports sees those of all its units."""
        if actor.position is None:
            return self.none()
        own = Q(body__in=actor.body_ids)
        return self.filter(own | Q(request__report__office=actor.office) if actor.is_(*REPORT_READERS) else own)

    def of_bodies(self, actor: Actor) -> UnitReportQuerySet:
        """Those that the actor's own bodies owe or have sent."""
        return self.filter(body__in=actor.body_ids)

    def waiting(self) -> UnitReportQuerySet:
        """Not sent, or sent back and not sent again."""
        return self.filter(state__in=("asked", "returned"))

    def given(self) -> UnitReportQuerySet:
        """Sent, merged or not: what they say may be read as what the unit reports."""
        return self.filter(state__in=("sent", "merged"), request__withdrawn_at=None)


class ProvidedFormQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> ProvidedFormQuerySet:
        """Whoever reads the office's reports sees the forms it fills."""
        if actor.position is None or not actor.is_(*REPORT_READERS):
            return self.none()
        return self.filter(office=actor.office)

    def for_report(self, report: Report) -> ProvidedFormQuerySet:
        """Those of its obligation, and those that belong to none."""
        return self.filter(Q(obligation=report.obligation_id) | Q(obligation=None), office=report.office_id)

    def current(self) -> ProvidedFormQuerySet:
        """Those that no newer edition replaces."""
        return self.filter(replaced_by=None)


class FilledFormQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> FilledFormQuerySet:
        """Whoever reads the office's reports sees what was filled for them."""
        if actor.position is None or not actor.is_(*REPORT_READERS):
            return self.none()
        return self.filter(report__office=actor.office)
