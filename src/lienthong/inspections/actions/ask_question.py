"""Ask, as a supervisor, about a plan, an assignment or an inspection that one reads."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused, required
from lienthong.inspections import events, items
from lienthong.inspections.asking import Subject, field_of, office_of, units_of
from lienthong.inspections.models import Question
from lienthong.inspections.permissions import may_ask
from lienthong.inspections.writing import refuse_past
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def ask_question(actor: Actor, subject: Subject, *, text: str, answer_by: date, body: Body | None = None) -> Question:
    """``body`` is a unit with a part in ``subject``; without one whoever coordinates the office's plans answers."""
    if not may_ask(actor, subject):
        raise NotAllowed(_("Chỉ người giám sát được giao cơ quan này đặt được câu hỏi."))
    text = required(text, _("Hãy ghi câu hỏi."), "text")
    refuse_past(answer_by, "answer_by")
    if body is not None and not units_of(subject).filter(pk=body.pk).exists():
        raise Refused(_("Đơn vị này không có phần trong việc được hỏi."), field="body")
    question = Question.objects.create(
        office=office_of(subject), text=text, answer_by=answer_by, body=body, asked_by=actor.own_position,
        **field_of(subject),
    )  # fmt: skip
    items.ask_for_answer(question, actor)
    record(events.ASKED, question, by=actor.stamp, about=str(subject)[:90], day=f"{answer_by:%d/%m/%Y}")
    return question
