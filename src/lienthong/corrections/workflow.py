"""The states of a correction and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.corrections.models import ClaimQuestion, Correction

_S, _Q = Correction.State, ClaimQuestion.State

CORRECTION = Workflow(
    "corrections.correction",
    [
        Edge(_S.WRITING, _S.WRITING, "write", "words change while it is written; the public sees none of it"),
        Edge(_S.RETURNED, _S.RETURNED, "write", "what was returned is mended where it is"),
        Edge(_S.WRITING, _S.WAITING, "submit", "the writer answers for it and asks for an approval"),
        Edge(_S.RETURNED, _S.WAITING, "submit", "mended and submitted again"),
        Edge(_S.WAITING, _S.WRITING, "take_back", "the writer found a mistake before it was decided"),
        Edge(_S.WAITING, _S.RETURNED, "return", "who decides wants it changed and says how"),
        Edge(_S.WRITING, _S.DROPPED, "drop", "there is nothing to correct after all; nobody outside has read it"),
        Edge(_S.RETURNED, _S.DROPPED, "drop", "there is nothing to correct after all; nobody outside has read it"),
        Edge(
            _S.WAITING, _S.PUBLISHED, "publish",
            "a named person other than the last editor lets exactly this out; it is numbered and frozen",
        ),
        Edge(
            _S.WRITING, _S.PUBLISHED, "follow",
            "a corrected version of a product is out; the person who approved it approved these words",
        ),
        Edge(_S.PUBLISHED, _S.REPLACED, "replace", "a later correction says it better; this one stays readable"),
        Edge(_S.PUBLISHED, _S.WITHDRAWN, "end", "it was wrong itself; it stays readable with the reason"),
    ],
)  # fmt: skip

QUESTION = Workflow(
    "corrections.question",
    [
        Edge(_Q.WAITING, _Q.ANSWERED, "answer", "a published correction says whether it is so"),
        Edge(_Q.WAITING, _Q.FEEDBACK, "feedback", "it is about the office itself, so it is registered and answered"),
        Edge(_Q.WAITING, _Q.CLOSED, "close", "there is nothing official to check it against; one of a short list"),
    ],
)
