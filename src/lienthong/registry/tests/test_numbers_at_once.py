"""Many clerks register at the same moment: every number once, none left out, on both databases."""

import threading
from datetime import date

import pytest
from django.db import connections

from lienthong.organisations.tests.factories import cast
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.models import OfficialDocument
from lienthong.registry.tests.factories import document
from lienthong.registry.tests.test_secrecy import database_in, empty_file  # noqa: F401

CLERKS, EACH = 4, 5


@pytest.fixture
def shared_database(transactional_db, empty_file, tmp_path):  # noqa: F811
    """A database that several connections see: in memory every thread would share one."""
    if empty_file is None:
        yield
        return
    import shutil

    file = tmp_path / "database.sqlite3"
    shutil.copy(empty_file, file)
    with database_in(file):
        yield


@pytest.mark.usefixtures("shared_database")
def test_concurrent_registrations_leave_no_gap_and_no_number_twice():
    people = cast()
    state = OfficialDocument.State.TO_REGISTER
    waiting = [document(people.office, state=state, number="") for _ in range(CLERKS * EACH)]
    start, failures = threading.Barrier(CLERKS), []

    def work(mine):
        try:
            start.wait(timeout=20)
            for number, made in enumerate(mine):
                refused = number == 2
                try:
                    register_incoming(
                        people.clerk, made, arrived_on=date(2025, 8, 6), values={"subject": ""} if refused else {}
                    )
                except Exception:
                    if not refused:
                        raise
        except Exception as error:
            failures.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=work, args=(waiting[n::CLERKS],)) for n in range(CLERKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert failures == []
    given = sorted(OfficialDocument.objects.exclude(register_number=None).values_list("register_number", flat=True))
    assert given == list(range(1, CLERKS * (EACH - 1) + 1))
