"""Write down what a person reads in the picture of a blank that was filled in by hand."""

from lienthong.organisations.service import Actor
from lienthong.registry.actions.add_field import add_field
from lienthong.registry.actions.correct_proposal import correct_proposal
from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.review.notes import symbol_ending


def type_handwriting(actor: Actor, document: OfficialDocument, *, name: str, value: str) -> Proposal:
    """``name`` is "number" or "date"; a number without a symbol gets the printed one. Recorded as this person's.

    What was printed of it ("năm 2025") and still waits is corrected; without that the field is added.
    """
    value = " ".join(value.split())
    if name == "number" and value and not any(sign in value for sign in "/-"):
        value += symbol_ending(document)
    printed = Proposal.objects.filter(
        file__document=document, file__part=DocumentFile.Part.MAIN, kind=Proposal.Kind.FIELD, name=name
    ).first()
    if printed is None:
        return add_field(actor, document, name=name, value=value)
    return correct_proposal(actor, printed, changes={"value": value})
