"""Many clerks register at the same moment: every number once, none left out, on both databases."""

from datetime import date
from functools import partial

import pytest

from lienthong.core.refusals import Refused
from lienthong.core.tests.together import together
from lienthong.organisations.tests.factories import cast
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.models import OfficialDocument
from lienthong.registry.tests.factories import document

CLERKS, EACH = 4, 5


@pytest.mark.usefixtures("shared_database")
def test_concurrent_registrations_leave_no_gap_and_no_number_twice():
    people = cast()
    state = OfficialDocument.State.TO_REGISTER
    waiting = [document(people.office, state=state, number="") for _ in range(CLERKS * EACH)]

    def work(mine):
        for number, made in enumerate(mine):
            register = partial(register_incoming, people.clerk, made, arrived_on=date(2025, 8, 6))
            if number == 2:
                with pytest.raises(Refused):
                    register(values={"subject": ""})
            else:
                register(values={})

    assert together(partial(work, waiting[n::CLERKS]) for n in range(CLERKS)) == []
    given = sorted(OfficialDocument.objects.exclude(register_number=None).values_list("register_number", flat=True))
    assert given == list(range(1, CLERKS * (EACH - 1) + 1))
