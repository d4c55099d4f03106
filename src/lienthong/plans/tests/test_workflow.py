"""The tables of states, edge by edge, and that nothing else moves."""

from itertools import product

import pytest

from lienthong.core.refusals import Refused
from lienthong.plans.models import Extension, Plan, Share
from lienthong.plans.permissions import RIGHT_FOR
from lienthong.plans.steps import STEPS
from lienthong.plans.workflow import EXTENSION, LEAD, OUT_OF_SCOPE, PLAN, SLUGS, SUPPORT, TABLES, table_of

_MOVES = {
    "lead": {
        ("assigned", "accept"): "accepted",
        ("assigned", "decline"): "declined",
        ("assigned", "ask_extension"): "assigned",
        ("assigned", "transfer"): "transferred",
        ("assigned", "set_deadline"): "assigned",
        ("assigned", "urge"): "assigned",
        ("declined", "assign_again"): "assigned",
        ("declined", "transfer"): "transferred",
        ("declined", "set_deadline"): "declined",
        **{
            (state, act): target
            for state in ("accepted", "returned")
            for act, target in {
                "assign_handler": state,
                "report": state,
                "record": state,
                "submit": "submitted",
                "ask_extension": state,
                "transfer": "transferred",
                "set_deadline": state,
                "urge": state,
            }.items()
        },
        ("submitted", "confirm"): "done",
        ("submitted", "send_back"): "returned",
        ("done", "send_back"): "returned",
    },
    "support": {
        ("assigned", "note"): "noted",
        ("assigned", "transfer"): "transferred",
        ("assigned", "set_deadline"): "assigned",
        ("noted", "report"): "noted",
        ("noted", "record"): "noted",
        ("noted", "submit"): "submitted",
        ("noted", "transfer"): "transferred",
        ("noted", "set_deadline"): "noted",
        ("returned", "report"): "returned",
        ("returned", "record"): "returned",
        ("returned", "submit"): "submitted",
        ("submitted", "confirm"): "done",
        ("submitted", "send_back"): "returned",
        ("done", "send_back"): "returned",
    },
    "outside": {("assigned", "note"): "noted"},
}


@pytest.mark.parametrize("name, table", [("lead", LEAD), ("support", SUPPORT), ("outside", OUT_OF_SCOPE)])
def test_every_pair_of_state_and_act(name: str, table: object) -> None:
    for state, act in product(Share.State.values, RIGHT_FOR):
        expected = _MOVES[name].get((state, act))
        if expected is None:
            with pytest.raises(Refused):
                table.move(state, act)
        else:
            assert table.move(state, act) == expected


def test_extensions_and_plans_move_once() -> None:
    assert EXTENSION.move(Extension.State.ASKED, "grant") == "granted"
    assert EXTENSION.move(Extension.State.ASKED, "refuse") == "refused"
    for decided in (Extension.State.GRANTED, Extension.State.REFUSED):
        assert not EXTENSION.allows(decided, "grant")
    assert PLAN.move(Plan.State.ACTIVE, "close") == "closed"
    assert PLAN.move(Plan.State.CLOSED, "reopen") == "active"
    assert not PLAN.allows(Plan.State.CLOSED, "close")


def test_every_edge_says_why_and_every_act_has_its_right_and_word() -> None:
    for table in TABLES:
        assert all(len(edge.reason) > 15 for edge in table.edges)
    acts = {edge.act for table in (LEAD, SUPPORT, OUT_OF_SCOPE) for edge in table.edges}
    assert acts == set(RIGHT_FOR) == set(SLUGS)
    assert acts == {step.act for step in STEPS}


def test_the_table_follows_part_and_scope() -> None:
    from lienthong.plans.models import Assignment

    inside, outside = Assignment(), Assignment(out_of_scope=True)
    assert table_of(Share(assignment=inside, part="lead")) is LEAD
    assert table_of(Share(assignment=inside, part="support")) is SUPPORT
    assert table_of(Share(assignment=outside, part="lead")) is OUT_OF_SCOPE
