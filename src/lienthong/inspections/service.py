"""The door of the inspections' room."""

from lienthong.inspections.actions.add_line import add_line
from lienthong.inspections.actions.add_visit import add_visit
from lienthong.inspections.actions.announce_inspection import announce_inspection
from lienthong.inspections.actions.answer_line import answer_line
from lienthong.inspections.actions.answer_question import answer_question
from lienthong.inspections.actions.ask_question import ask_question
from lienthong.inspections.actions.assign_mending import assign_mending
from lienthong.inspections.actions.conclude_inspection import conclude_inspection
from lienthong.inspections.actions.draft_conclusion import draft_conclusion
from lienthong.inspections.actions.draw_lines import draw_lines
from lienthong.inspections.actions.explain_line import explain_line
from lienthong.inspections.actions.plan_inspection import plan_inspection
from lienthong.inspections.actions.send_findings import send_findings
from lienthong.inspections.actions.start_inspection import start_inspection
from lienthong.inspections.asking import Subject, ask_url, field_of
from lienthong.inspections.case_items import case_items
from lienthong.inspections.drawing import assignments_at
from lienthong.inspections.models import CheckLine, Inspection, Question, Visit
from lienthong.inspections.permissions import may_ask

__all__ = [
    "CheckLine",
    "Inspection",
    "Question",
    "Subject",
    "Visit",
    "add_line",
    "add_visit",
    "announce_inspection",
    "answer_line",
    "answer_question",
    "ask_question",
    "ask_url",
    "assign_mending",
    "assignments_at",
    "case_items",
    "conclude_inspection",
    "draft_conclusion",
    "draw_lines",
    "explain_line",
    "field_of",
    "may_ask",
    "plan_inspection",
    "send_findings",
    "start_inspection",
]
