"""Twins: services of ours, on this machine, that behave as the documentation of an outside one says it does.

Tests and the demonstration run against them; a twin has no kindness that the real service lacks. What it rests on is in
its ``facts``, each with its source: where a real service is found to differ, the fact is mended first.
"""

from __future__ import annotations

import json
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a service does. ``dated`` is the year or day of the source, ``confidence`` "A" (the provider's own
    page), "B" (the code of others that works with it) or "C" (told second-hand)."""

    what: str
    source: str
    dated: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as a twin sees it; ``query`` holds the last value of each name."""

    method: str
    host: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body or b"{}")

    def form(self) -> dict[str, str]:
        return {name: values[-1] for name, values in parse_qs(self.body.decode()).items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """``body`` is sent as JSON. ``lost``: the connection is cut instead, after the twin has done what it was asked."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    lost: bool = False


class Twin(ABC):
    """A service. One request at a time, so that what it keeps needs no locks of its own."""

    hosts: ClassVar[tuple[str, ...]]
    facts: ClassVar[tuple[Fact, ...]]

    @abstractmethod
    def answer(self, asked: Asked) -> Answer: ...


@contextmanager
def serving(twin: Twin) -> Iterator[dict[str, str]]:
    """Serve ``twin`` on this machine while the block runs; gives the setting ``LIENTHONG_TWINS`` that leads to it."""
    handler = type("Handler", (_Handler,), {"twin": twin, "turn": threading.Lock()})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield dict.fromkeys(twin.hosts, f"http://127.0.0.1:{server.server_address[1]}")
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    twin: Twin
    turn: threading.Lock

    def do_GET(self) -> None:
        self._reply()

    def do_POST(self) -> None:
        self._reply()

    def do_PUT(self) -> None:
        self._reply()

    def do_DELETE(self) -> None:
        self._reply()

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads a log of a twin."""

    def _reply(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        host = headers.get("host", "").partition(":")[0]
        with self.turn:
            answer = self.twin.answer(Asked(self.command, host, parts.path, query, headers, body))
        if answer.lost:
            self.close_connection = True
            return
        content = json.dumps(answer.body).encode() if answer.body is not None else b""
        self.send_response(answer.status)
        for name, value in {"Content-Type": "application/json", **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
