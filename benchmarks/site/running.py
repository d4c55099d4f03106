"""Seeding and serving the benchmarks' site, each in a process of its own."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import SMOKE

ROOT = Path(__file__).resolve().parents[2]


def seeded(module: str, environment: Mapping[str, str], *arguments: str) -> dict[str, Any]:
    """What the module of that name beside this one says that it made; it prints it as JSON in its last line.

    A SQLite database that is not there yet begins as a copy of one whose migrations were applied.
    """
    file = Path(environment["LIENTHONG_DATA"], "lienthong.sqlite3")
    if not environment["LIENTHONG_DATABASE"] and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(_templates("")[0], file)
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.site.{module}", *arguments],
        cwd=ROOT, env=_settings(environment), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    made: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return made


@cache
def _templates(address: str) -> list[str]:
    """The file to copy, and with an address the name of the database there to make others from."""
    done = subprocess.run(
        [sys.executable, "-m", "lienthong.core.tests.databases"], cwd=ROOT,
        env={**os.environ, "LIENTHONG_DATABASE": address, "DJANGO_SETTINGS_MODULE": "lienthong.settings.test"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


def _settings(environment: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "benchmarks.site.settings"}


def databases() -> Iterator[tuple[str, dict[str, str]]]:
    """An empty SQLite, then an empty PostgreSQL where a server answers: its name, and the environment that uses it.

    To see that everything runs, PostgreSQL alone does where it answers.
    """
    found = subprocess.run([ROOT / "script" / "postgresql"], capture_output=True, text=True, check=False)
    address = "" if found.returncode else found.stdout.strip()
    if not (SMOKE and address):
        with tempfile.TemporaryDirectory(prefix="lienthong-bench-") as folder:
            yield "sqlite", {"LIENTHONG_DATA": folder, "LIENTHONG_DATABASE": ""}
    if not address:
        print("no PostgreSQL answers, measured on SQLite only", file=sys.stderr)
        return
    import psycopg

    with tempfile.TemporaryDirectory(prefix="lienthong-bench-") as folder:
        name = f"lienthong_bench_{os.getpid()}"
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{_templates(address)[1]}"')
            try:
                used = address.rsplit("/", 1)[0] + f"/{name}"
                yield "postgresql", {"LIENTHONG_DATA": folder, "LIENTHONG_DATABASE": used}
            finally:
                server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def served(
    environment: Mapping[str, str], application: str = "django.core.wsgi:get_wsgi_application()"
) -> Iterator[int]:
    """The port of the site (or of another WSGI application) on this machine, while the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    workers = 1 if SMOKE else 2  # each takes seconds to start
    command = [sys.executable, "-m", "gunicorn", f"--workers={workers}", "--threads=4", "--graceful-timeout=3"]
    server = subprocess.Popen(
        [*command, f"--bind=127.0.0.1:{port}", "--log-level=error", application], cwd=ROOT, env=_settings(environment)
    )
    try:
        for _try in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)
