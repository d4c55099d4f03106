"""A source of an Icecast server: the sounds of a day as one stream, in real time, for devices that only listen."""

from __future__ import annotations

import base64
import socket
from collections.abc import Callable, Iterable
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from lienthong.channels.core.service import Endpoint, PassingError, PermanentError

#: The one server is named by the operator (``LIENTHONG_ICECAST``).
ENDPOINTS = (Endpoint("PUT", "{icecast}", "/{mount}", "the station's stream, as its source"),)
TIMEOUT = 10.0


class Source:
    """``address``: ``icecast://source:password@host:port/mount``."""

    def __init__(self, address: str, *, name: str, timeout: float = TIMEOUT) -> None:
        self._parts = urlsplit(address)
        self._name = name
        self._timeout = timeout
        if self._parts.scheme != "icecast" or not self._parts.hostname or len(self._parts.path) < 2:
            raise PermanentError(_("Địa chỉ máy chủ luồng phải như icecast://source:mật-khẩu@máy:8000/tên-luồng."))

    def send(self, pieces: Iterable[tuple[bytes, float]], wait: Callable[[float], None]) -> int:
        """Send each piece, and wait as long as it plays (seconds); returns how many bytes went out.

        :class:`PermanentError` for a wrong password (401), :class:`PassingError` when another source has the mount
        (403), the server is away, or it went away while it was sent to.
        """
        host, port = self._parts.hostname or "", self._parts.port or 8000
        sent = 0
        try:
            with socket.create_connection((host, port), self._timeout) as connection:
                connection.sendall(self._request(host, port))
                _require_taken(connection)
                for data, seconds in pieces:
                    connection.sendall(data)
                    sent += len(data)
                    wait(seconds)
        except OSError as error:
            raise PassingError(_("Không nối được máy chủ luồng âm thanh.")) from error
        return sent

    def _request(self, host: str, port: int) -> bytes:
        who = f"{unquote(self._parts.username or 'source')}:{unquote(self._parts.password or '')}"
        lines = (
            f"PUT {self._parts.path} HTTP/1.1", f"Host: {host}:{port}",
            f"Authorization: Basic {base64.b64encode(who.encode()).decode()}", "Content-Type: audio/mpeg",
            "Ice-Public: 0", f"Ice-Name: {self._name}", "Expect: 100-continue", "", "",
        )  # fmt: skip
        return "\r\n".join(lines).encode()


def _require_taken(connection: socket.socket) -> None:
    head = b""
    while b"\r\n\r\n" not in head and len(head) < 8192:
        data = connection.recv(1024)
        if not data:
            break
        head += data
    status = head.split(b" ", 2)[1:2]
    if status in ([b"100"], [b"200"]):
        return
    if status == [b"401"]:
        raise PermanentError(_("Máy chủ luồng không nhận mật khẩu."))
    if status == [b"403"]:
        raise PassingError(_("Đã có nguồn khác đang phát trên luồng này."))
    raise PassingError(_("Máy chủ luồng không trả lời đúng."))
