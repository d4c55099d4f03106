"""What was decided about a document and what this person does next, on its page."""

from typing import Any

from django import template

from lienthong.registry.decision.parts import parts_of
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.permissions import DocumentAbilities

register = template.Library()


@register.inclusion_tag("registry/_decisions.html")
def decisions(document: OfficialDocument, can: DocumentAbilities) -> dict[str, Any]:
    """Every opinion, the one that holds first, and the next steps."""
    made = document.decisions.select_related("decided_by__user", "entered_by__user")
    given = list(made.order_by("-entered_at", "-pk"))
    waiting = Proposal.objects.filter(file__document=document, state=Proposal.State.PROPOSED)
    return {
        "document": document,
        "can": can,
        "current": given[0] if given else None,
        "parts": parts_of(given[0]) if given else [],
        "earlier": given[1:],
        "waiting": 0 if document.reviewed_at else waiting.count(),
    }
