"""Two people change the programme of a station at the same moment: the year is still kept, the devices told once."""

from datetime import time
from functools import partial

import pytest

from lienthong.channels.contrib.loudspeaker.models import AreaSchedule, PlannedAiring, ProgrammeSlot
from lienthong.channels.contrib.loudspeaker.scheduling import renew
from lienthong.channels.contrib.loudspeaker.tests.factories import make_device, make_slot, make_station
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
