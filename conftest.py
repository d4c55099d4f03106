"""For all tests of the application: no test reaches beyond this machine."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """The test database begins as a copy of one whose migrations were applied once."""
    from django.db import connection

    from lienthong.core.tests.databases import migrated

    with migrated(connection):
        yield


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database that several connections see, for those who act at once (``lienthong.core.tests.together``)."""
    from django.db import connection

    from lienthong.core.tests.databases import in_file

    with in_file(connection, tmp_path):
        yield


@pytest.fixture(autouse=True)
def _no_shared_cache(request: pytest.FixtureRequest) -> None:
    """Rate limits and other counts of one test do not reach the next; only where the database is there anyway."""
    if "db" in request.fixturenames or "transactional_db" in request.fixturenames:
        from django.core.cache import cache

        request.getfixturevalue("transactional_db" if "transactional_db" in request.fixturenames else "db")
        cache.clear()


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What the process knows of the portal and the doors of one test's office says nothing of the next one's."""
    from lienthong.gate import service as gate
    from lienthong.portal import service as portal

    gate.forget()
    portal.forget()


@pytest.fixture(autouse=True)
def _vietnamese() -> None:
    """Each test begins in the first language, whatever the one before it chose."""
    translation.activate("vi")


def pytest_report_header() -> list[str]:
    database = os.environ.get("LIENTHONG_DATABASE", "") or "sqlite"
    return [f"database: {database.split('@')[-1].split(':')[0] if '://' not in database else database.split('://')[0]}"]
