"""The door of corrections."""

from lienthong.corrections.actions.answer_question import answer_question
from lienthong.corrections.actions.ask_question import ask_question
from lienthong.corrections.actions.publish_correction import publish_correction
from lienthong.corrections.actions.submit_correction import submit_correction
from lienthong.corrections.actions.write_claim import write_claim
from lienthong.corrections.concerns import ConcernSource, register_concern
from lienthong.corrections.models import ClaimQuestion, Concern, Correction, Label

__all__ = [
    "ClaimQuestion",
    "Concern",
    "ConcernSource",
    "Correction",
    "Label",
    "answer_question",
    "ask_question",
    "publish_correction",
    "register_concern",
    "submit_correction",
    "write_claim",
]
