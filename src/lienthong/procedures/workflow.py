"""The states of a version and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.procedures.models import Version

_S = Version.State

VERSION = Workflow(
    "procedures.version",
    [
        Edge(_S.WRITING, _S.WRITING, "write", "words change while it is written; the public sees none of it"),
        Edge(_S.RETURNED, _S.RETURNED, "write", "what was returned is mended where it is"),
        Edge(_S.WRITING, _S.WAITING, "submit", "the writer answers for it and asks for an approval"),
        Edge(_S.RETURNED, _S.WAITING, "submit", "mended and submitted again"),
        Edge(_S.WAITING, _S.WRITING, "withdraw", "a writer found a mistake before it was decided"),
        Edge(_S.WAITING, _S.RETURNED, "return", "who decides wants it changed and says how"),
        Edge(_S.WAITING, _S.APPROVED, "approve", "a named person other than the last editor lets exactly this out"),
        Edge(_S.WAITING, _S.AWAITING, "schedule", "approved like any other, for a day to come; nobody reads it yet"),
        Edge(_S.AWAITING, _S.APPROVED, "release", "its day has come; who approved it answers for it"),
        Edge(_S.AWAITING, _S.WRITING, "withdraw", "a mistake was found before its day"),
        Edge(_S.AWAITING, _S.RETURNED, "drop", "what it was to follow left the public"),
        Edge(_S.APPROVED, _S.REPLACED, "replace", "the next version was approved; this one stays in the history"),
        Edge(_S.APPROVED, _S.ENDED, "end", "the procedure was abolished or is wrong; it leaves the public, with why"),
    ],
)
