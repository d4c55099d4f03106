"""The states of an event and every move between them, each with its reason."""

from lienthong.activities.models import OfficeEvent
from lienthong.core.states import Edge, Workflow

_S = OfficeEvent.State

EVENT = Workflow(
    "activities.event",
    [
        Edge(_S.WRITING, _S.WRITING, "write", "words change while it is prepared; the public sees none of it"),
        Edge(_S.RETURNED, _S.RETURNED, "write", "what was returned is mended where it is"),
        Edge(_S.APPROVED, _S.WRITING, "write", "a change asks for a new approval; until then the public reads the old"),
        Edge(_S.WRITING, _S.WAITING, "submit", "who prepares it answers for it and asks for an approval"),
        Edge(_S.RETURNED, _S.WAITING, "submit", "mended and submitted again"),
        Edge(_S.WAITING, _S.WRITING, "withdraw", "a mistake was found before it was decided"),
        Edge(_S.WAITING, _S.RETURNED, "return", "who decides wants it changed and says how"),
        Edge(_S.WAITING, _S.APPROVED, "approve", "a named person other than the last editor lets exactly this out"),
        Edge(_S.APPROVED, _S.HELD, "hold", "it took place; minutes and photos prove it"),
        Edge(_S.WRITING, _S.CANCELLED, "cancel", "it will not be held"),
        Edge(_S.RETURNED, _S.CANCELLED, "cancel", "it will not be held"),
        Edge(_S.APPROVED, _S.CANCELLED, "cancel", "it will not be held, and the public is told"),
    ],
)
