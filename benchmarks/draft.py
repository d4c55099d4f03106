"""How fast a draft with 60 assignments opens, saves one of them, is checked and leaves as Word and PDF.

Baseline of each row: a signed-in page with the same frame and no query of its own, on the same server in the same run.
"""

from __future__ import annotations

import http.client
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from urllib.parse import urlencode

from benchmarks import SMOKE, Row
from benchmarks.site.running import seeded, served

_ROUNDS = 1 if SMOKE else 15
#: The server compares the token of the cookie with that of the form; any of the right shape will do.
_TOKEN = "a" * 32


def measure() -> Iterable[Row]:
    with tempfile.TemporaryDirectory(prefix="lienthong-bench-") as folder:
        environment = {"LIENTHONG_DATA": folder, "LIENTHONG_DATABASE": ""}
        made = seeded("seed_draft", environment)
        with served(environment) as port:
            yield from _rows(_Visitor(port, made["session"]), made)


def _rows(visitor: _Visitor, made: dict[str, str]) -> Iterable[Row]:
    acts: dict[str, Callable[[], None]] = {
        "empty page": lambda: visitor.opens("/bench/empty/"),
        "open": lambda: visitor.opens(made["draft"]),
        "save": lambda: visitor.saves(made["task"]),
        "check after a save": lambda: visitor.checks(made["check"]),
        "export Word": lambda: visitor.opens(made["word"]),
        "export PDF": lambda: visitor.opens(made["pdf"]),
    }
    for act in acts.values():  # each worker has imported what it needs
        for _ in range(1 if SMOKE else 4):
            act()
    times: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(_ROUNDS):
        for name, act in acts.items():
            began = time.perf_counter()
            act()
            times[name].append((time.perf_counter() - began) * 1000)
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    for name, value in middle.items():
        yield Row(f"draft, 60 assignments, {name}", value, "ms", None if name == "empty page" else middle["empty page"])


class _Visitor:
    """One person at the keyboard, on one kept connection."""

    def __init__(self, port: int, session: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._headers = {"Cookie": f"sessionid={session}; csrftoken={_TOKEN}", "X-CSRFToken": _TOKEN}
        self._seen = 1

    def opens(self, path: str) -> None:
        self._asks("GET", path, expected=200)

    def checks(self, path: str) -> None:
        """As the open page asks for it; without a script the answer leads back to the draft."""
        self._asks("GET", path, expected=302)

    def saves(self, path: str) -> None:
        words = {"text": f"Phát bản tin lần {self._seen}", "lead": "Phòng Văn hóa - Xã hội", "seen": self._seen}
        self._asks("POST", path, urlencode(words), expected=302)
        self._seen += 1

    def _asks(self, method: str, path: str, body: str | None = None, *, expected: int) -> None:
        headers = self._headers | ({"Content-Type": "application/x-www-form-urlencoded"} if body else {})
        self._connection.request(method, path, body=body, headers=headers)
        answer = self._connection.getresponse()
        answer.read()
        if answer.status != expected:
            raise RuntimeError(f"{method} {path}: {answer.status}")
