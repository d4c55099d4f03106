"""The states of a share and every move between them, each with its reason.

Three tables: the lead's, the supporting body's, and that of work outside the tool, which is only taken note of.
"""

from lienthong.core.states import Edge, Workflow
from lienthong.plans.models import Extension, Plan, Share

_S = Share.State
_AT_WORK = (_S.ACCEPTED, _S.RETURNED)
_HELD = (_S.ASSIGNED, *_AT_WORK, _S.DECLINED)

_PROVING = [
    Edge(_S.SUBMITTED, _S.DONE, "confirm", "whoever assigned it has seen the evidence and takes the work as done"),
    Edge(_S.SUBMITTED, _S.RETURNED, "send_back", "the evidence does not prove it; the body reads why"),
    Edge(_S.DONE, _S.RETURNED, "send_back", "the confirmation turned out to be wrong; the reason stays in the history"),
]

LEAD = Workflow(
    "plans.share.lead",
    [
        Edge(_S.ASSIGNED, _S.ACCEPTED, "accept", "the lead body takes the work on"),
        Edge(_S.ASSIGNED, _S.DECLINED, "decline", "the work is not the body's, or cannot be done as asked"),
        Edge(_S.DECLINED, _S.ASSIGNED, "assign_again", "whoever assigned it does not follow the body's reason"),
        *(Edge(state, state, "assign_handler", "the head names who in the body does it") for state in _AT_WORK),
        *(Edge(state, state, "report", "how far it is, in the body's own words") for state in _AT_WORK),
        *(Edge(state, state, "record", "a piece of work was done, with what proves it") for state in _AT_WORK),
        *(Edge(state, _S.SUBMITTED, "submit", "the body says it is done and shows the evidence") for state in _AT_WORK),
        *_PROVING,
        *(
            Edge(state, state, "ask_extension", "more time is asked for before or soon after the deadline")
            for state in (_S.ASSIGNED, *_AT_WORK)
        ),
        *(Edge(state, _S.TRANSFERRED, "transfer", "another body takes over; this one keeps a copy") for state in _HELD),
        *(
            Edge(state, state, "set_deadline", "whoever assigned it sets another deadline, with a reason")
            for state in _HELD
        ),
        *(Edge(state, state, "urge", "a leader or coordinator reminds the body") for state in (_S.ASSIGNED, *_AT_WORK)),
    ],
)

SUPPORT = Workflow(
    "plans.share.support",
    [
        Edge(_S.ASSIGNED, _S.NOTED, "note", "a supporting body only takes note (ND30 Điều 23.2: the lead answers)"),
        Edge(_S.NOTED, _S.NOTED, "report", "what the body contributed, in its own words"),
        Edge(_S.NOTED, _S.NOTED, "record", "a piece of work was done, with what proves it"),
        Edge(_S.NOTED, _S.SUBMITTED, "submit", "the body shows its own result"),
        Edge(_S.RETURNED, _S.SUBMITTED, "submit", "the body shows its own result again"),
        Edge(_S.RETURNED, _S.RETURNED, "record", "a piece of work was done, with what proves it"),
        Edge(_S.RETURNED, _S.RETURNED, "report", "what the body contributed, in its own words"),
        *_PROVING,
        *(
            Edge(state, state, "set_deadline", "whoever assigned it sets another deadline, with a reason")
            for state in (_S.ASSIGNED, _S.NOTED)
        ),
        *(
            Edge(state, _S.TRANSFERRED, "transfer", "another body supports instead")
            for state in (_S.ASSIGNED, _S.NOTED)
        ),
    ],
)

OUT_OF_SCOPE = Workflow(
    "plans.share.out_of_scope",
    [Edge(_S.ASSIGNED, _S.NOTED, "note", "the body knows of it; nothing more is followed here")],
)

EXTENSION = Workflow(
    "plans.extension",
    [
        Edge(Extension.State.ASKED, Extension.State.GRANTED, "grant", "the new deadline holds"),
        Edge(Extension.State.ASKED, Extension.State.REFUSED, "refuse", "the old deadline holds; the reason is kept"),
    ],
)

PLAN = Workflow(
    "plans.plan",
    [
        Edge(
            Plan.State.ACTIVE, Plan.State.CLOSED, "close", "the plan has ended: nothing more is asked for or reminded"
        ),
        Edge(Plan.State.CLOSED, Plan.State.ACTIVE, "reopen", "work on it goes on after all"),
    ],
)

#: The word of each act in addresses.
SLUGS = {
    "accept": "tiep-nhan",
    "decline": "de-nghi-tra-lai",
    "note": "da-biet",
    "assign_handler": "giao-nguoi",
    "ask_extension": "xin-gia-han",
    "report": "bao-tien-do",
    "record": "gui-minh-chung",
    "submit": "trinh-ket-qua",
    "confirm": "xac-nhan",
    "send_back": "tra-ket-qua",
    "assign_again": "giao-lai",
    "transfer": "chuyen-don-vi",
    "urge": "don-doc",
    "set_deadline": "doi-han",
}

TABLES = (LEAD, SUPPORT, OUT_OF_SCOPE, EXTENSION, PLAN)


def table_of(share: Share) -> Workflow:
    """The table that holds for ``share``."""
    if share.assignment.out_of_scope:
        return OUT_OF_SCOPE
    return LEAD if share.part == Share.Part.LEAD else SUPPORT
