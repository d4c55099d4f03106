"""The twin of the demonstration's channel: a service of our own, in a process of its own, that keeps what it took.

``python -m lienthong.channels.contrib.demo.twin LEDGER [--slow SECONDS]`` prints its port and serves until it is ended.
The ledger is a file with one JSON line for each item made, so that anybody outside can count. What an ordinary service
lacks it lacks too: two POSTs make two items, whatever they hold.
"""

from __future__ import annotations

import argparse
import json
import random
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

#: How many items one page of the list holds, as services do.
PAGE = 50


class Service:
    """What the twin remembers; every change is in the ledger before it is answered."""

    def __init__(self, ledger: Path, slow: float) -> None:
        self.items: dict[str, dict[str, Any]] = {}
        self.slow = slow
        self._ledger = ledger.open("a", encoding="utf-8")
        self._lock = threading.Lock()

    def dawdle(self) -> None:
        time.sleep(random.uniform(0, self.slow))  # noqa: S311 - a delay, not a secret

    def add(self, key: str, values: dict[str, Any], state: str) -> dict[str, Any]:
        """A new item, or the one under ``key`` written over."""
        with self._lock:
            item = key or f"tin-{len(self.items) + 1}"
            self.items[item] = {"item": item, "reference": values["reference"], "state": state}
            self._ledger.write(json.dumps({"item": item, "reference": values["reference"]}) + "\n")
            self._ledger.flush()
            return self.items[item]

    def recent(self, offset: int) -> list[dict[str, Any]]:
        """A page of the items, the newest first."""
        with self._lock:
            return list(self.items.values())[::-1][offset : offset + PAGE]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    service: Service

    def do_POST(self) -> None:
        self._take("")

    def do_PUT(self) -> None:
        self._take(self._parts()[2])

    def do_GET(self) -> None:
        parts = self._parts()
        if len(parts) == 2:
            offset = parse_qs(urlsplit(self.path).query).get("offset", ["0"])[0]
            self._answer(200, {"items": self.service.recent(int(offset))})
            return
        item = self.service.items.get(parts[2])
        if item is not None and item["state"] == "waiting":
            item["state"] = "published"
        self._answer(200, item or {"item": parts[2], "state": "gone"})

    def do_DELETE(self) -> None:
        item = self._parts()[2]
        self.service.items.pop(item, None)
        self._answer(200, {"item": item, "state": "withdrawn"})

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads a log of the twin."""

    def _parts(self) -> list[str]:
        return urlsplit(self.path).path.strip("/").split("/")

    def _take(self, key: str) -> None:
        behaviour = self._parts()[0]
        values = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if behaviour == "busy":
            self._answer(503, {"sentence": ""}, {"Retry-After": "60"})
            return
        if behaviour == "refuses":
            self._answer(422, {"sentence": "Dịch vụ giả không nhận tin này."})
            return
        self.service.dawdle()
        item = self.service.add(key, values, "waiting" if behaviour == "moderates" else "published")
        self.service.dawdle()
        if behaviour == "hangs":
            time.sleep(60)
        if behaviour in ("drops", "hangs"):
            self.close_connection = True
            return
        self._answer(201, item)

    def _answer(self, status: int, values: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        body = json.dumps(values).encode()
        try:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def main() -> None:
    parser = argparse.ArgumentParser(description="The twin of the demonstration's channel.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--slow", type=float, default=0.0, help="seconds of waiting before and after an item is made")
    args = parser.parse_args()
    Handler.service = Service(args.ledger, args.slow)
    with Server(("127.0.0.1", 0), Handler) as server:
        print(server.server_address[1], flush=True)  # noqa: T201 - whoever started it reads its port
        server.serve_forever()


if __name__ == "__main__":
    main()
