"""How many deliveries a minute one worker makes on the demonstration's channel, whose service is a process of its own.

Baseline of each row: the same rows claimed and finished by the same worker, without a channel.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks import SMOKE, Row
from benchmarks.site.running import databases, seeded

_COUNT = 20 if SMOKE else 600


def measure() -> Iterable[Row]:
    with tempfile.TemporaryDirectory(prefix="lienthong-bench-") as folder:
        ledger = Path(folder) / "ledger.jsonl"
        command = [sys.executable, "-m", "lienthong.channels.contrib.demo.twin", str(ledger)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as twin:
            assert twin.stdout is not None
            port = twin.stdout.readline().strip()
            for name, environment in databases():
                before = _items(ledger)
                made = seeded("deliver", environment, port, str(_COUNT))
                assert _items(ledger) - before == _COUNT, "the service did not get every delivery once"
                yield Row(f"deliveries, {name}", made["deliveries"], "a minute", made["claims"])
            twin.kill()


def _items(ledger: Path) -> int:
    return len(ledger.read_text("utf-8").splitlines())
