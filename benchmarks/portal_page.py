"""How many first pages of a portal a second leave the machine: through nginx from the files, and from the application.

Baselines, in the same run: nginx serving the same bytes with nothing in its configuration but a folder; the same server
with an application that holds the bytes in memory. The load comes from wrk, which asks several times more than either
answers; it runs on the same machine, so the figures are what is left beside it.
"""

from __future__ import annotations

import http.client
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks import SMOKE, Row
from benchmarks.site.running import ROOT, seeded, served
from lienthong.portal.tests.nginx import as_in_the_guide, free_port, running

_SECONDS = 1 if SMOKE else 5
_ROUNDS = 1 if SMOKE else 3
_HOST = "localhost"


def measure() -> Iterable[Row]:
    subprocess.run([ROOT / "script" / "programs", "nginx", "wrk"], check=True)
    with tempfile.TemporaryDirectory(prefix="lienthong-bench-") as folder:
        environment = {"LIENTHONG_DATA": folder, "LIENTHONG_DATABASE": ""}
        seeded("seed_portal", environment, _HOST, "80")
        files, place = Path(folder, "public", _HOST), Path(folder, "nginx")
        yield from _through_nginx(files, Path(folder, "static"), place)
        yield from _from_the_application(files, environment)


def _through_nginx(files: Path, static: Path, place: Path) -> Iterable[Row]:
    ports = free_port(), free_port()
    guide = as_in_the_guide(ports[0], files, static, free_port())
    plain = f"server {{ listen 127.0.0.1:{ports[1]}; root {files}; gzip_static on; }}"
    with running(guide, ports[0], place / "guide"), running(plain, ports[1], place / "plain"):
        ours, bare = _best(ports[0], ports[1])
    yield Row("portal-page, nginx from the files", ours, "requests/s", bare)


def _from_the_application(files: Path, environment: dict[str, str]) -> Iterable[Row]:
    same = {"LIENTHONG_BENCH_FILE": str(files / "index.html.gz")}
    with (
        served(environment, "lienthong.wsgi:application") as ours_at,
        served(environment | same, "benchmarks.site.bare:application") as bare_at,
    ):
        ours, bare = _best(ours_at, bare_at)
    yield Row("portal-page, application alone", ours, "requests/s", bare)


def _best(*ports: int) -> list[float]:
    """The most requests a second that each answered; they take turns, so that what disturbs meets them all."""
    for port in ports:
        _wake(port)
    best = [0.0] * len(ports)
    for _round in range(_ROUNDS):
        for place, port in enumerate(ports):
            best[place] = max(best[place], _load(port))
    return best


def _wake(port: int) -> None:
    """Let each worker have loaded what it needs, however long that takes."""
    for _request in range(8):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/", headers={"Host": _HOST})
        connection.getresponse().read()
        connection.close()


def _load(port: int) -> float:
    tool = shutil.which("wrk")
    assert tool is not None, "script/wrk has just found it"
    command = [tool, "-t1", "-c16", f"-d{_SECONDS}s", "-H", f"Host: {_HOST}", "-H", "Accept-Encoding: gzip"]
    said = subprocess.run([*command, f"http://127.0.0.1:{port}/"], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(said)
    found = re.search(r"Requests/sec:\s*([\d.]+)", said)
    assert found is not None, said
    return float(found.group(1))
