"""The states of a meeting and every move between them, each with its reason."""

from lienthong.committees.models import Meeting
from lienthong.core.states import Edge, Workflow

_S = Meeting.State

MEETING = Workflow(
    "committees.meeting",
    [
        Edge(_S.PLANNED, _S.PLANNED, "prepare", "papers come until the meeting begins"),
        Edge(_S.PLANNED, _S.CANCELLED, "put_off", "it does not take place; the reason stays"),
        Edge(_S.PLANNED, _S.HELD, "hold", "it took place; who came is recorded and the minutes are written"),
        Edge(_S.HELD, _S.HELD, "write", "attendance, discussion and conclusions change until the minutes are passed"),
        Edge(_S.HELD, _S.FINISHED, "pass", "the chair passes the minutes; they change no more"),
        Edge(_S.FINISHED, _S.FINISHED, "follow", "what was concluded becomes assignments and a notice"),
    ],
)
