"""Where teams go, and what came of it by hamlet and by subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext as _

from lienthong.activities.models import HelpCount, TeamVisit
from lienthong.activities.permissions import may_write
from lienthong.activities.queries import VisitQuerySet
from lienthong.organisations.service import Actor, Body
from lienthong.plans.service import Occurrence, Share, window_of


def hamlets_of(actor: Actor) -> "QuerySet[Body]":
    """The hamlets of the office; of a hamlet's own people only their hamlet."""
    found: QuerySet[Body] = Body.objects.valid_now().under(actor.own_office).filter(kind=Body.Kind.HAMLET)
    own = actor.own_position.body
    if own.kind == Body.Kind.HAMLET and not may_write(actor):
        found = found.filter(pk=own.pk)
    return found.order_by("pk")


def teams_of(actor: Actor) -> "QuerySet[Body]":
    """Whose teams there may be: any body of the office for who writes for it, else the actor's own."""
    if may_write(actor):
        found: QuerySet[Body] = Body.objects.valid_now().under(actor.own_office)
        return found.order_by("pk")
    return Body.objects.filter(pk=actor.own_position.body_id)


@dataclass(frozen=True, slots=True)
class Line:
    """A hamlet or a subject with its numbers; ``key`` narrows the list to what it counted."""

    label: str
    key: str
    visits: int
    people: int


def by_hamlet(visits: "QuerySet[TeamVisit]") -> list[Line]:
    """In the order of the office's list of hamlets, never in that of their numbers."""
    rows = visits.order_by().values("hamlet").annotate(n=Count("pk", distinct=True), people=Sum("helped__people"))
    found = {row["hamlet"]: row for row in rows}
    hamlets = Body.objects.filter(pk__in=found).order_by("pk")
    return [Line(one.label, str(one.pk), found[one.pk]["n"], found[one.pk]["people"] or 0) for one in hamlets]


def by_subject(visits: "QuerySet[TeamVisit]") -> list[Line]:
    rows = HelpCount.objects.filter(visit__in=visits).order_by().values("subject")
    found = {row["subject"]: row for row in rows.annotate(n=Count("visit", distinct=True), sum=Sum("people"))}
    return [
        Line(str(each.label), str(each), found[each]["n"], found[each]["sum"])
        for each in HelpCount.Subject
        if each in found
    ]


def sentence_about(visits: "Sequence[TeamVisit]") -> str:
    """Visits in one sentence, with their numbers; ``visits`` in the order of their days."""
    counts = HelpCount.objects.filter(visit__in=visits).aggregate(sum=Sum("people"))
    first, last = visits[0].day, visits[-1].day
    when = f"{last:%d/%m/%Y}" if first == last else f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"
    said = {"n": len(visits), "hamlets": len({visit.hamlet_id for visit in visits}), "people": counts["sum"] or 0}
    return _("Tổ công nghệ số đi thôn %(when)s: %(n)d lượt đi, %(hamlets)d thôn, %(people)d lượt người được giúp") % (
        said | {"when": when}
    )


def to_give(actor: Actor, share: Share, occurrence: Occurrence | None) -> "VisitQuerySet":
    """Visits that may be evidence of ``share``: those of its time, for an occurrence those since the one before it."""
    start, end = window_of(share.assignment)
    if occurrence is not None:
        before = share.occurrences.filter(due__lt=occurrence.due).order_by("-due").first()
        start, end = before.due + timedelta(days=1) if before else start, occurrence.due
    found: VisitQuerySet = TeamVisit.objects.visible_to(actor).not_given().between(start, end)
    return found
