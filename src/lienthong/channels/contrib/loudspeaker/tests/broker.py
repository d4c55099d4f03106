"""A twin of the MQTT broker for tests: MQTT 3.1.1 (OASIS, 2014), as far as our client uses it.

Facts, all from the standard unless said otherwise: a retained message is given to each new subscription whose filter
matches (3.3.1.3); an empty retained payload takes it away; "+" stands for one level, "#" for the rest (4.7.1); a broker
answers CONNECT with return code 4 or 5 and closes (3.2.2.3). Mosquitto delivers what is retained before it handles the
next packet of the same connection (seen in 2.0.11, 11/2026; the contract test holds it for both).
"""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Broker(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, password: str | None) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.password = password
        self.kept: dict[str, bytes] = {}
        self.subscribers: list[_Connection] = []
        self.lock = threading.RLock()


class _Connection(socketserver.StreamRequestHandler):
    server: _Broker

    def setup(self) -> None:
        super().setup()
        self.filters: list[str] = []

    def handle(self) -> None:
        try:
            while self._packet():
                pass
        except (ConnectionError, EOFError):
            pass
        finally:
            with self.server.lock:
                if self in self.server.subscribers:
                    self.server.subscribers.remove(self)

    def _packet(self) -> bool:
        head = self._read(1)[0]
        size, shift = 0, 0
        while True:
            part = self._read(1)[0]
            size |= (part & 0x7F) << shift
            shift += 7
            if not part & 0x80:
                break
        body = self._read(size)
        kind = head >> 4
        if kind == 1:
            return self._connect(body)
        if kind == 3:
            self._publish(head, body)
        elif kind == 8:
            self._subscribe(body)
        elif kind == 12:
            self._send(0xD0, b"")
        return kind != 14

    def _connect(self, body: bytes) -> bool:
        name, at = _text(body, 0)
        flags = body[at + 1]
        _client, at = _text(body, at + 4)
        user, password = "", ""
        if flags & 0x80:
            user, at = _text(body, at)
        if flags & 0x40:
            password, at = _text(body, at)
        assert name == "MQTT"
        wrong = self.server.password is not None and (user, password) != ("loa", self.server.password)
        self._send(0x20, bytes([0, 5 if wrong else 0]))
        return not wrong

    def _publish(self, head: int, body: bytes) -> None:
        topic, at = _text(body, 0)
        asked = body[at : at + 2] if head & 0x06 else b""
        at += len(asked)
        with self.server.lock:
            if head & 1:
                self.server.kept[topic] = body[at:]
                if not body[at:]:
                    del self.server.kept[topic]
            for other in self.server.subscribers:
                if any(_matches(one, topic) for one in other.filters):
                    other.deliver(topic, body[at:])
        if asked:
            # Only what is kept is acknowledged, or who asks on another connection might miss it.
            self._send(0x40, asked)

    def _subscribe(self, body: bytes) -> None:
        at, wanted = 2, []
        while at < len(body):
            found, at = _text(body, at)
            wanted.append(found)
            at += 1
        with self.server.lock:
            self.filters += wanted
            self.server.subscribers.append(self)
            self._send(0x90, body[:2] + bytes(len(wanted)))
            for topic, payload in self.server.kept.items():
                if any(_matches(one, topic) for one in wanted):
                    self.deliver(topic, payload, kept=True)

    def deliver(self, topic: str, payload: bytes, *, kept: bool = False) -> None:
        name = topic.encode()
        self._send(0x31 if kept else 0x30, struct.pack("!H", len(name)) + name + payload)

    def _send(self, head: int, body: bytes) -> None:
        size, length = len(body), bytearray()
        while True:
            size, part = divmod(size, 128)
            length.append(part | (0x80 if size else 0))
            if not size:
                break
        self.wfile.write(bytes([head]) + bytes(length) + body)

    def _read(self, size: int) -> bytes:
        data = self.rfile.read(size)
        if len(data) < size:
            raise EOFError
        return data


def _text(body: bytes, at: int) -> tuple[str, int]:
    (size,) = struct.unpack_from("!H", body, at)
    return body[at + 2 : at + 2 + size].decode(), at + 2 + size


def _matches(wanted: str, topic: str) -> bool:
    parts, names = wanted.split("/"), topic.split("/")
    for place, part in enumerate(parts):
        if part == "#":
            return True
        if place >= len(names) or part not in ("+", names[place]):
            return False
    return len(parts) == len(names)


@contextmanager
def twin_broker(password: str | None = None) -> Iterator[str]:
    """The address of a broker that lives as long as the context."""
    with _Broker(password) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        user = f"loa:{password}@" if password is not None else ""
        yield f"mqtt://{user}127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()
