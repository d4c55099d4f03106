"""The calls of the demonstration's channel: to its twin, a process of our own on this machine, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx

from lienthong.channels.core.service import Endpoint, PermanentError, call, client_for

HOST = "127.0.0.1"
ENDPOINTS = (
    Endpoint("POST", HOST, "/{behaviour}/items", "đăng một tin thử"),
    Endpoint("PUT", HOST, "/{behaviour}/items/{reference}", "đặt một tin thử dưới mã của mình"),
    Endpoint("GET", HOST, "/{behaviour}/items", "xem các tin thử gần nhất của mình"),
    Endpoint("GET", HOST, "/{behaviour}/items/{item}", "xem trạng thái một tin thử của mình"),
    Endpoint("DELETE", HOST, "/{behaviour}/items/{item}", "rút một tin thử của mình"),
)


class Client:
    """``port`` of the twin, what it is to do (``behaviour``), and how many seconds to wait for it."""

    def __init__(self, port: int, behaviour: str, wait: float) -> None:
        self._base = f"http://{HOST}:{port}/{behaviour}/items"
        self._wait = wait

    def add(self, values: dict[str, Any]) -> dict[str, Any]:
        return self._ask("POST", self._base, values)

    def put(self, reference: str, values: dict[str, Any]) -> dict[str, Any]:
        return self._ask("PUT", f"{self._base}/{reference}", values)

    def recent(self) -> Iterator[dict[str, Any]]:
        """Our own items, the newest first, a page after the other."""
        seen = 0
        while page := self._ask("GET", f"{self._base}?offset={seen}")["items"]:
            yield from page
            seen += len(page)

    def state(self, item: str) -> dict[str, Any]:
        return self._ask("GET", f"{self._base}/{item}")

    def remove(self, item: str) -> dict[str, Any]:
        return self._ask("DELETE", f"{self._base}/{item}")

    def _ask(self, method: str, url: str, values: dict[str, Any] | None = None) -> dict[str, Any]:
        with client_for(ENDPOINTS, timeout=self._wait) as client:
            response: httpx.Response = call(client, method, url, json=values)
        answer: dict[str, Any] = response.json()
        if response.is_client_error:
            raise PermanentError(answer["sentence"])
        return answer
