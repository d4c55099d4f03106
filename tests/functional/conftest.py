"""Journeys in a real browser: a live server, a worker, one browser, and a window of its own for each person."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# Playwright keeps an event loop in the test's thread; what a test prepares in the database it prepares there too.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import pytest
from django.db import connections
from playwright.sync_api import Browser, sync_playwright

from lienthong.core.tests.databases import template_file, template_on
from lienthong.jobs.worker import tick
from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast, cast
from tests.functional.people import Person

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """On SQLite the server's threads and the test share a file; a database in memory is one connection's own.

    The browser is there first: under its event loop Django keeps other connections than before, and what is known of
    the test database must be known of those.
    """
    settings = connections["default"].settings_dict
    if settings["ENGINE"].endswith("sqlite3"):
        copied = shutil.copy(template_file(), tmp_path_factory.mktemp("database") / "browser.sqlite3")
        settings["TEST"]["NAME"] = str(copied)
    else:
        settings["TEST"]["TEMPLATE"] = template_on(os.environ["LIENTHONG_DATABASE"])


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The copied file is to be used as it is; it goes with the folder it lies in."""
    return connections["default"].vendor == "sqlite"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """No journey meets the files of another, also not of one that another process runs at the same time."""
    settings.MEDIA_ROOT, settings.LIENTHONG_PUBLIC = tmp_path / "files", tmp_path / "public"


@pytest.fixture
def people(live_server: Any, django_db_serialized_rollback: None) -> Cast:
    """Một xã với đủ các vai. What the migrations wrote, such as the reporting periods, is there for every journey."""
    return cast()


@pytest.fixture
def opens(browser: Browser, live_server: Any, tmp_path: Path) -> Iterator[Callable[..., Person]]:
    """Opens a window for an actor, at a desk or on a phone, signed in and on his first page."""
    contexts = []

    def open_window(actor: Actor, *, phone: bool = False, signed_in: bool = True, **more: Any) -> Person:
        context = browser.new_context(
            base_url=live_server.url,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            **(PHONE if phone else DESK),
            **more,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        person = Person(context.new_page(), actor, tmp_path, live_server.url)
        if signed_in:
            person.is_signed_in()
        return person

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def work_is_done(live_server: Any) -> Callable[[], None]:
    """One round of the worker, in a thread and on connections of its own, as the worker process has them."""

    def one_round() -> None:
        wrong: list[BaseException] = []

        def work() -> None:
            try:
                tick()
            except BaseException as error:
                wrong.append(error)
            finally:
                connections.close_all()

        worker = threading.Thread(target=work)
        worker.start()
        worker.join()
        if wrong:
            raise wrong[0]

    return one_round
