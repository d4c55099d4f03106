"""The states of a class and of a nominee, and every move between them, each with its reason."""

from lienthong.core.states import Edge, Workflow
from lienthong.training.models import Nominee, TrainingClass

_S, _N = TrainingClass.State, Nominee.State

CLASS = Workflow(
    "training.class",
    [
        Edge(_S.PREPARING, _S.PREPARING, "write", "nobody is asked yet"),
        Edge(_S.NOMINATING, _S.NOMINATING, "write", "a change is told to the units that were asked"),
        Edge(_S.LISTED, _S.LISTED, "write", "place or time changed; who is on the list is told"),
        Edge(_S.PREPARING, _S.NOMINATING, "open", "units are asked for people until a day"),
        Edge(_S.NOMINATING, _S.NOMINATING, "nominate", "a unit names its people, or says why it names nobody"),
        Edge(_S.LISTED, _S.LISTED, "nominate", "a unit names somebody in the place of who cannot come"),
        Edge(_S.NOMINATING, _S.NOMINATING, "strike", "who decides leaves somebody out and says why"),
        Edge(_S.LISTED, _S.LISTED, "strike", "who decides takes somebody off and says why"),
        Edge(_S.NOMINATING, _S.LISTED, "list", "leader or coordinator approves the list"),
        Edge(_S.LISTED, _S.LISTED, "list", "somebody named later comes onto the list"),
        Edge(_S.LISTED, _S.LISTED, "tick", "a session took place"),
        Edge(_S.TAUGHT, _S.TAUGHT, "tick", "a tick was wrong; the log keeps both"),
        Edge(
            _S.CLOSED, _S.CLOSED, "tick", "somebody asked that his own record be put right; what a plan was told stays"
        ),
        Edge(_S.LISTED, _S.TAUGHT, "finish", "every session is over and its sheet filled in; results follow the rule"),
        Edge(_S.TAUGHT, _S.TAUGHT, "judge", "a result is entered by hand with its reason, or a certificate's number"),
        Edge(_S.CLOSED, _S.CLOSED, "judge", "certificates come later, and a record is put right"),
        Edge(_S.TAUGHT, _S.CLOSED, "close", "minutes, photos and the count prove that it was held"),
        Edge(_S.PREPARING, _S.CANCELLED, "cancel", "it will not be held"),
        Edge(_S.NOMINATING, _S.CANCELLED, "cancel", "it will not be held, and who was asked is told"),
        Edge(_S.LISTED, _S.CANCELLED, "cancel", "it will not be held, and who is on the list is told"),
    ],
)

NOMINEE = Workflow(
    "training.nominee",
    [
        Edge(_N.NOMINATED, _N.LISTED, "list", "the list is approved with him on it"),
        Edge(_N.NOMINATED, _N.STRUCK, "strike", "left out, with a reason that the unit reads"),
        Edge(_N.LISTED, _N.STRUCK, "strike", "taken off, with a reason that the unit reads"),
        Edge(_N.NOMINATED, _N.DECLINED, "decline", "he cannot come and says why; the unit may name another"),
        Edge(_N.LISTED, _N.DECLINED, "decline", "he cannot come after all; the unit may name another"),
        Edge(_N.NOMINATED, _N.WITHDRAWN, "withdraw", "the unit thought better of it"),
        Edge(_N.LISTED, _N.WITHDRAWN, "withdraw", "the unit cannot spare him; it may name another"),
    ],
)
