"""Two outlets give their receipt at the same moment, and two products at once: one note each, numbers without a gap."""

import shutil
import threading

import pytest
from django.db import connection, connections

from lienthong.core.tests.databases import template_file
from lienthong.corrections.actions.note_product import note_product
from lienthong.corrections.models import Correction
from lienthong.newsroom.service import Version
from lienthong.newsroom.tests.factories import NOTE, make_approved
from lienthong.organisations.tests.factories import cast

PRODUCTS, EACH = 3, 2


@pytest.fixture
def shared_database(transactional_db, tmp_path):
    """A database that several connections see: in memory every thread would share one."""
    if connection.vendor != "sqlite":
        yield
        return
    file = shutil.copy(template_file(), tmp_path / "database.sqlite3")
    kept, name = connection.connection, connection.settings_dict["NAME"]
    connection.connection, connection.settings_dict["NAME"] = None, str(file)
    yield
    connection.connection.close()
    connection.connection, connection.settings_dict["NAME"] = kept, name


@pytest.mark.usefixtures("shared_database")
def test_receipts_at_the_same_moment_make_one_note_for_each_version():
    people = cast()
    versions = [make_approved(people).approved for _ in range(PRODUCTS)]
    Version.objects.update(correction=NOTE)
    versions = list(Version.objects.filter(pk__in=[version.pk for version in versions]))
    start, failures = threading.Barrier(PRODUCTS * EACH), []

    def work(version):
        try:
            start.wait(timeout=20)
            note_product(version, approved_by=people.leader.position)
        except Exception as error:
            failures.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=work, args=(version,)) for version in versions for _ in range(EACH)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert failures == []
    notes = Correction.objects.order_by("number")
    assert [note.number for note in notes] == [1, 2, 3]
    assert {note.version for note in notes} == set(versions)
