"""How fast the staff screens answer with many people and occurrences, on both databases.

Baseline of each row: a signed-in page with the same middleware and base template and no query of its own, on the same
server in the same run. ``LIENTHONG_BENCH_SCALES`` ("1,10") multiplies 3,000 people and 200,000 occurrences.
"""

from __future__ import annotations

import http.client
import os
import threading
import time
from collections.abc import Iterable, Iterator

from benchmarks import SMOKE, Row
from benchmarks.site.running import databases, seeded, served

_CLIENTS, _SECONDS = (2, 0.2) if SMOKE else (16, 6.0)
_SCALES = [0.01] if SMOKE else [float(scale) for scale in os.environ.get("LIENTHONG_BENCH_SCALES", "1,10").split(",")]


def measure() -> Iterable[Row]:
    for scale in _SCALES:
        for name, environment in databases():
            yield from _measure(name, scale, environment)


def _measure(database: str, scale: float, environment: dict[str, str]) -> Iterator[Row]:
    made = seeded("seed", environment, str(scale))
    with served(environment) as port:
        base_rate, base_p95 = _load(port, "/bench/empty/", made["session"])
        where = f"workspace, {database}, {scale:g}x"
        yield Row(f"{where}, empty page p95", base_p95, "ms")
        for name, path in made["pages"].items():
            rate, p95 = _load(port, path, made["session"])
            yield Row(f"{where}, {name}", rate, "requests/s", base_rate)
            yield Row(f"{where}, {name} p95", p95, "ms", base_p95)


def _load(port: int, path: str, session: str) -> tuple[float, float]:
    """Requests a second and the 95th percentile in milliseconds, of _CLIENTS clients on kept connections."""
    times: list[float] = []
    problems: list[str] = []
    stop = [0.0]

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {"Cookie": f"sessionid={session}", "Connection": "keep-alive"}
        while time.perf_counter() < stop[0]:
            began = time.perf_counter()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                problems.append(f"{path}: {answer.status}")
                return
            times.append(time.perf_counter() - began)
        connection.close()

    for seconds, keep in ((min(1, _SECONDS), False), (_SECONDS, True)):
        times.clear()
        stop[0] = time.perf_counter() + seconds
        threads = [threading.Thread(target=client) for _ in range(_CLIENTS)]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took = time.perf_counter() - began
        if problems:
            raise RuntimeError(problems[0])
        if keep:
            ordered = sorted(times)
            return len(times) / took, ordered[int(len(ordered) * 0.95)] * 1000
    raise AssertionError
