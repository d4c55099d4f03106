"""How the number of a draft is printed, and its file with number and day."""

from typing import Any

from lienthong.drafting.content import content_of, system_of
from lienthong.drafting.models import Draft
from lienthong.registry.service import printed_number


def printed_number_of(draft: Draft) -> str:
    """ "05/KH-UBND" once a number is held or the document issued; else ""."""
    if draft.document is not None and draft.document.register_number:
        return draft.document.number
    if draft.held is None:
        return ""
    return printed_number(draft.held.number, draft.symbol, party=system_of(draft.office) == "party")


def printed(draft: Draft) -> tuple[dict[str, Any], dict[str, Any]]:
    """The content to print, what was approved once it was, and the head that goes with its state."""
    content = draft.approved or content_of(draft)
    if draft.held is not None:
        return content, {"number": str(draft.held.number), "date": draft.held.held_on.isoformat()}
    return content, ({} if draft.approved else {"draft": 0})
