"""Workers are killed (-9) at any moment while they send; what reached the twin is counted in the twin's own ledger.

``LIENTHONG_KILLS`` is the number of kills, 20 at least. With ``LIENTHONG_DATABASE`` naming a PostgreSQL server the same
is shown there, in a database made for it.
"""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from lienthong.jobs.tests.factories import House, end, own_database, wait_until_at_work

KILLS = max(int(os.environ.get("LIENTHONG_KILLS", "20")), 20)
WORKERS = 2
#: Deliveries on each of the three outlets for each kill: enough that no worker is without work.
A_KILL = 2
#: Seconds that the twin takes at most before and after it makes an item.
SLOW = 0.3

ORDER = """
from django.db import transaction
from lienthong.channels.core.tests.factories import make_message, make_outlet, order
from lienthong.organisations.tests.factories import cast
with transaction.atomic():
    people = cast()
    options = {{"port": {port}, "behaviour": "takes", "wait": 20}}
    codes = ("demo", "demo-look-up", "demo-ask")
    outlets = [make_outlet(people, code, name=code, options=options) for code in codes]
    for n in range({count}):
        for outlet in outlets:
            order(people, outlet, make_message(), subject=f"test.version:{{n}}")
"""
LEFT = """
from lienthong.channels.core.models import Delivery
print(Delivery.objects.filter(job_state__in=("waiting", "claimed")).count())
"""
RESULT = """
import json
from lienthong.channels.core.models import Delivery
from lienthong.core.keys import key_of
from lienthong.inbox.service import WorkItem
asked = set(WorkItem.objects.open().values_list("subject", flat=True))
print(json.dumps([
    [one.outlet.channel, one.reference, one.state, one.attempts, key_of(one) in asked]
    for one in Delivery.objects.select_related("outlet")
]))
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with own_database(tmp_path) as database:
        made = House(tmp_path, database, "lienthong.channels.contrib.demo.tests.kills.settings")
        assert made.start("migrate", "--run-syncdb", "--verbosity", "0").wait(timeout=180) == 0
        yield made


@pytest.fixture
def twin(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """Port and ledger of a service that makes an item for every call and knows nothing of our retries."""
    ledger = tmp_path / "ledger.jsonl"
    command = [sys.executable, "-m", "lienthong.channels.contrib.demo.twin", str(ledger), "--slow", str(SLOW)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline()), ledger
        process.kill()


def kill_workers(house: House) -> None:
    """Kill one worker after the other at random moments, most of them at work, some while they start."""
    dice = random.Random(20251126)
    running = [house.work() for _ in range(WORKERS)]
    try:
        for _kill in range(KILLS):
            victim = dice.randrange(WORKERS)
            if dice.random() < 0.9:
                wait_until_at_work(running[victim])
            time.sleep(dice.uniform(0.0, 1.0))
            running[victim].kill()
            running[victim].communicate(timeout=30)
            running[victim] = house.work()
        until = time.monotonic() + 120 + 2 * KILLS
        while house.ask(LEFT) != "0":
            assert time.monotonic() < until, "deliveries were left undone"
            time.sleep(1)
    finally:
        end(running)


@pytest.mark.kills
def test_killed_workers_send_everything_once_or_ask(house: House, twin: tuple[int, Path]) -> None:
    port, ledger = twin
    wanted = KILLS * A_KILL
    house.ask(ORDER.format(port=port, count=wanted))
    kill_workers(house)
    made = [json.loads(line) for line in ledger.read_text("utf-8").splitlines()]
    calls = Counter(line["reference"] for line in made)
    items = Counter(reference for _item, reference in {(line["item"], line["reference"]) for line in made})
    rows = json.loads(house.ask(RESULT))
    of = {code: [row for row in rows if row[0] == code] for code in ("demo", "demo-look-up", "demo-ask")}
    assert {code: len(found) for code, found in of.items()} == dict.fromkeys(of, wanted)

    for code in ("demo", "demo-look-up"):
        assert {(state, items[reference]) for _code, reference, state, _attempts, _asked in of[code]} == {
            ("delivered", 1)
        }
    assert max(calls[row[1]] for row in of["demo-look-up"]) == 1
    # Where nobody can look, at most one item was made; what is not known is listed, and somebody is asked.
    asking = {(state, calls[reference], asked) for _code, reference, state, _attempts, asked in of["demo-ask"]}
    assert asking <= {("delivered", 1, False), ("unknown", 0, True), ("unknown", 1, True)}
    assert any(state == "unknown" for state, _calls, _asked in asking), (
        "no kill hit an attempt that cannot be looked up"
    )
    assert any(row[3] > 1 for row in of["demo-look-up"]), "no kill hit an attempt that is looked up"
