"""The states of a lesson and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.learning.models import Lesson

_S = Lesson.State

LESSON = Workflow(
    "learning.lesson",
    [
        Edge(_S.WRITING, _S.WRITING, "write", "words change while it is written; the public sees none of it"),
        Edge(_S.RETURNED, _S.RETURNED, "write", "what was returned is mended where it is"),
        Edge(_S.WRITING, _S.WAITING, "submit", "the writer answers for it and asks for an approval"),
        Edge(_S.RETURNED, _S.WAITING, "submit", "mended and submitted again"),
        Edge(_S.WAITING, _S.WRITING, "withdraw", "a writer found a mistake before it was decided"),
        Edge(_S.WAITING, _S.RETURNED, "return", "who decides wants it changed and says how"),
        Edge(_S.WAITING, _S.APPROVED, "approve", "a named person other than the last editor lets exactly this out"),
        Edge(_S.APPROVED, _S.REPLACED, "replace", "the next version was approved"),
        Edge(_S.APPROVED, _S.ENDED, "end", "it is out of date or wrong; it leaves the public, with why"),
    ],
)
