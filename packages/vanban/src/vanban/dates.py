"""Dates and periods as Vietnamese official documents print them, and the last day a period leaves for a task.

``Nghị định 30/2020/NĐ-CP``, Phụ lục I, prints a date as "ngày 05 tháng 01 năm 2020"; offices also write "05/01/2020",
"ngày 5.1.2020", "Quý III, IV/2025" or "6 tháng đầu năm 2025". A date that the calendar does not have is refused, and a
year that is not printed is not supplied.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from vanban.model import Span

YEAR = r"(?:19|20|21)\d\d(?!\d)"
_FILL = r"[\s.…_]{0,40}"  # a blank for a day that a hand fills in
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"

_DATE = re.compile(
    rf"(?:ngày{_FILL})?(?<!\d)(?P<d1>\d{{1,2}}){_FILL}tháng{_FILL}(?P<m1>\d{{1,2}})[\s.…_,]{{0,40}}năm\s{{0,8}}(?P<y1>{YEAR})"
    rf"|ngày{_FILL}tháng{_FILL}(?P<m2>\d{{1,2}})?[\s.…_,]{{0,40}}năm\s{{0,8}}(?P<y2>{YEAR})"
    rf"|(?:ngày\s{{0,8}})?(?<![\d/.])(?P<d3>\d{{1,2}})(?P<sep>\s{{0,3}}/\s{{0,3}}|[.-]\s?)(?P<m3>\d{{1,2}})"
    rf"(?:\s{{0,3}}/\s{{0,3}}|[.-]\s?)(?P<y3>{YEAR})"
    rf"|(?:ngày\s{{0,8}})?(?<![\d/.])(?P<d4>\d{{1,2}})\s?/\s?(?P<m4>\d{{1,2}})[\s,]{{1,8}}năm\s{{0,8}}(?P<y4>{YEAR})"
    rf"|tháng{_FILL}(?P<m5>\d{{1,2}})(?:\s{{0,3}}[/.-]\s{{0,3}}|[\s,]{{0,8}}năm\s{{0,8}})(?P<y5>{YEAR})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed: ``value`` is ISO, cut to ``YYYY-MM`` or ``YYYY`` where the day, or the month too, is blank."""

    value: str
    span: Span


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = int(next(parts[f"y{n}"] for n in range(1, 6) if parts[f"y{n}"]))
    month = next((parts[f"m{n}"] for n in range(1, 6) if parts[f"m{n}"]), None)
    day = next((parts[f"d{n}"] for n in (1, 3, 4) if parts[f"d{n}"]), None)
    if month is None:
        return f"{year}"
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{year}-{int(month):02}"
    if not 1 <= int(day) <= monthrange(year, int(month))[1]:
        return None
    return f"{year}-{int(month):02}-{int(day):02}"


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[PrintedDate]:
    """Every date printed in ``text[start:end]``, in order; dates that the calendar does not have are left out."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        value = _iso(match)
        if value is not None:
            yield PrintedDate(value, Span(match.start(), match.end()))


def date_at(text: str, start: int) -> PrintedDate | None:
    """The date printed at exactly ``start``, or None."""
    match = _DATE.match(text, start)
    value = _iso(match) if match else None
    return PrintedDate(value, Span(match.start(), match.end())) if match and value else None


def parse_date(text: str) -> str | None:
    """The first date in ``text`` as ISO (``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``), or None."""
    return next((found.value for found in find_dates(unicodedata.normalize("NFC", text))), None)


def last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that the text prints, both ends included. ``text[start:end]`` is where."""

    first: date
    last: date
    start: int
    end: int
    range: bool = False


_QUARTER = r"(?:IV|I{1,3}|[1-4])(?![\w])"
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_AND = r"\s{0,3}(?:,|;|-|–|và|đến|\+|&)\s{0,3}"
_OF_YEAR = r"(?:\s{0,3}[/.-]\s{0,3}|[\s,]{0,4}(?:của\s+)?năm\s{0,4})"
_PERIOD = re.compile(
    rf"qu[ýí]\s{{0,4}}(?P<q1>{_QUARTER})(?P<more>(?:{_AND}(?:qu[ýí]\s{{0,4}})?{_QUARTER}){{0,4}}){_OF_YEAR}(?P<qy>{YEAR})"
    rf"|(?P<n>3|6|9|0[369]|sáu|ba|chín)\s+tháng\s+(?P<half>đầu|cuối)\s+(?:của\s+)?năm\s{{0,4}}(?P<hy>{YEAR})"
    rf"|(?P<ry1>{YEAR})\s{{0,3}}(?:-|–|—|đến)\s{{0,3}}(?:năm\s{{0,3}})?(?<!\d)(?P<ry2>{YEAR})"
    rf"|(?<![\d/.])(?P<mm>{_MONTH})\s{{0,3}}[/]\s{{0,3}}(?P<my>{YEAR})(?![/\w])"
    rf"|(?<![\d/.,])(?P<y>{YEAR})(?![/.,]?\d)(?!/)",
    re.IGNORECASE,
)


def _of_date(found: PrintedDate) -> Period:
    parts = [int(part) for part in found.value.split("-")]
    year = parts[0]
    if len(parts) == 1:
        first, last = date(year, 1, 1), date(year, 12, 31)
    elif len(parts) == 2:
        first, last = date(year, parts[1], 1), last_day(year, parts[1])
    else:
        first = last = date(year, parts[1], parts[2])
    return Period(first, last, found.span.start, found.span.end)


def _of_period(match: re.Match[str]) -> Period | None:
    parts = match.groupdict()
    at = match.start(), match.end()
    if parts["qy"]:
        year = int(parts["qy"])
        names = [parts["q1"], *re.findall(_QUARTER, parts["more"] or "", re.IGNORECASE)]
        quarters = [_ROMAN.get(name.upper()) or int(name) for name in names]
        if quarters != sorted(set(quarters)):
            return None
        return Period(date(year, quarters[0] * 3 - 2, 1), last_day(year, quarters[-1] * 3), *at)
    if parts["hy"]:
        year = int(parts["hy"])
        months = {"ba": 3, "sáu": 6, "chín": 9}.get(parts["n"].lower()) or int(parts["n"])
        if parts["half"].lower() == "đầu":
            return Period(date(year, 1, 1), last_day(year, months), *at)
        return Period(date(year, 13 - months, 1), date(year, 12, 31), *at)
    if parts["ry1"]:
        first, last = int(parts["ry1"]), int(parts["ry2"])
        return Period(date(first, 1, 1), date(last, 12, 31), *at, range=True) if first <= last else None
    if parts["my"]:
        year, month = int(parts["my"]), int(parts["mm"])
        return Period(date(year, month, 1), last_day(year, month), *at)
    year = int(parts["y"])
    return Period(date(year, 1, 1), date(year, 12, 31), *at)


# The year stands with the end of the stretch only: "tháng 8 đến tháng 12/2025", "01/9 - 30/9/2025".
_UP_TO = r"\s{0,3}(?:-|–|—|,|và|đến(?:\s+hết)?)\s{0,3}"
_WITHIN_YEAR = re.compile(
    rf"tháng\s{{1,3}}(?P<m1>{_MONTH})(?:\s?,\s?{_MONTH}){{0,9}}{_UP_TO}(?:tháng\s{{1,3}})?(?P<m2>{_MONTH}){_OF_YEAR}(?P<my>{YEAR})"
    rf"|(?<![\d/.])(?P<d1>{_DAY})/(?P<dm1>{_MONTH})\s{{0,3}}(?:-|–|—|đến(?:\s+hết)?)\s{{0,3}}(?:ngày\s{{1,3}})?"
    rf"(?P<d2>{_DAY})/(?P<dm2>{_MONTH})/(?P<dy>{YEAR})",
    re.IGNORECASE,
)


def _of_stretch(match: re.Match[str]) -> Period | None:
    year = int(match["my"] or match["dy"])
    if match["my"]:
        first, last = date(year, int(match["m1"]), 1), last_day(year, int(match["m2"]))
    else:
        try:
            first, last = (date(year, int(match[f"dm{n}"]), int(match[f"d{n}"])) for n in (1, 2))
        except ValueError:
            return None
    return Period(first, last, match.start(), match.end(), range=True) if first < last else None


_CITED_BEFORE = re.compile(r"\d\s?[/-]\s?(?:\w+[/-])?[^\W\d_][\w/-]{0,20}[\s,]{1,4}$")


def find_periods(text: str) -> list[Period]:
    """Every dated stretch of ``text`` (day, month, quarter, part of a year, year, range of years), in order.

    Meant for a phrase (a field, a cell, a sentence). A date that stands with the number of a cited document
    ("Kế hoạch số 82/KH-UBND ngày 17/4/2025") is that document's, not a period, and is left out.
    """
    found = [period for match in _WITHIN_YEAR.finditer(text) if (period := _of_stretch(match))]
    for period in found:
        text = text[: period.start] + "\0" * (period.end - period.start) + text[period.end :]
    found += [
        _of_date(printed)
        for printed in find_dates(text)
        if not _CITED_BEFORE.search(text, max(0, printed.span.start - 40), printed.span.start)
    ]
    rest = _without_dates(text)
    found.extend(period for match in _PERIOD.finditer(rest) if (period := _of_period(match)))
    return sorted(found, key=lambda period: period.start)


def _without_dates(text: str) -> str:
    """``text`` with printed dates, impossible ones too, blotted out: no part of one is read as something else."""
    return _DATE.sub(lambda match: "\0" * len(match[0]), text)


_UNITS = r"(?:ngày|tuần|tháng|qu[ýí]|năm)"
RECURRING = re.compile(
    rf"thường\s+(?:xuyên|kỳ|kì)|h[ằàa]ng\s+(?:giờ|ngày|tuần|tháng|qu[ýí]|năm)|định\s+k[ỳì]|mỗi\s+(?:\d+\s+)?{_UNITS}"
    rf"|(?:lần|số|tin|bài|kỳ|chuyên\s+mục)\s?/\s?(?:\d+\s+)?{_UNITS}|{_UNITS}\s?/\s?(?:\d+\s+)?(?:lần|số|kỳ)"
    r"|liên\s+tục|lâu\s+dài|khi\s+có|đột\s+xuất",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"trở\s+(?:đi|về\s+sau)|(?:các|những)\s+(?:năm|tháng|qu[ýí]|kỳ)\s+(?:tiếp|sau|kế\s+tiếp)|năm\s+tiếp\s+theo",
    re.IGNORECASE,
)
# What may stand between a word such as "trước" and the period that it governs.
_LINK = r"\s*(?:hết\s+)?(?:ngày|tháng|qu[ýí]|năm)?\s*$"
_START = re.compile(
    rf"\b(?:từ|sau|bắt\s+đầu|(?<!tháng )đầu|giữa|tầm\s+nhìn(?:\s+đến)?|định\s+hướng(?:\s+đến)?){_LINK}", re.IGNORECASE
)
_NOT_CALENDAR = re.compile(r"\b(?:năm\s+học|nhiệm\s+k[ỳì]|tầm\s+nhìn)\s*$", re.IGNORECASE)
_BEFORE = re.compile(rf"\btrước{_LINK}", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:đến|tới|hết){_LINK}", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?P<after>(?P<latest>(?:chậm|muộn)\s+nhất\s+(?:là\s+)?)?sau\s+)?(?<!\d)(?P<n>\d{1,3})\s*(?:\([^)]{0,20}\)\s*)?"
    r"(?P<unit>ngày|tuần|tháng|năm)(?P<working>\s+làm\s+việc)?,?\s+(?:kể\s+|tính\s+)?từ\s+(?P<rest>.{0,120})",
    re.IGNORECASE | re.DOTALL,
)
_ISSUED = re.compile(
    r"(?:ngày\s+)?(?:(?:chỉ\s+thị|kế\s+hoạch|quyết\s+định|công\s+văn|văn\s+bản|thông\s+báo|nghị\s+quyết|công\s+điện"
    r"|chương\s+trình|hướng\s+dẫn)\s+này\s+(?:được\s+)?)?(?:ký|ban\s+hành)(?:\s+\w+(?:\s+\w+)?\s+này)?\s*(?:[.,;)]|$)",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"(?<!đầu )(?<!giữa )\bnăm\s+nay\b", re.IGNORECASE)
_DAY_MONTH = re.compile(
    rf"(?<![\d/.])(?P<d>{_DAY})(?:\s?/\s?|\s+tháng\s+)(?P<m>{_MONTH})(?![/\d])(?!\s?[/.-]\s?\d)", re.IGNORECASE
)


def _time_limit(match: re.Match[str], issued: date | None) -> date | None:
    """The last day of a time limit counted from a day, if that day is known.

    The first day is not counted (Bộ luật Dân sự 2015, Điều 147.2). A limit in working days stays unknown: public
    holidays and the days that replace them are decided from year to year.
    """
    printed = date_at(match["rest"], 0)
    if printed and len(printed.value) == 10:
        day: date | None = date.fromisoformat(printed.value)
    else:
        day = issued if _ISSUED.match(match["rest"]) else None
    if day is None or match["working"] or (match["after"] and not match["latest"]):
        return None
    count, unit = int(match["n"]), match["unit"].lower()
    if unit == "ngày":
        return day + timedelta(days=count)
    if unit == "tuần":
        return day + timedelta(weeks=count)
    return day + (relativedelta(months=count) if unit == "tháng" else relativedelta(years=count))


@dataclass(frozen=True, slots=True)
class _End:
    last: date
    until: bool  # an end is printed in words ("đến", "hết")
    whole_year: bool


def _ends(text: str) -> Iterator[_End]:
    """The last days that the text sets; where a period only begins ("từ năm 2025") sets none."""
    for period in find_periods(text):
        # The word that governs a period stands before it; a date may hold its own "ngày" already.
        before = text[max(0, period.start - 40) : period.start]
        if _NOT_CALENDAR.search(before) or (not period.range and _START.search(before)):
            continue
        whole_year = (period.last - period.first).days >= 364
        if period.first != period.last and _BEFORE.search(before):
            yield _End(period.first - timedelta(days=1), False, whole_year)
        else:
            yield _End(period.last, bool(_UNTIL.search(before)), whole_year)


def window_of(text: str) -> tuple[date | None, date | None] | None:
    """The stretch of days in which the text says that something goes on; a side that it leaves open is None.

    A single day without "từ", "đến" or "trước" is a day and no window.
    """
    firsts: list[date] = []
    lasts: list[date] = []
    for period in find_periods(text):
        before = text[max(0, period.start - 40) : period.start]
        if _NOT_CALENDAR.search(before):
            continue
        if not period.range and _START.search(before):
            firsts.append(period.first)
        elif _UNTIL.search(before) or _BEFORE.search(before):
            lasts.append(period.last)
        elif period.first != period.last:
            firsts.append(period.first)
            lasts.append(period.last)
    if _OPEN.search(text):
        lasts = []
    return (min(firsts, default=None), max(lasts, default=None)) if firsts or lasts else None


@lru_cache(maxsize=1024)  # a plan prints the same few periods again and again
def due_of(when: str, document_date: str | None = None) -> str | None:
    """The latest date that follows from ``when``, as ``YYYY-MM-DD``; None where it is recurring, open or not complete.

    "Quý III, IV/2025" gives 2025-12-31, "trước ngày 15/9/2025" and "đến hết ngày 15/9/2025" give 2025-09-15, a range
    its end. What recurs has a last day only where one is printed ("thường xuyên … đến hết ngày 31/12/2025").
    ``document_date`` (ISO) serves "trong 15 ngày kể từ ngày ban hành", if it is complete, and "năm nay".
    """
    text = unicodedata.normalize("NFC", when)
    recurring = RECURRING.search(text) is not None
    if _OPEN.search(text):
        return None
    limit = _WITHIN.search(text)
    if limit:
        issued = date.fromisoformat(document_date) if document_date and len(document_date) == 10 else None
        day = _time_limit(limit, issued)
        return day.isoformat() if day and not recurring else None
    ends = list(_ends(text))
    if recurring:
        ends = [end for end in ends if end.until]
    elif not ends and document_date and _THIS_YEAR.search(text):
        ends = [_End(date(int(document_date[:4]), 12, 31), False, True)]
    loose = [] if recurring else list(_DAY_MONTH.finditer(_without_dates(text)))
    if loose and all(end.whole_year for end in ends):
        return _in_year({end.last.year for end in ends}, loose)
    return max(end.last for end in ends).isoformat() if ends else None


def _in_year(years: set[int], days: list[re.Match[str]]) -> str | None:
    """Days printed without a year, in the one year that the phrase names; None if it names none or several."""
    if len(years) != 1:
        return None
    year = years.pop()
    try:
        return max(date(year, int(match["m"]), int(match["d"])) for match in days).isoformat()
    except ValueError:
        return None
