"""Two people change the tree at the same moment, or one of them has an old page open: nothing is lost, no circle."""

from functools import partial

import pytest

from lienthong.core.refusals import Refused
from lienthong.core.tests.together import together
from lienthong.organisations.actions.add_body import add_body
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
    assert_in_place()


@pytest.mark.usefixtures("shared_database")
def test_units_that_move_below_units_of_each_other_make_no_circle():
    commune = cast()
    pairs = []
    for n in range(4):
        one, other = (BodyFactory(name=f"Phòng {n}{each}", parent=commune.office) for each in "ab")
        below = [BodyFactory(name=f"Tổ {each.name}", parent=each) for each in (one, other)]
        pairs += [(one, below[1]), (other, below[0])]
    raised = together(partial(change_body, commune.administrator, body, parent=parent) for body, parent in pairs)
    assert {type(error) for error in raised} == {Refused}
    assert_in_place()


@pytest.mark.usefixtures("shared_database")
def test_what_is_put_into_a_unit_that_moves_or_ends_goes_along_or_keeps_it():
    commune = cast()
    moving = [BodyFactory(name=f"Phòng {n}", parent=commune.office) for n in range(3)]
    ending = [BodyFactory(name=f"Ban {n}", parent=commune.office) for n in range(3)]
    add = partial(add_body, commune.administrator, name="Tổ mới", kind="unit", level="commune")
    works = [partial(change_body, commune.administrator, body, parent=commune.culture) for body in moving]
    works += [partial(close_body, commune.administrator, body, day=today()) for body in ending]
    works += [partial(add, parent=body) for body in (*moving, *ending)]
    assert {type(error) for error in together(works)} <= {Refused}
    assert_in_place()


def assert_in_place():
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
