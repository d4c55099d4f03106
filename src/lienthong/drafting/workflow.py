"""The states of a draft and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.drafting.models import Draft

_S = Draft.State

DRAFT = Workflow(
    "drafting.draft",
    [
        Edge(_S.WRITING, _S.WRITING, "write", "words change only while the draft is open"),
        Edge(_S.RETURNED, _S.RETURNED, "write", "what was returned is mended where it is"),
        Edge(_S.WRITING, _S.SUBMITTED, "submit", "the drafter answers for content and form (Điều 10.2)"),
        Edge(_S.RETURNED, _S.SUBMITTED, "submit", "mended and submitted again"),
        Edge(_S.WRITING, _S.DROPPED, "drop", "begun by mistake or no longer needed; it stays readable with its reason"),
        Edge(_S.RETURNED, _S.DROPPED, "drop", "returned and not taken up again"),
        Edge(_S.SUBMITTED, _S.WRITING, "withdraw", "who submitted it found a mistake before it was decided"),
        Edge(_S.SUBMITTED, _S.RETURNED, "return", "the leader wants it changed and says how"),
        Edge(_S.SUBMITTED, _S.APPROVED, "approve", "who may sign approves it; the content is frozen (Điều 11)"),
        Edge(_S.APPROVED, _S.WRITING, "reopen", "a mistake found before it has a number; approved anew afterwards"),
        Edge(_S.APPROVED, _S.NUMBERED, "number", "the clerk takes the next number of the register (Điều 15)"),
        Edge(_S.NUMBERED, _S.NUMBERED, "attach", "the signed file is attached and compared with what was approved"),
        Edge(_S.NUMBERED, _S.ISSUED, "issue", "signed, numbered and registered: it holds from now on (Điều 18)"),
        Edge(_S.NUMBERED, _S.APPROVED, "give_up_number", "the number is cancelled and stays explained in the register"),
    ],
)
