"""What waits for whom about a case: the one place where this room opens and closes work items.

Titles say the code and the category, never a word of the resident.
"""

from django.urls import reverse

from lienthong.core.language import kept
from lienthong.feedback.models import Answer, DataRequest, FeedbackCase, RecurringQuestion
from lienthong.inbox.service import WorkItem, close_items, notify, open_item
from lienthong.organisations.service import Actor, Position, Role, positions_with

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
    position = actor.own_position
    open_item(
        case, kind=_KIND.DO, body=position.body, position=position, office=case.office,
        title=kept("Theo dõi phản ánh %(code)s đã chuyển cơ quan khác") % _words(case), sender=actor.stamp.label,
        due=case.due, url=case_url(case),
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


def urge(case: FeedbackCase) -> None:
    """A line under the bell of the heads of the unit that has the case."""
    assert case.unit is not None
    for position in positions_with(case.office, Role.UNIT_HEAD, Role.HAMLET_HEAD):
        if position.body_id == case.unit_id:
            notify(position, kept("Đôn đốc: trả lời phản ánh %(code)s") % _words(case), case_url(case), urgent=True)


def tell_writer(case: FeedbackCase, answer: Answer, actor: Actor) -> None:
    if answer.written_by != actor.position:
        sentence = kept("Lời trả lời phản ánh %(code)s được duyệt") % _words(case)
        notify(answer.written_by, sentence, case_url(case))


def settle(thing: FeedbackCase | DataRequest | RecurringQuestion) -> None:
    close_items(thing)
