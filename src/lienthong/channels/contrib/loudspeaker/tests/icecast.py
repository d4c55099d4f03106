"""A twin of Icecast's source protocol for tests: what Icecast 2.4.4 answers (Debian's icecast2; seen 11/2026).

PUT with "Expect: 100-continue" is answered with 100 once name and password are right; 401 for a wrong password; 403
when the mount has a source already. A listener's GET is answered with 200 and what the source sends from then on, or
404 while there is none.
"""

from __future__ import annotations

import base64
import queue
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, password: str) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.key = base64.b64encode(f"source:{password}".encode()).decode()
        self.mounts: dict[str, list[queue.Queue[bytes]]] = {}


class _Connection(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        method, mount = self.rfile.readline().decode().split(" ")[:2]
        headers = {}
        while line := self.rfile.readline().decode().strip():
            name, _colon, value = line.partition(": ")
            headers[name.lower()] = value
        if method == "PUT":
            self._source(mount, headers)
        else:
            self._listener(mount)

    def _source(self, mount: str, headers: dict[str, str]) -> None:
        if headers.get("authorization") != f"Basic {self.server.key}":
            self.wfile.write(b"HTTP/1.0 401 Authentication Required\r\n\r\n")
            return
        if mount in self.server.mounts:
            self.wfile.write(b"HTTP/1.0 403 Mountpoint in use\r\n\r\n")
            return
        listeners = self.server.mounts[mount] = []
        self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        try:
            while data := self.request.recv(4096):
                for listener in list(listeners):
                    listener.put(data)
        except ConnectionError:
            pass
        finally:
            del self.server.mounts[mount]

    def _listener(self, mount: str) -> None:
        if mount not in self.server.mounts:
            self.wfile.write(b"HTTP/1.0 404 File Not Found\r\n\r\n")
            return
        mine: queue.Queue[bytes] = queue.Queue()
        self.server.mounts[mount].append(mine)
        self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n")
        try:
            while True:
                self.wfile.write(mine.get(timeout=10))
        except (ConnectionError, queue.Empty):
            return


@contextmanager
def twin_icecast(password: str) -> Iterator[int]:
    """The port of a server that lives as long as the context."""
    with _Server(password) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()
