"""How parts end, and a document with them."""

from datetime import date

from lienthong.inbox.service import WorkItem
from lienthong.registry.decision.parts import close_for, current_decision, parts_of
from lienthong.registry.desk import settle
from lienthong.registry.models import DecisionPart, OfficialDocument
from lienthong.registry.workflow import DOCUMENT


def close_part(pk: int, day: date) -> DecisionPart:
    part = DecisionPart.objects.select_for_update().select_related("body", "decision__document").get(pk=pk)
    part.done_on = part.done_on or day
    part.save(update_fields=["done_on"])
    close_for(part)
    return part


def finish_document(document: OfficialDocument, act: str) -> bool:
    """Settle ``document`` by ``act`` ("answer" or "finish") when every lead part is done; else it stays in work."""
    parts = parts_of(current_decision(document))
    leads = [part for part in parts if part.part == DecisionPart.Part.LEAD]
    done = bool(leads) and all(part.done_on for part in leads)
    document.state = DOCUMENT.move(document.state, act if done else "finish_part")
    document.save(update_fields=["state"])
    if done:
        settle(document, WorkItem.Kind.ACCEPT, WorkItem.Kind.DO)
    return done
