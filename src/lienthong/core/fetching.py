"""The one bounded fetcher: besides a channel's client, the only place that opens an outside connection.

It asks for a page with HEAD or GET over http(s), follows at most three redirects, never to a private address, reads at
most a stated number of bytes, and gives up after ten seconds. Its one purpose is to see whether a link that a person
typed as evidence or wrote into a text is alive.
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx
from django.utils.translation import gettext_lazy as _

from lienthong.core.refusals import Refused

MAX_BYTES = 1_000_000
MAX_REDIRECTS = 3
TIMEOUT = 10.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """``status`` is the HTTP status; ``body`` at most MAX_BYTES bytes."""

    url: str
    status: int
    body: bytes


def public_addresses(url: str) -> list[str]:
    """The addresses that ``url``'s host has; :class:`Refused` for another scheme or an address that is not public."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise Refused(_("Đường liên kết phải bắt đầu bằng http:// hoặc https://."))
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(parts.hostname, parts.port or 443)}
    except OSError:
        raise Refused(_("Không tìm thấy máy chủ của đường liên kết này.")) from None
    if not all(ipaddress.ip_address(address).is_global for address in found):
        raise Refused(_("Đường liên kết này trỏ vào mạng nội bộ, không kiểm tra được."))
    return sorted(found)


def fetch(url: str, *, method: str = "GET") -> Fetched:
    """Fetch ``url`` within the limits above, or :class:`Refused` with the reason."""
    for _hop in range(MAX_REDIRECTS + 1):
        address = public_addresses(url)[0]
        answer = _ask(url, method, address)
        if answer[0] not in (301, 302, 303, 307, 308):
            return Fetched(url, answer[0], answer[2])
        url = urljoin(url, answer[1])
    raise Refused(_("Đường liên kết này chuyển hướng quá nhiều lần."))


def _ask(url: str, method: str, address: str) -> tuple[int, str, bytes]:
    # The name is looked up once and that address is called, so that it cannot change in between.
    parts = urlsplit(url)
    host = f"[{address}]" if ":" in address else address
    port = f":{parts.port}" if parts.port else ""
    pinned = parts._replace(netloc=host + port).geturl()
    extensions = {"sni_hostname": parts.hostname}
    try:
        with (
            httpx.Client(timeout=TIMEOUT, follow_redirects=False, trust_env=False) as client,
            client.stream(method, pinned, headers={"Host": parts.netloc}, extensions=extensions) as response,
        ):
            body = b""
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) >= MAX_BYTES:
                    break
            return response.status_code, response.headers.get("location", ""), body[:MAX_BYTES]
    except httpx.HTTPError:
        raise Refused(_("Máy chủ của đường liên kết này không trả lời.")) from None
