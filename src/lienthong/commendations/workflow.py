"""The states of a nomination and every move between them, each with its reason."""

from lienthong.commendations.models import Nomination
from lienthong.core.states import Edge, Workflow

_S = Nomination.State

NOMINATION = Workflow(
    "commendations.nomination",
    [
        Edge(_S.WRITING, _S.WRITING, "write", "words, proofs and pictures change until it is proposed"),
        Edge(_S.WRITING, _S.PROPOSED, "propose", "the nominator stands by it; others say what they think"),
        Edge(_S.WRITING, _S.WITHDRAWN, "withdraw", "it is not proposed after all; the reason stays"),
        Edge(_S.PROPOSED, _S.WRITING, "take_back", "the nominator mends it before it is decided"),
        Edge(_S.PROPOSED, _S.PROPOSED, "review", "somebody other than the nominator says what he thinks and why"),
        Edge(_S.PROPOSED, _S.AGREED, "agree", "the leader commends it, with the reason"),
        Edge(_S.PROPOSED, _S.REFUSED, "refuse", "the leader does not, with the reason"),
        Edge(_S.AGREED, _S.AGREED, "record", "the decision document is begun as a draft, or named once it is issued"),
    ],
)
