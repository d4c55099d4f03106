"""The states of a case and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.feedback.models import FeedbackCase

_S = FeedbackCase.State

CASE = Workflow(
    "feedback.case",
    [
        Edge(_S.NEW, _S.ASSIGNED, "assign", "the desk has sorted the case and gives it to the unit that can answer"),
        Edge(_S.ASSIGNED, _S.ASSIGNED, "assign", "another unit turns out to be the one that can answer"),
        Edge(_S.FORWARDED, _S.ASSIGNED, "assign", "the agency outside answered or sent it back; a unit takes it up"),
        Edge(_S.ASSIGNED, _S.NEW, "give_back", "the unit says why it is not its work; the desk sorts the case again"),
        Edge(_S.NEW, _S.FORWARDED, "forward", "an agency outside is competent; our letter and its receipt are kept"),
        Edge(_S.ASSIGNED, _S.FORWARDED, "forward", "the unit found that an agency outside is competent"),
        Edge(_S.ASSIGNED, _S.WAITING, "submit", "an answer is written and waits for a person other than its writer"),
        Edge(_S.FORWARDED, _S.WAITING, "submit", "what the agency outside said is written down as the answer"),
        Edge(_S.WAITING, _S.ASSIGNED, "return", "the answer is to be mended; the reason says how"),
        Edge(
            _S.WAITING, _S.ANSWERED, "approve", "a named person other than the writer answers for exactly these words"
        ),
        Edge(_S.ANSWERED, _S.ASSIGNED, "reopen", "the resident was not helped, or something new came up"),
        Edge(_S.NEW, _S.REDIRECTED, "redirect", "a complaint or denunciation goes the way of its own law"),
        Edge(_S.ASSIGNED, _S.REDIRECTED, "redirect", "the unit found that it is a complaint or denunciation"),
        Edge(_S.REDIRECTED, _S.NEW, "reopen", "it was feedback after all"),
        Edge(_S.NEW, _S.MERGED, "merge", "another case says the same about the same place; one answer serves both"),
        Edge(_S.ASSIGNED, _S.MERGED, "merge", "the unit found that it has the same case already"),
        Edge(_S.MERGED, _S.NEW, "reopen", "the two were about different things"),
        Edge(_S.NEW, _S.CLOSED, "close", "there is nothing to answer; the reason is one of a short list"),
        Edge(_S.CLOSED, _S.NEW, "reopen", "there was something to answer after all"),
    ],
)
