"""The door of residents' cases."""

from lienthong.feedback.actions.add_template import add_template
from lienthong.feedback.actions.approve_answer import approve_answer
from lienthong.feedback.actions.ask_for_data import ask_for_data
from lienthong.feedback.actions.assign_case import assign_case
from lienthong.feedback.actions.close_case import close_case
from lienthong.feedback.actions.enter_case import enter_case
from lienthong.feedback.actions.erase_case import erase_case
from lienthong.feedback.actions.forward_case import forward_case
from lienthong.feedback.actions.hand_in_case import hand_in_case
from lienthong.feedback.actions.merge_case import merge_case
from lienthong.feedback.actions.rate_answer import rate_answer
from lienthong.feedback.actions.receive_case import receive_case
from lienthong.feedback.actions.record_receipt import record_receipt
from lienthong.feedback.actions.redirect_case import redirect_case
from lienthong.feedback.actions.submit_answer import submit_answer
from lienthong.feedback.models import Answer, Category, FeedbackCase, Satisfaction
from lienthong.feedback.queries import answered_in_time, answered_late, overdue_at
from lienthong.feedback.taking_in import Told, consent_to_contact
from lienthong.feedback.wording import new_code, typed_code

__all__ = [
    "Answer",
    "Category",
    "FeedbackCase",
    "Satisfaction",
    "Told",
    "add_template",
    "answered_in_time",
    "answered_late",
    "approve_answer",
    "ask_for_data",
    "assign_case",
    "close_case",
    "consent_to_contact",
    "enter_case",
    "erase_case",
    "forward_case",
    "hand_in_case",
    "merge_case",
    "new_code",
    "overdue_at",
    "rate_answer",
    "receive_case",
    "record_receipt",
    "redirect_case",
    "submit_answer",
    "typed_code",
]
