"""Make a question a feedback case: it is about the office itself, so it is registered and answered there."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.corrections import events
from lienthong.corrections.deciding import locked_question
from lienthong.corrections.models import ClaimQuestion
from lienthong.feedback.service import FeedbackCase, Told, enter_case
from lienthong.organisations.service import Actor


@transaction.atomic
def send_to_feedback(actor: Actor, question: ClaimQuestion) -> FeedbackCase:
    """The words go over and are not kept twice; whoever asked is led on from the code that he has."""
    question = locked_question(actor, question, "feedback")
    told = Told("\n".join(filter(None, (question.text, question.about))))
    case = enter_case(actor, told, came=FeedbackCase.Came.WEB)
    question.case_code, question.text, question.about, question.scam_places = case.code, "", "", []
    question.answer, question.settled_by, question.settled_at = None, actor.own_position, timezone.now()
    question.save()
    record(events.TO_FEEDBACK, question, by=actor.stamp, code=case.code)
    return case
