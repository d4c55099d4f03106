"""How long a resident on an old phone waits until the first page of a portal is painted.

Chromium, with what an old phone on a village line has: 1.6 Mbit/s, 150 ms there and back, a processor four times slower
than this one. The page comes from nginx as in the guide, with nothing kept from an earlier visit. Baseline, in the same
run: a page of one line from the same nginx, which is what line and browser take by themselves.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks import SMOKE, Row
from benchmarks.site.running import ROOT, seeded
from lienthong.portal.tests.nginx import as_in_the_guide, free_port, running

_ROUNDS = 1 if SMOKE else 9
_HOST = "localhost"
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
_PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
_BARE = '<!doctype html><html lang="vi"><title>Một dòng</title><h1>Một dòng</h1>'
_PAINTED = """() => new Promise(resolve => new PerformanceObserver(list =>
    setTimeout(() => resolve(list.getEntries().at(-1).startTime), 1000)
).observe({type: "largest-contentful-paint", buffered: true}))"""


def measure() -> Iterable[Row]:
    subprocess.run([ROOT / "script" / "programs", "nginx", "chromium"], check=True)
    with tempfile.TemporaryDirectory(prefix="lienthong-bench-") as folder:
        seeded("seed_portal", {"LIENTHONG_DATA": folder, "LIENTHONG_DATABASE": ""}, _HOST, "80")
        files, bare = Path(folder, "public", _HOST), Path(folder, "bare")
        bare.mkdir()
        (bare / "index.html").write_text(_BARE, "utf-8")
        ports = free_port(), free_port()
        guide = as_in_the_guide(ports[0], files, Path(folder, "static"), free_port())
        plain = f"server {{ listen 127.0.0.1:{ports[1]}; root {bare}; }}"
        with running(guide, ports[0], Path(folder, "guide")), running(plain, ports[1], Path(folder, "plain")):
            ours, least = _medians(*ports)
    yield Row("portal-paint, first page", ours, "ms", least)


def _medians(*ports: int) -> list[float]:
    """Milliseconds until the largest paint, the median of several visits; the pages take turns."""
    found: list[list[float]] = [[] for _port in ports]
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for _round in range(_ROUNDS):
            for place, port in enumerate(ports):
                found[place].append(_visit(opened, f"http://{_HOST}:{port}/"))
        opened.close()
    return [statistics.median(times) for times in found]


def _visit(browser: Browser, address: str) -> float:
    context = browser.new_context(**_PHONE)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", _LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load")
    painted: float = page.evaluate(_PAINTED)
    context.close()
    return painted
