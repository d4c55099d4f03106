"""How a lesson stands a whole commune answering at once: 500 submissions spread over 10 s, on both databases.

Each opens the page of questions and sends its answers, as a browser without scripts does. Counted: what the database
holds afterwards; measured: the 95th percentile of sending, and of opening.
"""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

from benchmarks import SMOKE, Row
from benchmarks.site.running import databases, seeded, served

_SUBMISSIONS, _SECONDS = (5, 0.5) if SMOKE else (500, 10.0)
_CLIENTS = 64
#: Pages opened before the clock runs: a worker that was just started is not what is measured.
_WARM = 2 if SMOKE else 12
_TOKEN = re.compile(r'name="(csrfmiddlewaretoken|token)" value="([^"]+)"')


def measure() -> Iterable[Row]:
    for name, environment in databases():
        yield from _measure(name, environment)


def _measure(database: str, environment: dict[str, str]) -> Iterator[Row]:
    made = seeded("seed_quiz", environment)
    with served(environment) as port:
        for _each in range(_WARM):
            _timed(http.client.HTTPConnection("localhost", port, timeout=120), "GET", made["path"])
        began = time.perf_counter() + 1.0

        def one(number: int) -> tuple[float, float]:
            time.sleep(max(0.0, began + number * _SECONDS / _SUBMISSIONS - time.perf_counter()))
            return _learner(port, made["path"], made["questions"])

        with ThreadPoolExecutor(_CLIENTS) as pool:
            times = list(pool.map(one, range(_SUBMISSIONS)))
    stored = seeded("seed_quiz", environment, "count")["stored"]
    yield Row(f"quiz, {database}, stored of {_SUBMISSIONS}", stored, "answers", _SUBMISSIONS)
    yield Row(f"quiz, {database}, send p95", _p95([sent for _opened, sent in times]), "ms", 1000)
    yield Row(f"quiz, {database}, open p95", _p95([opened for opened, _sent in times]), "ms", 1000)


def _learner(port: int, path: str, questions: int) -> tuple[float, float]:
    """Milliseconds to open the page and to send the answers; an answer other than 200 is an error of the run."""
    connection = http.client.HTTPConnection("localhost", port, timeout=60)
    try:
        opened, (page, cookies) = _timed(connection, "GET", path)
        fields = dict(_TOKEN.findall(page)) | {f"cau-{n}": "0" for n in range(questions)}
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        sent, _answer = _timed(connection, "POST", path, urlencode(fields), headers)
    finally:
        connection.close()
    return opened, sent


def _timed(
    connection: http.client.HTTPConnection, method: str, path: str, body: str | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[float, tuple[str, str]]:  # fmt: skip
    began = time.perf_counter()
    connection.request(method, path, body, {"Host": "localhost", **(headers or {})})
    answer = connection.getresponse()
    page = answer.read().decode()
    if answer.status != 200:
        raise RuntimeError(f"{method} {path}: {answer.status}")
    cookies = "; ".join(value.split(";")[0] for name, value in answer.getheaders() if name == "Set-Cookie")
    return (time.perf_counter() - began) * 1000, (page, cookies)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
