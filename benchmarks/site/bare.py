"""The least that an application can do with the bytes of one page: ``gunicorn benchmarks.site.bare``."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_BYTES = Path(os.environ["LIENTHONG_BENCH_FILE"]).read_bytes()


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    start("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(_BYTES)))])
    return [_BYTES]
