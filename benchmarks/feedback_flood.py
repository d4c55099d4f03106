"""A flood of the residents' form: 10,000 submissions from 200 addresses in 60 s, on both databases.

The flood has taken its forms beforehand, so they look like a person's: five from each address, all of the fields filled
in; what it sends is written before the clock runs. Halfway a resident comes from an address of his own, fills in,
and answers the small sum when it is asked. Another goes on reading: pages that are files, the search and the sign-in.
Counted: what stands in the inbox afterwards, and whether his case is there; measured: how long the flood took, and the
longest wait of somebody who reads other pages meanwhile.
"""

from __future__ import annotations

import http.client
import re
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

from benchmarks import SMOKE, Row
from benchmarks.site.running import databases, seeded, served

_SUBMISSIONS, _SECONDS = (20, 0.5) if SMOKE else (10_000, 60.0)
_ADDRESSES, _FORMS_EACH = (5, 2) if SMOKE else (200, 5)
_CLIENTS = 64
#: Times that the other pages are read before the clock runs: a worker that was just started is not what is measured.
_WARM = 1 if SMOKE else 4
#: A form that is sent sooner gets the small sum (gate.handing.QUICKEST is 4).
_RIPE = 0.5 if SMOKE else 5.0
_HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|token)" value="([^"]+)"')
_SUM = re.compile(r"(\d+) cộng (\d+) bằng mấy")
_GENUINE = "Đèn đường trước nhà văn hóa thôn không sáng"
_ANSWERS = {"where": "Đầu thôn", "may_publish": "yes", "here": "anh"}


def measure() -> Iterable[Row]:
    for name, environment in databases():
        yield from _measure(name, environment)


def _measure(database: str, environment: dict[str, str]) -> Iterator[Row]:
    made = seeded("seed_feedback", environment)
    with served(environment, "lienthong.wsgi") as port:
        visitors = [Visitor(port, f"127.0.1.{n + 1}") for n in range(_ADDRESSES)]
        resident, reader = Visitor(port, "127.0.2.1"), Visitor(port, "127.0.2.2")
        for path in made["others"] * _WARM:
            reader.ask("GET", path)
        with ThreadPoolExecutor(_CLIENTS) as pool:
            forms = list(pool.map(lambda v: [v.form(made["form"]) for _n in range(_FORMS_EACH)], visitors))
            written = [_written(made["form"], number, forms) for number in range(_SUBMISSIONS)]
            time.sleep(_RIPE)
            began, over = time.perf_counter(), threading.Event()

            def flood(number: int) -> None:
                time.sleep(max(0.0, began + number * _SECONDS / _SUBMISSIONS - time.perf_counter()))
                visitors[number % _ADDRESSES].throw(written[number])

            def arrive() -> None:
                time.sleep(_SECONDS / 2)
                _tell(resident, made["form"])

            waits = pool.submit(_read, reader, made["others"], over)
            arrived = pool.submit(arrive)
            for sent in [pool.submit(flood, number) for number in range(_SUBMISSIONS)]:
                sent.result()
            took = time.perf_counter() - began
            arrived.result()
            over.set()
            longest = max(waits.result())
    inbox = seeded("seed_feedback", environment, "count", _GENUINE)
    named = f"feedback-flood, {database}"
    yield Row(f"{named}, sent {_SUBMISSIONS}", took, "s", _SECONDS)
    yield Row(f"{named}, inbox", inbox["cases"], "cases", 50)
    yield Row(f"{named}, genuine", inbox["saying"], "cases", 1)
    yield Row(f"{named}, other pages", longest, "ms at most", 1000)


class Visitor:
    """Somebody with an address and a browser without scripts."""

    def __init__(self, port: int, address: str) -> None:
        self._port, self._address = port, address

    def ask(self, method: str, path: str, body: str | None = None, cookie: str = "") -> tuple[int, str, str]:
        """(status, page, cookies); an answer that is neither a page nor a way on is an error of the run."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60, source_address=(self._address, 0))
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        try:
            connection.request(method, path, body, {"Host": "localhost", "Cookie": cookie, **kind})
            answer = connection.getresponse()
            page = answer.read().decode()
        finally:
            connection.close()
        if answer.status not in (200, 302):
            raise RuntimeError(f"{method} {path}: {answer.status}")
        given = "; ".join(value.split(";")[0] for name, value in answer.getheaders() if name == "Set-Cookie")
        return answer.status, page, given or cookie

    def throw(self, request: bytes) -> None:
        """Sends a request that was written before; half of what is measured must not be the sender's own work."""
        with socket.create_connection(("127.0.0.1", self._port), 60, (self._address, 0)) as connection:
            connection.sendall(request)
            answer = b""
            while part := connection.recv(65536):
                answer += part
        if not answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 302")):
            raise RuntimeError(f"{request[:40]!r}: {answer[:200]!r}")

    def form(self, path: str) -> dict[str, str]:
        """What a form that was just handed out carries, with its cookie."""
        _status, page, cookie = self.ask("GET", path)
        return {**dict(_HIDDEN.findall(page)), "cookie": cookie}

    def send(self, path: str, words: dict[str, str]) -> tuple[int, str]:
        """(status, page) of the form sent with ``words``."""
        typed = {name: value for name, value in words.items() if name != "cookie"}
        status, page, _cookie = self.ask("POST", path, urlencode(typed), words["cookie"])
        return status, page


def _written(path: str, number: int, forms: list[list[dict[str, str]]]) -> bytes:
    """The request that sends one form of the flood, each address its own."""
    form = forms[number % _ADDRESSES][number // _ADDRESSES % _FORMS_EACH]
    fields = {"what": f"Tin rác số {number}", **_ANSWERS, **form}
    cookie = fields.pop("cookie")
    body = urlencode(fields).encode()
    head = (
        f"POST {path} HTTP/1.1", "Host: localhost", f"Cookie: {cookie}", "Connection: close",
        "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}", "", "",
    )  # fmt: skip
    return "\r\n".join(head).encode() + body


def _tell(resident: Visitor, path: str) -> None:
    words = {"what": _GENUINE, **_ANSWERS, **resident.form(path)}
    time.sleep(_RIPE)
    status, page = resident.send(path, words)
    asked = _SUM.search(page)
    if status == 200 and asked:
        words |= {"sum": str(int(asked[1]) + int(asked[2]))}
        resident.send(path, words)


def _read(reader: Visitor, pages: list[str], over: threading.Event) -> list[float]:
    """Milliseconds of each page, one after the other until the flood is over."""
    waits: list[float] = []
    while not over.is_set():
        for path in pages:
            began = time.perf_counter()
            reader.ask("GET", path)
            waits.append((time.perf_counter() - began) * 1000)
        over.wait(0.2)
    return waits
