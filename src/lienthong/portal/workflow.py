"""The states of a public page and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.portal.models import PageState

_S = PageState.State

PAGE = Workflow(
    "portal.page",
    [
        Edge(_S.WRITING, _S.WRITING, "write", "words change while the page is written; the public sees none of it"),
        Edge(_S.RETURNED, _S.RETURNED, "write", "what was returned is mended where it is"),
        Edge(_S.APPROVED, _S.WRITING, "write", "a new version is begun; the public reads the approved one meanwhile"),
        Edge(_S.TAKEN_DOWN, _S.WRITING, "write", "a page that was taken down may be mended and submitted again"),
        Edge(_S.WRITING, _S.WAITING, "submit", "the writer answers for it and asks for an approval"),
        Edge(_S.RETURNED, _S.WAITING, "submit", "mended and submitted again"),
        Edge(_S.WAITING, _S.WRITING, "withdraw", "a writer found a mistake before it was decided"),
        Edge(_S.WAITING, _S.RETURNED, "return", "who decides wants it changed and says how"),
        Edge(_S.WAITING, _S.APPROVED, "approve", "a named person other than the last editor lets exactly this out"),
        Edge(_S.APPROVED, _S.TAKEN_DOWN, "take_down", "what is wrong or over leaves the public, with its reason"),
        Edge(_S.WRITING, _S.TAKEN_DOWN, "take_down", "also while a new version of a public page is written"),
        Edge(_S.RETURNED, _S.TAKEN_DOWN, "take_down", "also while a new version was returned"),
        Edge(_S.WAITING, _S.TAKEN_DOWN, "take_down", "also while a new version waits"),
        Edge(_S.APPROVED, _S.APPROVED, "release", "a newer version, approved in its own room, says what the page says"),
        Edge(_S.TAKEN_DOWN, _S.APPROVED, "release", "what was withdrawn is let out again in a newly approved version"),
    ],
)
