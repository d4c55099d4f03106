"""The states of a product and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.newsroom.models import Product

_S = Product.State
_OUT = (_S.RELEASED, _S.CORRECTED)

PRODUCT = Workflow(
    "newsroom.product",
    [
        Edge(_S.DRAFT, _S.DRAFT, "write", "words and files change while it is made; each save is a version"),
        Edge(_S.RETURNED, _S.RETURNED, "write", "what was returned is mended"),
        Edge(_S.APPROVED, _S.DRAFT, "write", "a change after the approval needs a new one"),
        Edge(_S.DRAFT, _S.REVIEW, "submit", "the maker answers for it and asks for an approval"),
        Edge(_S.RETURNED, _S.REVIEW, "submit", "mended and submitted again"),
        Edge(_S.REVIEW, _S.DRAFT, "take_back", "the maker found a mistake before it was decided"),
        Edge(_S.REVIEW, _S.RETURNED, "return", "who decides wants it changed and says how"),
        Edge(_S.REVIEW, _S.APPROVED, "approve", "a named person other than the last editor lets exactly this out"),
        Edge(_S.APPROVED, _S.SCHEDULED, "schedule", "deliveries of the approved version stand in the calendar"),
        Edge(_S.SCHEDULED, _S.SCHEDULED, "schedule", "another outlet, or another time"),
        *(Edge(state, state, "schedule", "it goes to one more outlet") for state in _OUT),
        Edge(_S.SCHEDULED, _S.APPROVED, "unschedule", "the planned deliveries are cancelled; the approval stands"),
        Edge(_S.SCHEDULED, _S.RELEASED, "release", "the first receipt says that the public has it"),
        Edge(_S.SCHEDULED, _S.CORRECTED, "release_correction", "the corrected version is out"),
        *(Edge(state, state, "release", "one more outlet has it") for state in _OUT),
        *(
            Edge(state, _S.DRAFT, "correct", "a mistake was found after the release; the public reads why")
            for state in _OUT
        ),
        *(
            Edge(state, _S.WITHDRAWN, "withdraw", "it is given up or taken back, with the reason")
            for state in (_S.DRAFT, _S.RETURNED, _S.APPROVED, _S.SCHEDULED, *_OUT)
        ),
    ],
)
