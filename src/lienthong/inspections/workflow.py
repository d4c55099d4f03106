"""The states of an inspection and of a question, and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.inspections.models import Inspection, Question

_S = Inspection.State
_Q = Question.State

INSPECTION = Workflow(
    "inspections.inspection",
    [
        Edge(_S.PLANNED, _S.PLANNED, "prepare", "team, units, days and what is checked are chosen"),
        Edge(_S.PLANNED, _S.ANNOUNCED, "announce", "team and units are told of their days"),
        Edge(_S.PLANNED, _S.CANCELLED, "cancel", "it is given up before anybody was told; the reason stays"),
        Edge(_S.ANNOUNCED, _S.ANNOUNCED, "prepare", "days may still move, units are told; lines are still added"),
        Edge(
            _S.ANNOUNCED, _S.UNDER_WAY, "start", "the first unit is visited; what evidence says is kept as of that day"
        ),
        Edge(_S.ANNOUNCED, _S.PUT_OFF, "put_off", "it waits for other days; the reason is told"),
        Edge(_S.ANNOUNCED, _S.CANCELLED, "cancel", "it is given up; the reason is told"),
        Edge(_S.PUT_OFF, _S.PUT_OFF, "prepare", "new days are chosen"),
        Edge(_S.PUT_OFF, _S.ANNOUNCED, "announce", "units are told of their new days"),
        Edge(_S.PUT_OFF, _S.CANCELLED, "cancel", "it is given up after all; the reason is told"),
        Edge(_S.UNDER_WAY, _S.UNDER_WAY, "find", "each line gets its answer; a line found necessary is added"),
        Edge(_S.UNDER_WAY, _S.UNDER_WAY, "send", "a unit is shown what was found and may answer"),
        Edge(_S.UNDER_WAY, _S.UNDER_WAY, "explain", "the unit says what it thinks of a finding"),
        Edge(_S.UNDER_WAY, _S.CONCLUDED, "conclude", "units were heard; findings change no more"),
        Edge(
            _S.CONCLUDED, _S.CONCLUDED, "follow", "what is to be mended becomes assignments; the conclusion is drafted"
        ),
        Edge(_S.CONCLUDED, _S.CLOSED, "close", "the conclusion was issued and all is mended, or a reason says why not"),
    ],
)

QUESTION = Workflow(
    "inspections.question",
    [Edge(_Q.ASKED, _Q.ANSWERED, "answer", "the unit or the office answers once; the supervisor may ask again")],
)
