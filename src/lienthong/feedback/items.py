"""What waits for whom about a case: the one place where this room opens and closes work items.

Titles say the code and the category, never a word of the resident.
"""

from datetime import date

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.feedback.models import Answer, DataRequest, FeedbackCase, Forwarding, RecurringQuestion
from lienthong.feedback.queries import DESK, UNITS
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Position, Role, heads_of, positions_with

_KIND = WorkItem.Kind


def case_url(case: FeedbackCase) -> str:
    return reverse("feedback:case", args=[case.pk])


def _words(case: FeedbackCase) -> dict[str, str]:
    return {"code": case.code, "category": str(case.get_category_display()).lower()}


def _desk(case: FeedbackCase) -> list[Position]:
    """The clerks of the office; where it has none, the coordinators."""
    clerks = list(positions_with(case.office, Role.CLERK))
    return clerks or list(positions_with(case.office, Role.COORDINATOR))


def ask_to_sort(case: FeedbackCase, sender: str) -> None:
    for position in _desk(case):
        open_item(
            case, kind=_KIND.CHECK, body=position.body, position=position, office=case.office,
            title=kept("Phân loại phản ánh %(code)s: %(category)s") % _words(case), sender=sender, due=case.due,
            url=case_url(case),
        )  # fmt: skip


def ask_to_answer(case: FeedbackCase, actor: Actor) -> None:
    assert case.unit is not None
    open_item(
        case, kind=_KIND.DO, body=case.unit, office=case.office,
        title=kept("Trả lời phản ánh %(code)s: %(category)s") % _words(case), sender=actor.stamp.label, due=case.due,
        url=case_url(case), asked_by=actor.position,
    )  # fmt: skip


def ask_for_receipt(case: FeedbackCase, actor: Actor) -> None:
    """Who forwarded a case follows it until the agency outside confirmed and answered."""
    _follow(case, actor.own_position, actor, case.due)


def ask_to_follow(forwarding: Forwarding, actor: Actor) -> None:
    """The agency outside has the case: the day that was promised is no longer asked of who forwarded it."""
    close_items(forwarding.case)
    _follow(forwarding.case, forwarding.sent_by, actor, None)


def _follow(case: FeedbackCase, position: Position, actor: Actor, due: date | None) -> None:
    open_item(
        case, kind=_KIND.DO, body=position.body, position=position, office=case.office,
        title=kept("Theo dõi phản ánh %(code)s đã chuyển cơ quan khác") % _words(case), sender=actor.stamp.label,
        due=due, url=case_url(case),
    )  # fmt: skip


def ask_to_decide(case: FeedbackCase, answer: Answer, actor: Actor) -> None:
    """An answer waits for the leaders and coordinators of the office; never for its writer."""
    for position in positions_with(case.office, Role.LEADER, Role.COORDINATOR):
        if position.user_id != answer.written_by.user_id:
            open_item(
                case, kind=_KIND.DECIDE, body=position.body, position=position, office=case.office,
                title=kept("Duyệt trả lời phản ánh %(code)s: %(category)s") % _words(case), sender=actor.stamp.label,
                due=case.due, url=case_url(case), asked_by=actor.position,
            )  # fmt: skip


def ask_to_mend(case: FeedbackCase, answer: Answer, actor: Actor) -> None:
    position = answer.written_by
    open_item(
        case, kind=_KIND.RETURNED, body=position.body, position=position, office=case.office,
        title=kept("Lời trả lời phản ánh %(code)s được trả lại") % _words(case), sender=actor.stamp.label,
        due=case.due, url=case_url(case), asked_by=actor.position,
    )  # fmt: skip


def ask_to_look_again(case: FeedbackCase) -> None:
    """The resident said that he was not helped: the desk opens the case again, or leaves it."""
    for position in _desk(case):
        open_item(
            case, kind=_KIND.CHECK, body=position.body, position=position, office=case.office,
            title=kept("Người dân đánh giá chưa được giải quyết: phản ánh %(code)s") % _words(case), url=case_url(case),
        )  # fmt: skip


def ask_for_data(request: DataRequest) -> None:
    case, words = request.case, {"what": str(request.get_kind_display())}
    for position in _desk(case):
        open_item(
            request, kind=_KIND.CHECK, body=position.body, position=position, office=case.office, due=request.due,
            title=kept("Người dân yêu cầu %(what)s: phản ánh %(code)s") % (_words(case) | words), url=case_url(case),
        )  # fmt: skip


def propose_guide(question: RecurringQuestion, count: int) -> None:
    words = {"n": count, "category": str(question.get_category_display()).lower()}
    for position in positions_with(question.office, Role.COORDINATOR):
        open_item(
            question, kind=_KIND.CHECK, body=position.body, position=position, office=question.office,
            title=kept("%(n)d phản ánh hỏi cùng một việc (%(category)s): nên có hướng dẫn hoặc bản tin") % words,
            url=reverse("feedback:recurring", args=[question.pk]),
        )  # fmt: skip


def urge(case: FeedbackCase, actor: Actor) -> list[Position]:
    """A line under the bell of those who answer for the case, never of who urges; returns whom it reached."""
    told = [each for each in _answering(case) if each.user_id != actor.own_position.user_id]
    for position in told:
        notify(position, kept("Đôn đốc: trả lời phản ánh %(code)s") % _words(case), case_url(case), urgent=True)
    return told


def _answering(case: FeedbackCase) -> list[Position]:
    """Who forwarded it; else the heads of its unit and who wrote for it; where it has no head, all who work there."""
    assert case.unit is not None
    forwarding = case.forwardings.last()
    if case.state == FeedbackCase.State.FORWARDED and forwarding is not None:
        return [forwarding.sent_by]
    heads, answer = list(heads_of(case.unit)), case.answer
    writers = [answer.written_by] if answer is not None and answer.written_by not in heads else []
    if heads:
        return [*heads, *writers]
    return [each for each in positions_with(case.office, *DESK, *UNITS) if each.body_id == case.unit_id]


def tell_writer(case: FeedbackCase, answer: Answer, actor: Actor) -> None:
    if answer.written_by != actor.position:
        sentence = kept("Lời trả lời phản ánh %(code)s được duyệt") % _words(case)
        notify(answer.written_by, sentence, case_url(case))


def settle(thing: FeedbackCase | DataRequest | RecurringQuestion) -> None:
    close_items(thing)
