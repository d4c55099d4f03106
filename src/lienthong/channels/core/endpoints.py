"""Outside connections of a channel: every endpoint is listed with its purpose, and no other call leaves the house."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx
from django.conf import settings

from lienthong.channels.core.contract import PassingError, UnknownOutcome

#: Seconds that one step of a call may take; far below the lease of a delivery, so that nobody takes over a call that
#: is still under way.
TIMEOUT = 20.0


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
        self.inner = inner or httpx.HTTPTransport(verify=_trusted(), retries=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not any(endpoint.covers(request.method, str(request.url)) for endpoint in self.endpoints):
            raise UnlistedCall(f"{request.method} {request.url.host}{request.url.path} is not a listed endpoint")
        twin = settings.LIENTHONG_TWINS.get(request.url.host)
        if twin:
            # The name that was asked for stays in the header, so that one twin may stand for several hosts.
            base = httpx.URL(twin)
            request.url = request.url.copy_with(scheme=base.scheme, host=base.host, port=base.port)
        return self.inner.handle_request(request)


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities that the machine trusts; reading them takes longer than most calls."""
    return ssl.create_default_context()


def client_for(endpoints: tuple[Endpoint, ...], *, timeout: float = TIMEOUT) -> httpx.Client:
    """A client that asks for nothing but ``endpoints``; close it after use."""
    return httpx.Client(transport=ListedTransport(endpoints), timeout=timeout, trust_env=False)


def call(client: httpx.Client, method: str, url: str, **content: Any) -> httpx.Response:
    """The answer to one call, whatever its status below 500.

    :class:`PassingError` when the service was not reached or says that it takes nothing now (429, 503);
    :class:`UnknownOutcome` when the request was on its way and no answer, or a broken one, came back.
    """
    try:
        response = client.request(method, url, **content)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as fault:
        raise PassingError(type(fault).__name__) from fault
    except httpx.HTTPError as fault:
        raise UnknownOutcome(type(fault).__name__) from fault
    if response.status_code in (429, 503):
        raise PassingError(f"HTTP {response.status_code}", retry_after=_asked_rest(response))
    if response.status_code >= 500:
        raise UnknownOutcome(f"HTTP {response.status_code}")
    return response


def _asked_rest(response: httpx.Response) -> timedelta | None:
    """RFC 9110, 10.2.3, in seconds; at most a day. A date instead of seconds is passed over."""
    asked = response.headers.get("Retry-After", "").strip()
    return timedelta(seconds=min(int(asked), 86_400)) if asked.isdecimal() and len(asked) < 9 else None
