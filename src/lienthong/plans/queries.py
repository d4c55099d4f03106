"""Querysets of plans and their parts, named by what they hold."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from lienthong.organisations.models import Body, Role

if TYPE_CHECKING:
    from lienthong.organisations.acting import Actor

#: Positions that see every plan of their office; hamlets and communicators see their own shares.
PLAN_READERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR, Role.READER, Role.UNIT_HEAD, Role.MEMBER)

FINISHED = ("done", "transferred", "noted")


def _shared_with(actor: Actor, path: str) -> Exists:
    from lienthong.plans.models import Share

    return Exists(Share.objects.filter(**{path: OuterRef("pk")}, body__in=actor.body_ids))


class PlanQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> PlanQuerySet:
        """An office's staff see its plans, a supervisor those of bodies given him, others those shared with them."""
        if actor.position is None:
            return self.none()
        shared = _shared_with(actor, "assignment__plan")
        if actor.is_(*PLAN_READERS):
            return self.filter(Q(office=actor.office) | shared)
        if actor.is_(Role.SUPERVISOR):
            return self.filter(office__in=Body.objects.supervised_by(actor))
        return self.filter(shared)

    def active(self) -> PlanQuerySet:
        return self.filter(state="active")


class AssignmentQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> AssignmentQuerySet:
        if actor.position is None:
            return self.none()
        shared = _shared_with(actor, "assignment")
        if actor.is_(*PLAN_READERS):
            return self.filter(Q(plan__office=actor.office) | shared)
        if actor.is_(Role.SUPERVISOR):
            return self.filter(plan__office__in=Body.objects.supervised_by(actor))
        return self.filter(shared)

    def in_scope(self) -> AssignmentQuerySet:
        """Without those a person marked *ngoài phạm vi công cụ*: the only ones figures and reminders may see."""
        return self.filter(out_of_scope=False)

    def finished(self) -> AssignmentQuerySet:
        """Every body that leads it is done."""
        return self.filter(_leads(), ~_leads(open_only=True))

    def unfinished(self) -> AssignmentQuerySet:
        return self.exclude(_leads(), ~_leads(open_only=True))

    def done_in_time(self) -> AssignmentQuerySet:
        """*Hoàn thành đúng hạn*: every lead body was done by its own deadline."""
        return self.in_scope().finished().exclude(_leads("done_late"))

    def done_late(self) -> AssignmentQuerySet:
        """*Hoàn thành quá hạn*: all are done, and one of them was late."""
        return self.in_scope().finished().filter(_leads("done_late"))

    def running_in_time(self, day: date) -> AssignmentQuerySet:
        """*Đang làm trong hạn* on ``day``."""
        return self.in_scope().unfinished().exclude(_overdue(day))

    def running_late(self, day: date) -> AssignmentQuerySet:
        """*Đang làm quá hạn* on ``day``: a lead body is past its deadline, or nobody leads and the deadline is past."""
        return self.in_scope().unfinished().filter(_overdue(day))

    def lacking(self) -> AssignmentQuerySet:
        """In scope, and one of the "5 rõ" is missing."""
        from lienthong.plans.completeness import LACKING

        return self.in_scope().filter(LACKING)


def _leads(named: str = "", *, open_only: bool = False, day: date | None = None) -> Exists:
    """That an assignment has a counted lead share, narrowed to one of the named sets."""
    from lienthong.plans.models import Share

    shares = Share.objects.filter(assignment=OuterRef("pk"), part="lead").exclude(state="transferred")
    if open_only:
        shares = shares.open()
    if named:
        shares = getattr(shares, named)(day) if day else getattr(shares, named)()
    return Exists(shares)


def _overdue(day: date) -> Q:
    return Q(_leads("running_late", day=day)) | (Q(due__lt=day) & ~Q(_leads()))


class ShareQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> ShareQuerySet:
        from lienthong.plans.models import Assignment

        if actor.position is None:
            return self.none()
        if actor.is_(*PLAN_READERS, Role.SUPERVISOR):
            return self.filter(assignment__in=Assignment.objects.visible_to(actor))
        return self.filter(body__in=actor.body_ids)

    def counted(self) -> ShareQuerySet:
        """Lead shares that figures count: in scope and not handed on."""
        return self.filter(part="lead", assignment__out_of_scope=False).exclude(state="transferred")

    def open(self) -> ShareQuerySet:
        return self.exclude(state__in=FINISHED)

    def waiting_silently(self, now: datetime) -> ShareQuerySet:
        """*Đã nhận, chưa xác nhận*: sent long enough ago, and the body has not said a word."""
        before = now - timedelta(days=settings.LIENTHONG_SILENT_AFTER_DAYS)
        return self.filter(part="lead", state="assigned", assigned_at__lte=before)

    def done_in_time(self) -> ShareQuerySet:
        """*Hoàn thành đúng hạn*: done, on or before the deadline or without one."""
        return self.filter(state="done").filter(Q(due=None) | Q(done_on__lte=models.F("due")))

    def done_late(self) -> ShareQuerySet:
        """*Hoàn thành quá hạn*."""
        return self.filter(state="done", done_on__gt=models.F("due"))

    def running_in_time(self, day: date) -> ShareQuerySet:
        """*Đang làm trong hạn* on ``day``."""
        return self.open().filter(Q(due=None) | Q(due__gte=day))

    def running_late(self, day: date) -> ShareQuerySet:
        """*Đang làm quá hạn* on ``day``."""
        return self.open().filter(due__lt=day)


class OccurrenceQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> OccurrenceQuerySet:
        from lienthong.plans.models import Share

        return self.filter(share__in=Share.objects.visible_to(actor))

    def counted(self) -> OccurrenceQuerySet:
        """Those that figures count. What a body did before it handed the work on still counts."""
        return self.filter(share__part="lead", share__assignment__out_of_scope=False)

    def issues(self) -> OccurrenceQuerySet:
        """Without reruns, which are counted apart."""
        return self.filter(kind="issue")

    def reruns(self) -> OccurrenceQuerySet:
        return self.filter(kind="rerun")

    def closed(self) -> OccurrenceQuerySet:
        return self.exclude(closed_on=None)

    def due_between(self, start: date, end: date) -> OccurrenceQuerySet:
        return self.filter(due__range=(start, end))

    def missed(self, day: date) -> OccurrenceQuerySet:
        """Due before ``day`` and not closed."""
        return self.filter(due__lt=day, closed_on=None)

    def to_ask_for(self, day: date) -> OccurrenceQuerySet:
        """Open ones of work that somebody has taken on, due soon enough after ``day``, not asked for yet."""
        return self.counted().filter(
            closed_on=None,
            asked_on=None,
            due__lte=day + timedelta(days=settings.LIENTHONG_OCCURRENCE_DAYS_AHEAD),
            share__state__in=["accepted", "returned"],
            share__assignment__plan__state="active",
        )


class WorkQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> WorkQuerySet:
        """Work is seen by those who see a share that it counts towards."""
        from lienthong.plans.models import Credit, Share

        if actor.position is None:
            return self.none()
        credits = Credit.objects.filter(work=OuterRef("pk"), share__in=Share.objects.visible_to(actor))
        return self.filter(Exists(credits))

    def counted(self) -> WorkQuerySet:
        """Work that figures count: once, however many counted shares it is credited to."""
        from lienthong.plans.models import Credit, Share

        return self.filter(Exists(Credit.objects.filter(work=OuterRef("pk"), share__in=Share.objects.counted())))

    def done_between(self, start: date, end: date) -> WorkQuerySet:
        return self.filter(done_on__range=(start, end))

    def with_word_alone(self) -> WorkQuerySet:
        """``word_alone``: whatever proves it is *khai tay*; a person said that it is out, and nothing else does."""
        from lienthong.plans.models import Evidence

        proofs = Evidence.objects.filter(work=OuterRef("pk"))
        return self.annotate(word_alone=Exists(proofs.filter(declared=True)) & ~Exists(proofs.filter(declared=False)))
