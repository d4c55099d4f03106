"""Corrections and questions for tests, made through the acts."""

from typing import Any

from django.utils.crypto import get_random_string

from lienthong.corrections.actions.ask_question import ask_question
from lienthong.corrections.actions.correct_document import correct_document
from lienthong.corrections.actions.publish_correction import publish_correction
from lienthong.corrections.actions.submit_correction import submit_correction
from lienthong.corrections.actions.write_claim import write_claim
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.drafting.service import Draft
from lienthong.drafting.tests.factories import issued, make_draft
from lienthong.gate.service import Arriving
from lienthong.organisations.tests.factories import Cast
from lienthong.registry.service import OfficialDocument

CLAIM = "Từ tháng này, làm căn cước cho trẻ em phải nộp lệ phí 200.000 đồng."
VALUES: dict[str, Any] = {
    "claim": CLAIM,
    "label": "wrong",
    "concern": "service",
    "concern_name": "Cấp căn cước cho người dưới 14 tuổi",
    "truth": "Cấp căn cước lần đầu không thu lệ phí.",
    "advice": "Không nộp tiền cho bất kỳ ai; hỏi tại bộ phận một cửa.",
    "passages": [{"source": "Luật Căn cước, Điều 38", "quote": "Cấp lần đầu không phải nộp lệ phí."}],
}
TEXT = "Nghe nói làm căn cước cho trẻ em phải nộp 200.000 đồng."
ABOUT = "Cấp căn cước"


def make_claim(people: Cast, **values: Any) -> Correction:
    """Written by the culture office's member."""
    options = {name: values.pop(name) for name in ("question", "replaces") if name in values}
    return write_claim(people.member, None, values={**VALUES, **values}, **options)


def make_submitted_claim(people: Cast, **values: Any) -> Correction:
    return submit_correction(people.member, make_claim(people, **values))


def make_published(people: Cast, **values: Any) -> Correction:
    correction = make_submitted_claim(people, **values)
    return publish_correction(people.leader, correction, seen=correction.edits)


def make_question(people: Cast, text: str = TEXT, about: str = ABOUT, **values: Any) -> ClaimQuestion:
    arriving = Arriving(values.pop("form", get_random_string(32)), values.pop("address", get_random_string(32)))
    made = ask_question(people.office, arriving, text=text, about=about, **{"scam_places": "", **values})
    assert isinstance(made, ClaimQuestion)
    return made


WRONG: dict[str, Any] = {
    "fault": "form",
    "claim": "Mục II, ngày họp thôn: 30 tháng 02",
    "truth": "Mục II, ngày họp thôn: 28 tháng 02",
}


def make_document(people: Cast) -> OfficialDocument:
    """A plan that the office drafted, signed and issued."""
    draft = issued(people, make_draft(people))
    assert draft.document is not None
    return draft.document


def make_document_note(people: Cast, document: OfficialDocument, **values: Any) -> Correction:
    """Written by the coordinator, with the draft that corrects."""
    return correct_document(people.coordinator, document, values={**WRONG, **values})


def make_issued(people: Cast, note: Correction) -> Draft:
    """The document that corrects, signed and issued."""
    assert note.draft is not None
    return issued(people, note.draft)
