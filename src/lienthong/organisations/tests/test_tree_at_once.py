"""Two people change the tree at the same moment, or one of them has an old page open: nothing is lost, no circle."""

from functools import partial

import pytest

from lienthong.core.refusals import Refused
from lienthong.core.tests.together import together
from lienthong.organisations.actions.change_body import change_body
from lienthong.organisations.actions.close_body import close_body
from lienthong.organisations.actions.end_position import end_position
from lienthong.organisations.models import Body, today
from lienthong.organisations.tests.factories import BodyFactory, cast


@pytest.mark.usefixtures("shared_database")
def test_two_units_put_below_each_other_make_no_circle():
    commune = cast()
    pairs = [[BodyFactory(name=f"Đội {n}{each}", parent=commune.office) for each in "ab"] for n in range(4)]
    moves = [
        partial(change_body, commune.administrator, body, parent=parent)
        for one, other in pairs
        for body, parent in ((one, other), (other, one))
    ]
    raised = together(moves)
    assert len(raised) == len(pairs)
    assert {type(error) for error in raised} == {Refused}
    for body in Body.objects.all():
        assert body.path == f"{body.parent.path if body.parent else '/'}{body.pk}/"


@pytest.mark.django_db
def test_a_body_is_closed_with_the_name_it_has_by_then():
    commune = cast()
    end_position(commune.administrator, commune.other_head.position, day=today())
    stale = Body.objects.get(pk=commune.economy.pk)
    change_body(commune.administrator, commune.economy, name="Phòng Kinh tế - Hạ tầng")
    close_body(commune.administrator, stale, day=today())
    commune.economy.refresh_from_db()
    assert (commune.economy.name, commune.economy.valid_to) == ("Phòng Kinh tế - Hạ tầng", today())
