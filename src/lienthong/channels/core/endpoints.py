"""Outside connections of a channel: every endpoint is listed with its purpose, and no other call leaves the house."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx


class UnlistedCall(Exception):
    """A client asked for something that its list of endpoints does not hold."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One call a client may make. ``path`` may hold ``{name}`` for one path segment."""

    method: str
    host: str
    path: str
    purpose: str

    def covers(self, method: str, url: str) -> bool:
        parts = urlsplit(url)
        asked, listed = parts.path.split("/"), self.path.split("/")
        return (
            method.upper() == self.method
            and parts.hostname == self.host
            and len(asked) == len(listed)
            and all(want == got or (want.startswith("{") and got) for want, got in zip(listed, asked, strict=True))
        )


class ListedTransport(httpx.BaseTransport):
    """Lets through only what ``endpoints`` cover; clients in ``channels/contrib/*/client.py`` send through it."""

    def __init__(self, endpoints: tuple[Endpoint, ...], inner: httpx.BaseTransport | None = None) -> None:
        self.endpoints = endpoints
        self.inner = inner or httpx.HTTPTransport(retries=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not any(endpoint.covers(request.method, str(request.url)) for endpoint in self.endpoints):
            raise UnlistedCall(f"{request.method} {request.url.host}{request.url.path} is not a listed endpoint")
        return self.inner.handle_request(request)
