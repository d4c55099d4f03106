"""The door of corrections."""

from django.urls import reverse

from lienthong.corrections.actions.answer_question import answer_question
from lienthong.corrections.actions.ask_question import ask_question
from lienthong.corrections.actions.correct_document import correct_document
from lienthong.corrections.actions.draft_correction import draft_correction
from lienthong.corrections.actions.publish_correction import publish_correction
from lienthong.corrections.actions.submit_correction import submit_correction
from lienthong.corrections.actions.write_claim import write_claim
from lienthong.corrections.concerns import ConcernSource, register_concern
from lienthong.corrections.models import ClaimQuestion, Concern, Correction, Label
from lienthong.corrections.permissions import may_correct
from lienthong.newsroom.service import Product, product_of
from lienthong.registry.service import OfficialDocument

__all__ = [
    "ClaimQuestion",
    "Concern",
    "ConcernSource",
    "Correction",
    "Label",
    "answer_question",
    "ask_question",
    "correct_document",
    "correct_url",
    "draft_correction",
    "may_correct",
    "notes_of",
    "notes_on",
    "publish_correction",
    "register_concern",
    "submit_correction",
    "write_claim",
]


def notes_of(product_key: str) -> dict[int, Correction]:
    """The numbered notes on the product that ``product_key`` names, by the number of the version that says it right."""
    product = product_of(product_key)
    if not isinstance(product, Product):
        return {}
    found = Correction.objects.of_product(product.pk).exclude(number=None).select_related("version")
    return {one.version.number: one for one in found if one.version is not None}


def notes_on(document: OfficialDocument) -> list[Correction]:
    """What the public reads about ``document``: published notes, the newest first; those that were taken back not."""
    found = Correction.objects.published(document.office_id).of_document(document.pk)
    return list(found.select_related("draft__document"))


def correct_url(document: OfficialDocument) -> str:
    return reverse("corrections:correct_document", args=[document.pk])
