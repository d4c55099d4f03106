"""The arrival stamp of the office that received a document: "ĐẾN, Số 4707, Ngày 13/03/2025".

Its form is that of Nghị định 30/2020/NĐ-CP, Phụ lục IV: ĐẾN, Số, Ngày, Chuyển. Number and day are the receiver's and
never those of the document.
"""

from __future__ import annotations

import re
from calendar import monthrange

from vanban.model import Seal, Span, Value

_SEAL = re.compile(
    r"(?:CÔNG VĂN |VĂN BẢN )?ĐẾN\b\W{0,15}(?:Số|SỐ)(?: đến)?\s*[:.…]*\s*(?P<number>\d{1,6}[a-zđ]?)(?!\w|\s*[/-]\s*\w)"
    r"\W{0,15}(?:Ngày|NGÀY)(?: đến)?\b\s*[:.…]*"
    r"(?:\s*(?P<date>(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4})))?"
    r"(?:\s*Chuyển\s*:[^\n]*)?"
)
_CONFIDENCE = 0.9


def read_seals(text: str) -> tuple[Seal, ...]:
    """The arrival stamps that stand in ``text``."""
    if "ĐẾN" not in text:
        return ()
    return tuple(_seal(found) for found in _SEAL.finditer(text))


def _seal(found: re.Match[str]) -> Seal:
    def printed(group: str | int) -> Value[str]:
        return Value(" ".join(found[group].split()), Span(*found.span(group)), _CONFIDENCE, "seal.arrival")

    date = None
    if found["date"]:
        year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
        if year >= 1900 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            date = Value(f"{year}-{month:02}-{day:02}", Span(*found.span("date")), _CONFIDENCE, "derived.seal.date")
    return Seal(printed(0), printed("number"), date)
