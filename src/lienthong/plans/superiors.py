"""The orders from above that a plan carries out."""

from lienthong.organisations.service import Actor
from lienthong.plans.models import Plan
from lienthong.registry.service import OfficialDocument


def superiors_of(actor: Actor, plan: Plan) -> list[OfficialDocument]:
    """The incoming documents that ``plan`` carries out, as far as ``actor`` may read them.

    First the one that a person named, then the one it was made from, then those that its own document cites.
    """
    keys = [plan.parent_document_id, plan.document_id]
    if plan.document is not None:
        keys += plan.document.citations.order_by("start", "pk").values_list("cited", flat=True)
    order = {pk: place for place, pk in reversed(list(enumerate(keys))) if pk}
    visible = OfficialDocument.objects.visible_to(actor).incoming().filter(pk__in=order)
    return sorted(visible, key=lambda document: order[document.pk])
