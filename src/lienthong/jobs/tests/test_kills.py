"""A killed worker loses nothing and does nothing twice: real processes, a real database, SIGKILL at any moment.

``LIENTHONG_KILLS`` is the number of kills (8 unless told). With ``LIENTHONG_DATABASE`` naming a PostgreSQL server the
same is shown there, in a database made for it.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

KILLS = int(os.environ.get("LIENTHONG_KILLS", "8"))
WORKERS = 2
ERRANDS_A_KILL = 10


@contextmanager
def _database(folder: Path) -> Iterator[str]:
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

    def __init__(self, folder: Path, database: str) -> None:
        self._log = (folder / "workers.log").open("ab")
        self._environment = {
            **os.environ,
            "LIENTHONG_DATA": str(folder),
            "LIENTHONG_DATABASE": database,
            "DJANGO_SETTINGS_MODULE": "lienthong.jobs.tests.errands.settings",
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


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with _database(tmp_path) as database:
        made = House(tmp_path, database)
        assert made.start("migrate", "--run-syncdb", "--verbosity", "0").wait(timeout=180) == 0
        yield made


ORDER = """
from lienthong.jobs.tests.errands.work import order
for n in range({count}):
    order(woken=n % 3 != 0)
"""
COUNT = """
from lienthong.jobs.tests.errands.models import Errand
print(Errand.objects.exclude(job_state="done").count())
"""
RESULT = """
from django.db.models import Count
from lienthong.jobs.models import Firing
from lienthong.jobs.tests.errands.models import Effect, Errand, Round
once = Errand.objects.annotate(times=Count("effects")).filter(times=1).count()
rounds = Firing.objects.filter(name="errands.round", job_state="done").count()
taken_over = Errand.objects.filter(attempts__gt=1).count()
print(Errand.objects.count(), once, Effect.objects.count(), Round.objects.count() - rounds, rounds, taken_over)
"""


def wait_until_at_work(process: "subprocess.Popen[bytes]") -> None:
    """Until the worker has said so in its first line, which is read once."""
    assert process.stdout is not None
    if not getattr(process, "at_work", False):
        assert process.stdout.readline()
        process.at_work = True  # type: ignore[attr-defined]


@pytest.mark.kills
def test_killed_workers_lose_nothing_and_do_nothing_twice(house: House) -> None:
    dice = random.Random(20250901)
    wanted = KILLS * ERRANDS_A_KILL
    house.ask(ORDER.format(count=wanted))
    running = [house.work() for _ in range(WORKERS)]
    try:
        for _ in range(KILLS):
            victim = dice.randrange(WORKERS)
            # Its first line says that it is at work; now and then one is hit while it starts.
            if dice.random() < 0.8:
                wait_until_at_work(running[victim])
            time.sleep(dice.uniform(0.0, 1.5))
            running[victim].kill()
            running[victim].communicate(timeout=30)
            running[victim] = house.work()
        until = time.monotonic() + 120 + 2 * KILLS
        while house.ask(COUNT) != "0":
            assert time.monotonic() < until, "errands were left undone"
            time.sleep(1)
    finally:
        for process in running:
            wait_until_at_work(process)
            process.terminate()
        ends = [process.communicate(timeout=60)[0].decode() for process in running]
    ordered, once, effects, lost_or_double, rounds, taken_over = map(int, house.ask(RESULT).split())
    assert (ordered, once, effects) == (wanted, wanted, wanted)
    assert lost_or_double == 0
    assert taken_over > 0, "no kill hit a worker at work"
    assert rounds > 0
    assert all(end.startswith("Đã dừng.") for end in ends)
