"""The rows that figures of activities counted, as people read them: what, where, when and how many."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.activities.service import HelpCount, OfficeEvent, TeamVisit, event_url
from lienthong.learning.service import GroupResult, QuizResult
from lienthong.training.service import Invitation, TrainingClass, class_url

#: What the words of a row are taken from besides itself.
RELATED: dict[type[models.Model], tuple[str, ...]] = {
    OfficeEvent: ("body",),
    TeamVisit: ("hamlet", "team"),
    HelpCount: ("visit__hamlet",),
    TrainingClass: ("office",),
    Invitation: ("training", "body"),
    QuizResult: ("lesson",),
    GroupResult: ("lesson", "place"),
}
#: Text, detail and address of a row.
Words = tuple[str, str, str]


def _event(row: OfficeEvent) -> Words:
    said = {"n": row.attended, "number": row.minutes_number}
    detail = f"{row.body.label} · {row.held_on:%d/%m/%Y} · {_('%(n)d người dự · biên bản %(number)s') % said}"
    return row.title, detail, event_url(row)


def _visit(row: TeamVisit) -> Words:
    url = f"{reverse('activities:visits', query={'thon': row.hamlet_id})}#luot"
    return row.hamlet.label, f"{row.day:%d/%m/%Y} · {row.team.label}", url


def _help(row: HelpCount) -> Words:
    people = _("%(n)d người") % {"n": row.people}
    query = {"thon": row.visit.hamlet_id, "viec": row.subject}
    detail = f"{row.visit.hamlet.label} · {row.visit.day:%d/%m/%Y} · {people}"
    return str(row.get_subject_display()), detail, f"{reverse('activities:visits', query=query)}#luot"


def _class(row: TrainingClass) -> Words:
    detail = f"{row.held_by} · {row.taught_on:%d/%m/%Y} · {_('biên bản %(number)s') % {'number': row.minutes_number}}"
    return row.title, detail, class_url(row)


def _unit_at_class(row: Invitation) -> Words:
    said = _("%(n)d người dự, %(passed)d hoàn thành") % {"n": row.attended, "passed": row.passed}
    return row.body.label, f"{row.training.title} · {said}", class_url(row.training)


def _answer(row: QuizResult) -> Words:
    said = _("đúng %(right)d/%(total)d câu") % {"right": row.right, "total": row.total}
    return row.lesson.title, f"{row.day:%d/%m/%Y} · {said}", reverse("learning:lesson", args=[row.lesson_id])


def _meeting(row: GroupResult) -> Words:
    said = _("%(people)d người dự, %(passed)d đạt") % {"people": row.people, "passed": row.passed}
    detail = f"{row.place.label} · {row.held_on:%d/%m/%Y} · {said}"
    return row.lesson.title, detail, reverse("learning:lesson", args=[row.lesson_id])


WORDS: dict[type[models.Model], Callable[[Any], Words]] = {
    OfficeEvent: _event,
    TeamVisit: _visit,
    HelpCount: _help,
    TrainingClass: _class,
    Invitation: _unit_at_class,
    QuizResult: _answer,
    GroupResult: _meeting,
}
