"""Serve the demonstration: the worker and the site side by side, until Ctrl+C."""

import os
import signal
import subprocess
import sys
from socketserver import BaseRequestHandler, TCPServer
from types import FrameType

HOST = "127.0.0.1"
TRIES = 50


class _Probe(TCPServer):
    allow_reuse_address = True


def free_port(wanted: int) -> int:
    """``wanted``, or the next port that nobody listens on."""
    for port in range(wanted, min(wanted + TRIES, 65536)):
        try:
            with _Probe((HOST, port), BaseRequestHandler):
                return port
        except OSError:
            continue
    raise OSError(f"no free port from {wanted} on")


def serve(port: int) -> None:
    """Run both processes; when one ends, or Ctrl+C or SIGTERM comes, the other is stopped too."""
    environment = {
        **os.environ, "LIENTHONG_URL": f"http://{HOST}:{port}", "DJANGO_RUNSERVER_HIDE_WARNING": "true",
    }  # fmt: skip
    start = [sys.executable, "-m", "lienthong.manage"]
    processes = [
        subprocess.Popen([*start, *words], env=environment)  # noqa: S603 - our own interpreter and our own commands
        for words in (["work"], ["runserver", "--noreload", f"{HOST}:{port}"])
    ]

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        while all(process.poll() is None for process in processes):
            try:
                processes[-1].wait(timeout=1)
            except subprocess.TimeoutExpired:
                continue
    except KeyboardInterrupt:
        pass
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
