"""Where who holds lessons holds them, and what came of it by place."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from lienthong.core.text import sort_key
from lienthong.learning.models import GroupResult, Lesson, QuizResult
from lienthong.learning.permissions import may_write
from lienthong.organisations.service import Actor, Body


def places_of(actor: Actor) -> "QuerySet[Body]":
    """The hamlets of the office, for who writes for it; else the body in which the actor works."""
    assert actor.body is not None
    if may_write(actor):
        found: QuerySet[Body] = Body.objects.valid_now().under(actor.own_office)
        return found.filter(Q(kind=Body.Kind.HAMLET) | Q(pk=actor.own_office.pk)).order_by("pk")
    return Body.objects.filter(pk=actor.body.pk)


@dataclass(frozen=True, slots=True)
class Sums:
    """``label``: a lesson or a place. Places are never put in an order of their numbers."""

    label: str
    online: int
    online_passed: int
    meetings: int
    people: int
    passed: int


def by_lesson(actor: Actor) -> list[Sums]:
    """Numbers of each lesson that has any, by its name; every version of a lesson counts for itself."""
    online = {
        row["lesson"]: row
        for row in QuizResult.objects.visible_to(actor)
        .order_by()
        .values("lesson")
        .annotate(n=Count("pk"), ok=Count("pk", filter=Q(passed=True)))
    }
    groups = {row["lesson"]: row for row in _groups(actor, "lesson")}
    lessons = sorted(
        Lesson.objects.filter(pk__in={*online, *groups}).order_by("pk"), key=lambda each: sort_key(each.title)
    )
    nothing = {"n": 0, "ok": 0, "people_sum": 0, "passed_sum": 0}
    return [
        Sums(
            lesson.title,
            (alone := online.get(lesson.pk, nothing))["n"],
            alone["ok"],
            (held := groups.get(lesson.pk, nothing))["n"],
            held["people_sum"],
            held["passed_sum"],
        )
        for lesson in lessons
    ]


def by_place(actor: Actor) -> list[Sums]:
    """Numbers of meetings by place, in the order of the office's list of places."""
    found = {row["place"]: row for row in _groups(actor, "place")}
    places = Body.objects.filter(pk__in=found).order_by("pk")
    return [
        Sums(place.label, 0, 0, found[place.pk]["n"], found[place.pk]["people_sum"], found[place.pk]["passed_sum"])
        for place in places
    ]


def _groups(actor: Actor, name: str) -> "QuerySet[GroupResult, dict[str, int]]":
    found = GroupResult.objects.visible_to(actor).order_by().values(name)
    return found.annotate(n=Count("pk"), people_sum=Sum("people"), passed_sum=Sum("passed"))
