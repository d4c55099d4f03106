"""Databases with every migration applied: made once for a state of the migrations, and copied for each run of tests.

Applying some two hundred migrations takes a minute of a processor, copying what they made takes a moment. A template is
named by the content of every migration, so a changed one is never served. ``python -m lienthong.core.tests.databases``
makes it before the tests begin and prints where it is: the file, and on PostgreSQL the name.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.apps import apps

FOLDER = Path(__file__).parents[4] / "var" / "test-databases"
#: What the server holds for this checkout is remembered here, so that it is dropped when it is of no more use.
ON_SERVER = FOLDER / "on-server"

MAKE = """
from django.core.management import call_command
from django.db import connection
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
if connection.vendor == "sqlite":
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
"""


def template_file() -> Path:
    """The SQLite file that is to be copied."""
    with _locked("sqlite"):
        file = FOLDER / f"{_fingerprint()}.sqlite3"
        if not file.exists():
            for old in FOLDER.glob("*.sqlite3*"):
                old.unlink()
            building = file.with_suffix(".sqlite3-building")
            _make(f"sqlite:///{building}")
            building.rename(file)
        return file


def template_on(server: str) -> str:
    """The name of the database on the PostgreSQL ``server`` (an address) that new ones are made from."""
    name = f"lienthong_template_{_fingerprint()}"
    with _locked("postgresql"), psycopg.connect(_address(server, "postgres"), autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return name
        building = f"{name}_building"
        for old in {building, ON_SERVER.read_text("utf-8") if ON_SERVER.exists() else building}:
            connection.execute(f'DROP DATABASE IF EXISTS "{old}"')
        connection.execute(f'CREATE DATABASE "{building}"')
        _make(_address(server, building))
        connection.execute(f'ALTER DATABASE "{building}" RENAME TO "{name}"')
        ON_SERVER.write_text(name, "utf-8")
    return name


@contextmanager
def migrated(connection: Any) -> Iterator[None]:
    """Inside it the test database of ``connection``, which is made next, begins as a copy of the template."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = template_on(os.environ["LIENTHONG_DATABASE"])
        yield
        return
    # In memory it lasts as long as somebody is connected to it.
    name = connection.creation._get_test_db_name()
    held, source = sqlite3.connect(name, uri=True), sqlite3.connect(template_file())
    source.backup(held)
    source.close()
    try:
        yield
    finally:
        held.close()


@contextmanager
def in_file(connection: Any, folder: Path) -> Iterator[None]:
    """Inside it ``connection`` reads and writes an empty SQLite file in ``folder``, with the options of production: in
    memory all threads share one connection, and nothing is ever freed. On PostgreSQL it changes nothing.
    """
    if connection.vendor != "sqlite":
        yield
        return
    file = shutil.copy(template_file(), folder / "database.sqlite3")
    kept, name = connection.connection, connection.settings_dict["NAME"]
    connection.connection, connection.settings_dict["NAME"] = None, str(file)
    try:
        yield
    finally:
        connection.connection.close()
        connection.connection, connection.settings_dict["NAME"] = kept, name


def _make(address: str) -> None:
    line = [sys.executable, "-m", "lienthong.manage", "shell", "--no-imports", "-c", MAKE]
    environment = {**os.environ, "LIENTHONG_DATABASE": address, "DJANGO_SETTINGS_MODULE": "lienthong.settings.test"}
    subprocess.run(line, env=environment, check=True, timeout=600)


def _fingerprint() -> str:
    found = sha256()
    for app in sorted(apps.get_app_configs(), key=lambda one: one.label):
        for file in sorted((Path(app.path) / "migrations").glob("*.py")):
            found.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    return found.hexdigest()[:16]


def _address(server: str, name: str) -> str:
    return urlsplit(server)._replace(path=f"/{name}").geturl()


@contextmanager
def _locked(kind: str) -> Iterator[None]:
    """One process at a time makes a template of a ``kind``; the others wait for it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienthong.settings.test")
    django.setup()
    makers: list[Callable[[], object]] = [template_file]
    if os.environ.get("LIENTHONG_DATABASE", "").startswith("postgres"):
        makers.append(partial(template_on, os.environ["LIENTHONG_DATABASE"]))
    with ThreadPoolExecutor() as pool:
        for made in pool.map(lambda make: make(), makers):
            print(made)  # noqa: T201 - for whoever copies it
