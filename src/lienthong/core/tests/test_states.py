"""What the table does not hold is refused."""

import pytest

from lienthong.core.refusals import Refused
from lienthong.core.states import Edge, Workflow

TABLE = Workflow("test", [Edge("new", "open", "take", "somebody takes it"), Edge("open", "open", "note", "a word")])


def test_moves_along_an_edge():
    assert TABLE.move("new", "take") == "open"
    assert TABLE.move("open", "note") == "open"


@pytest.mark.parametrize(("source", "act"), [("open", "take"), ("new", "note"), ("gone", "take")])
def test_refuses_any_other_move(source, act):
    assert not TABLE.allows(source, act)
    with pytest.raises(Refused):
        TABLE.move(source, act)
