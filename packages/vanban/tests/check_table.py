"""Renews the table of docs/reference/check.md: ``python check_table.py FILE``.

Every fault of :mod:`check_faults` is planted in its clean document; the table says for each rule in how many documents
it was planted, found and missed, and in how many it was reported where nothing of the kind was planted (the clean
documents and those with another fault).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import vanban
from check_faults import BASES, all_faults, clean, planted

START, END = "<!-- bảng -->", "<!-- hết bảng -->"


def counted() -> list[tuple[str, int, int, int]]:
    """Rule, planted, found, false."""
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for base in BASES:
        false.update({finding.rule for finding in vanban.check(clean(base)).findings})
    for fault in all_faults():
        reported = {finding.rule for finding in vanban.check(planted(fault)).findings}
        tried[fault.rule] += 1
        found[fault.rule] += fault.rule in reported
        false.update(reported - {fault.rule} - fault.also)
    return [(rule, tried[rule], found[rule], false[rule]) for rule in sorted({*tried, *false})]


def table() -> str:
    """The table in Markdown, with a line of sums."""
    rows = counted()
    sums = [sum(column) for column in zip(*((tried, found, false) for _, tried, found, false in rows), strict=True)]
    lines = [
        f"Measured on {sum(row[1] for row in rows)} planted faults and {len(BASES)} documents without any.",
        "",
        "| rule | tried | found | missed | false |",
        "|---|--:|--:|--:|--:|",
        *(f"| `{rule}` | {tried} | {found} | {tried - found} | {false} |" for rule, tried, found, false in rows),
        f"| all | {sums[0]} | {sums[1]} | {sums[0] - sums[1]} | {sums[2]} |",
    ]
    return "\n".join(lines)


def main(path: Path) -> None:
    """Put the table between its marks in the file."""
    text = path.read_text(encoding="utf-8")
    before, after = text.split(START)[0], text.split(END)[1]
    path.write_text(f"{before}{START}\n{table()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
