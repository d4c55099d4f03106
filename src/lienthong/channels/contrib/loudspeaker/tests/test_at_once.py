"""Two people change the programme of a station at the same moment: the year is still kept, the devices told once."""

from datetime import time
from functools import partial

import pytest

from lienthong.channels.contrib.loudspeaker.actions.cancel_bulletin import cancel_bulletin
from lienthong.channels.contrib.loudspeaker.actions.end_slot import end_slot
from lienthong.channels.contrib.loudspeaker.models import AreaSchedule, PlannedAiring, ProgrammeSlot
from lienthong.channels.contrib.loudspeaker.scheduling import renew
from lienthong.channels.contrib.loudspeaker.tests.factories import (
    make_bulletin,
    make_column,
    make_device,
    make_slot,
    make_station,
)
from lienthong.core.refusals import Refused
from lienthong.core.tests.together import together
from lienthong.organisations.tests.factories import cast

pytestmark = pytest.mark.usefixtures("shared_database")


def test_of_slots_that_overlap_one_is_promised():
    people = cast()
    station = make_station(people)
    raised = together(partial(make_slot, people, station, name=f"Buổi {n}", begins=time(5, 30 + n)) for n in range(4))
    assert [type(error) for error in raised] == [Refused] * 3
    assert ProgrammeSlot.objects.count() == 1


def test_what_one_needs_another_does_not_end():
    """Each ends well or is refused: nobody waits for one who waits for him."""
    people = cast()
    station = make_station(people)
    for n in range(3):
        slot = make_slot(people, station, name=f"Buổi {n}", begins=time(6 + n, 30))
        both = [
            partial(make_column, people, station, slot, title=f"Mục {n}"),
            partial(end_slot, people.coordinator, slot),
        ]
        assert {type(error) for error in together(both)} <= {Refused}
        slot.refresh_from_db()
        assert not (slot.ended_at and slot.columns.all().current().exists())
    make_slot(people, station, begins=time(17, 0))
    bulletin = make_bulletin(people, station)
    both = [
        partial(make_bulletin, people, station),
        partial(cancel_bulletin, people.unit_head, bulletin, reason="Thôi"),
    ]
    assert together(both) == []


def test_the_devices_are_told_once():
    people = cast()
    station = make_station(people)
    make_slot(people, station)
    make_device(people, station)
    PlannedAiring.objects.all().delete()
    before = AreaSchedule.objects.get().version
    assert together(partial(renew, station) for _ in range(4)) == []
    assert PlannedAiring.objects.exists()
    assert AreaSchedule.objects.get().version - before <= 1
