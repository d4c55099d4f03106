"""A killed worker loses nothing and does nothing twice: real processes, a real database, SIGKILL at any moment.

``LIENTHONG_KILLS`` is the number of kills (8 unless told). With ``LIENTHONG_DATABASE`` naming a PostgreSQL server the
same is shown there, in a database made for it.
"""

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lienthong.jobs.tests.factories import House, end, own_database, wait_until_at_work

KILLS = int(os.environ.get("LIENTHONG_KILLS", "8"))
WORKERS = 2
ERRANDS_A_KILL = 10


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with own_database(tmp_path) as database:
        made = House(tmp_path, database, "lienthong.jobs.tests.errands.settings")
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
        ends = end(running)
    ordered, once, effects, lost_or_double, rounds, taken_over = map(int, house.ask(RESULT).split())
    assert (ordered, once, effects) == (wanted, wanted, wanted)
    assert lost_or_double == 0
    assert taken_over > 0, "no kill hit a worker at work"
    assert rounds > 0
    assert all(said.startswith("Đã dừng.") for said in ends)
