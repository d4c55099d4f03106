"""The door of the registry: official documents in and out."""

from lienthong.registry.actions.add_files import add_files
from lienthong.registry.actions.add_phrase import add_phrase
from lienthong.registry.actions.answer_document import answer_document
from lienthong.registry.actions.arrange_files import arrange_files
from lienthong.registry.actions.assign_handler import assign_handler
from lienthong.registry.actions.attach_document import attach_document
from lienthong.registry.actions.cancel_number import cancel_number
from lienthong.registry.actions.change_document import change_document
from lienthong.registry.actions.confirm_proposal import Answers, confirm_proposal
from lienthong.registry.actions.decide_document import Instruction, decide_document
from lienthong.registry.actions.discard_draft import DraftReason, discard_draft
from lienthong.registry.actions.discard_secret import discard_secret
from lienthong.registry.actions.finish_part import finish_part
from lienthong.registry.actions.finish_review import finish_review
from lienthong.registry.actions.hold_number import hold_number
from lienthong.registry.actions.note_document import note_document
from lienthong.registry.actions.note_order import note_order
from lienthong.registry.actions.open_series import open_series
from lienthong.registry.actions.read_file import read_file
from lienthong.registry.actions.receive_files import receive_files
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.actions.register_outgoing import register_outgoing
from lienthong.registry.case_items import case_items, documents_around
from lienthong.registry.decision.parts import own_parts
from lienthong.registry.desk import document_url
from lienthong.registry.finding import known_documents, record_citation, unregistered_citations
from lienthong.registry.granting import grant_access, record_answer, record_correction
from lienthong.registry.models import Direction, OfficialDocument
from lienthong.registry.numbered import document_numbered
from lienthong.registry.numbering import ABBREVIATIONS, printed_number, proposed_symbol
from lienthong.registry.permissions import DocumentAbilities, may_receive
from lienthong.registry.review.confirmed import (
    ConfirmedTask,
    OutlineHeading,
    confirmed_outline,
    confirmed_tasks,
    source_url,
)
from lienthong.registry.review.duties import PrintedDuties, printed_duties, span_of
from lienthong.registry.review.names import Names
from lienthong.registry.review.questions import questions_about
from lienthong.registry.review.sheet import names_for
from lienthong.registry.review.text import whole_text
from lienthong.registry.series import next_number, next_numbers

__all__ = [
    "ABBREVIATIONS",
    "Answers",
    "ConfirmedTask",
    "Direction",
    "DocumentAbilities",
    "DraftReason",
    "Instruction",
    "Names",
    "OfficialDocument",
    "OutlineHeading",
    "PrintedDuties",
    "add_files",
    "add_phrase",
    "answer_document",
    "arrange_files",
    "assign_handler",
    "attach_document",
    "cancel_number",
    "case_items",
    "change_document",
    "confirm_proposal",
    "confirmed_outline",
    "confirmed_tasks",
    "decide_document",
    "discard_draft",
    "discard_secret",
    "document_numbered",
    "document_url",
    "documents_around",
    "finish_part",
    "finish_review",
    "grant_access",
    "hold_number",
    "known_documents",
    "may_receive",
    "names_for",
    "next_number",
    "next_numbers",
    "note_document",
    "note_order",
    "open_series",
    "own_parts",
    "printed_duties",
    "printed_number",
    "proposed_symbol",
    "questions_about",
    "read_file",
    "receive_files",
    "record_answer",
    "record_citation",
    "record_correction",
    "register_incoming",
    "register_outgoing",
    "source_url",
    "span_of",
    "unregistered_citations",
    "whole_text",
]
