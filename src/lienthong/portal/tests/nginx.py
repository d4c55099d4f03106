"""nginx with the configuration of docs/howto/nginx.md, on a free port of this machine. Needs nothing but nginx."""

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOWTO = Path(__file__).parents[4] / "docs" / "howto" / "nginx.md"
#: The names that the guide uses for the host, its folder, the static files and the application.
_HOST, _FOLDER = "minhhoa.example", "/var/lib/lienthong/public/minhhoa.example"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def as_in_the_guide(port: int, folder: Path, static: Path, application: int) -> str:
    """The server of the guide, with places of this machine in it; each place must be named there."""
    found = re.search(r"```nginx\n(.*?)```", HOWTO.read_text(), re.DOTALL)
    assert found is not None
    block = found.group(1)
    for written, here in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        (_FOLDER, str(folder)),
        (f"server_name {_HOST};", "server_name _;"),
        ("/var/lib/lienthong/static/", f"{static}/"),
        ("127.0.0.1:8000", f"127.0.0.1:{application}"),
    ):
        assert written in block, written
        block = block.replace(written, here)
    return block


@contextmanager
def running(block: str, port: int, place: Path) -> Iterator[int]:
    """nginx with ``block`` inside its http part, what it writes below ``place``; the port while it runs."""
    place.mkdir(parents=True, exist_ok=True)
    places = "".join(f"{n}_temp_path {place}/t-{n};" for n in ("proxy", "fastcgi", "uwsgi", "scgi", "client_body"))
    user = "user root;" if os.getuid() == 0 else ""
    file = place / "nginx.conf"
    file.write_text(
        f"{user} daemon off; pid {place}/nginx.pid; error_log {place}/error.log; worker_processes auto;\n"
        f"events {{}}\nhttp {{ access_log off; sendfile on; tcp_nopush on; {places}\n{block} }}\n"
    )
    found = subprocess.Popen(["nginx", "-c", str(file)], env=os.environ | {"PATH": f"{os.environ['PATH']}:/usr/sbin"})
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    try:
        yield port
    finally:
        found.terminate()
        found.wait(10)
