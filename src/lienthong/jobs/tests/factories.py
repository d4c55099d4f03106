"""Installations of the tests with a database of their own, on which real processes work and are killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg


@contextmanager
def own_database(folder: Path) -> Iterator[str]:
    """The address of a new database: SQLite in ``folder``, or one on the server that the environment names."""
    given = os.environ.get("LIENTHONG_DATABASE", "")
    if not given.startswith("postgres"):
        yield f"sqlite:///{folder / 'errands.sqlite3'}"
        return
    name = f"lienthong_kills_{os.getpid()}"
    server = urlsplit(given)._replace(path="/postgres").geturl()
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlsplit(given)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


class House:
    """One installation with its own database, and the processes that run on it."""

    def __init__(self, folder: Path, database: str, settings: str) -> None:
        self.folder = folder
        self._log = (folder / "workers.log").open("ab")
        self._environment = {
            **os.environ,
            "LIENTHONG_DATA": str(folder),
            "LIENTHONG_DATABASE": database,
            "DJANGO_SETTINGS_MODULE": settings,
        }

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        line = [sys.executable, "-m", "lienthong.manage", *command]
        return subprocess.Popen(line, env=self._environment, stdout=subprocess.PIPE, stderr=self._log)

    def ask(self, code: str) -> str:
        """What ``code`` prints in a process of its own."""
        line = [sys.executable, "-m", "lienthong.manage", "shell", "--no-imports", "-c", code]
        done = subprocess.run(line, env=self._environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def work(self) -> "subprocess.Popen[bytes]":
        return self.start("work", "--round", "0.5")


def wait_until_at_work(process: "subprocess.Popen[bytes]") -> None:
    """Until the worker has said so in its first line, which is read once."""
    assert process.stdout is not None
    if not getattr(process, "at_work", False):
        assert process.stdout.readline()
        process.at_work = True  # type: ignore[attr-defined]


def end(processes: "list[subprocess.Popen[bytes]]") -> list[str]:
    """Let each worker end its present call and stop; what they said last."""
    for process in processes:
        wait_until_at_work(process)
        process.terminate()
    return [process.communicate(timeout=60)[0].decode() for process in processes]
