"""The door of corrections."""

from lienthong.corrections.actions.answer_question import answer_question
from lienthong.corrections.actions.ask_question import ask_question
from lienthong.corrections.actions.publish_correction import publish_correction
from lienthong.corrections.actions.submit_correction import submit_correction
from lienthong.corrections.actions.write_claim import write_claim
from lienthong.corrections.concerns import ConcernSource, register_concern
from lienthong.corrections.models import ClaimQuestion, Concern, Correction, Label
from lienthong.newsroom.service import Product, product_of

__all__ = [
    "ClaimQuestion",
    "Concern",
    "ConcernSource",
    "Correction",
    "Label",
    "answer_question",
    "ask_question",
    "notes_of",
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
