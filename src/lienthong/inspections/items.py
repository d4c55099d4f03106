"""What waits for whom about inspections and questions: the one place where this room opens and closes work items."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.inspections.models import Inspection, Question, Visit
from lienthong.organisations.service import Actor, Body, Position, Role, head_role_of, heads_of, positions_with

_NOTE, _ANSWER = WorkItem.Kind.NOTE, WorkItem.Kind.ANSWER


def inspection_url(inspection: Inspection) -> str:
    return reverse("inspections:inspection", args=[inspection.pk])


def visit_url(visit: Visit) -> str:
    return reverse("inspections:visit", args=[visit.pk])


def question_url(question: Question) -> str:
    return reverse("inspections:question", args=[question.pk])


def tell_unit(visit: Visit, actor: Actor) -> None:
    """The day waits in the list of the unit's head, and in its calendar; told again, the row shows the new day."""
    title = kept("Đơn vị được kiểm tra: %(title)s") % {"title": visit.inspection.title}
    _wait(visit, visit.body, visit.inspection.office, actor, _NOTE, title, visit_url(visit), visit.day)


def tell_team(inspection: Inspection, actor: Actor) -> None:
    """Each in the team finds the inspection among his own things, due on the first day."""
    first = inspection.visits.order_by("day").first()
    title = kept("Tham gia đoàn kiểm tra: %(title)s") % {"title": inspection.title}
    _ask_team(inspection, actor, _NOTE, title, first.day if first else None)


def ask_team(inspection: Inspection, actor: Actor) -> None:
    """Once it began, what is found waits to be written by each in the team, until the last day."""
    close_items(inspection)
    last = inspection.visits.order_by("-day").first()
    title = kept("Ghi kết quả kiểm tra: %(title)s") % {"title": inspection.title}
    _ask_team(inspection, actor, WorkItem.Kind.DO, title, last.day if last else None)


def _ask_team(inspection: Inspection, actor: Actor, kind: WorkItem.Kind, title: str, due: date | None) -> None:
    for position in inspection.team:
        open_item(
            inspection, kind=kind, body=position.body, position=position, office=inspection.office, title=title,
            sender=actor.stamp.label, url=inspection_url(inspection), due=due, asked_by=actor.position,
        )  # fmt: skip


def ask_unit(visit: Visit, actor: Actor) -> None:
    """What was found waits for the unit's word until the day that was set."""
    close_items(visit)
    title = kept("Giải trình kết quả kiểm tra: %(title)s") % {"title": visit.inspection.title}
    _wait(visit, visit.body, visit.inspection.office, actor, _ANSWER, title, visit_url(visit), visit.answer_by)


def visited(visit: Visit) -> None:
    """The unit need not be told of its day any more."""
    close_items(visit, kind=_NOTE)


def tell_changed(visit: Visit) -> None:
    """A finding that the unit has seen already is another now."""
    text = kept("Kết quả kiểm tra được sửa: %(title)s") % {"title": visit.inspection.title}
    _tell(heads_of(visit.body), text, visit_url(visit))


def tell_all(inspection: Inspection, message: str) -> None:
    """A line under the bell of the team and of the units that were told; ``message`` has a place for the title."""
    text = kept(message) % {"title": inspection.title, "reason": inspection.reason}
    _tell(inspection.team, text, inspection_url(inspection))
    for visit in inspection.visits.select_related("body"):
        _tell(heads_of(visit.body), text, visit_url(visit))


def settle(inspection: Inspection) -> None:
    """Nothing about the inspection or its visits waits for anyone."""
    close_items(inspection)
    for visit in inspection.visits.all():
        close_items(visit)


def drop_visit_items(visit: Visit) -> None:
    close_items(visit)


def ask_for_answer(question: Question, actor: Actor) -> None:
    """A question waits for the asked unit's head, else for whoever coordinates the office's plans, else its leader."""
    title = kept("Giám sát hỏi về: %(about)s") % {"about": question.subject}
    url, due = question_url(question), question.answer_by
    if question.body is not None:
        _wait(question, question.body, question.office, actor, _ANSWER, title, url, due)
        return
    managers = positions_with(question.office, Role.COORDINATOR) or positions_with(question.office, Role.LEADER)
    for position in managers:
        open_item(
            question, kind=_ANSWER, body=position.body, position=position, office=question.office, title=title,
            sender=actor.stamp.label, url=url, due=due, asked_by=actor.position,
        )  # fmt: skip


def give_answer(question: Question) -> None:
    """Nobody has to answer any more; who asked is told."""
    close_items(question)
    text = kept("Đã trả lời câu hỏi giám sát về: %(about)s") % {"about": question.subject}
    _tell([question.asked_by], text, question_url(question))


def _wait(
    subject: Visit | Question,
    body: Body,
    office: Body,
    actor: Actor,
    kind: WorkItem.Kind,
    title: str,
    url: str,
    due: date | None,
) -> None:
    open_item(
        subject, kind=kind, body=body, office=office, title=title, url=url, due=due, role=head_role_of(body),
        sender=actor.stamp.label, asked_by=actor.position,
    )  # fmt: skip


def _tell(positions: Iterable[Position], text: str, url: str) -> None:
    for position in positions:
        notify(position, text, url)
