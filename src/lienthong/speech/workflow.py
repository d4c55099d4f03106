"""The states of a recording and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.speech.models import Recording

_S = Recording.State

RECORDING = Workflow(
    "speech.recording",
    [
        Edge(_S.MAKING, _S.READY, "make", "the sound is there and somebody else can listen to it"),
        Edge(_S.READY, _S.APPROVED, "approve", "a named person other than the last editor heard exactly this sound"),
        Edge(_S.READY, _S.RETURNED, "return", "something is wrong; the reason says what, and it is recorded anew"),
        Edge(_S.APPROVED, _S.WITHDRAWN, "withdraw", "a mistake was found after approval; it is played no more"),
    ],
)
