"""What the composer counts and spells: labels of headings, dates in words.

Nghị định 30, Phụ lục I, II.4 and II.6.đ; Hướng dẫn 36-HD/VPTW, 1.4 and 1.6.
"""

from __future__ import annotations

import datetime

#: The letters that number points: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư.
POINTS = "abcdđeghiklmnopqrstuvxy"

_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


class ModelError(ValueError):
    """The model cannot be composed; the message is a Vietnamese sentence for the user."""


def roman(number: int) -> str:
    return f"{'C' * (number // 100)}{_TENS[number // 10 % 10]}{_ONES[number % 10]}"


class Labels:
    """Counts headings of three levels, articles, and parts, chapters and sections."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0]
        self._articles = 0
        self._units: dict[str, int] = {}

    def next(self, level: int, given: str | None = None) -> str:
        """The label, with its mark, of the next heading at ``level`` (1 to 3); ``given`` is printed instead if set.

        A heading starts the levels below it over.
        """
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (3 - level)
        number = self._counts[level - 1]
        if given:
            return given if given[-1] in ".)" else f"{given}{')' if level == 3 else '.'}"
        if level == 1:
            return f"{roman(number)}."
        if level == 2:
            return f"{number}."
        return f"{POINTS[(number - 1) % len(POINTS)] * ((number - 1) // len(POINTS) + 1)})"

    def article(self) -> str:
        """ "Điều 1.", counted through the document; clauses below it begin anew."""
        self._articles += 1
        self._counts = [0, 0, 0]
        return f"Điều {self._articles}."

    def unit(self, name: str) -> str:
        """ "Chương I", "Mục 1"; sections begin anew in each chapter, chapters in each part."""
        order = ("phần", "chương", "mục")
        self._units[name] = self._units.get(name, 0) + 1
        for below in order[order.index(name) + 1 :]:
            self._units[below] = 0
        number = self._units[name]
        return f"{name.capitalize()} {number if name == 'mục' else roman(number)}"


def date_parts(date: str | None) -> tuple[int, int, int]:
    """Year, month and day of an ISO date, 0 for what it lacks; raises :class:`ModelError` for what is none."""
    if date is None:
        return 0, 0, 0
    parts = date.split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        raise ModelError(f"Ngày “{date}” không đúng dạng năm-tháng-ngày.")
    year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError as error:
        raise ModelError(f"Ngày “{date}” không có trong lịch.") from error
    if not 1900 <= year <= 2999 or (day and not month):
        raise ModelError(f"Ngày “{date}” không có trong lịch.")
    return year, month, day


def printed_date(date: str | None) -> str:
    """An ISO date in words, "ngày 05 tháng 01 năm 2026"; blanks for what it lacks.

    Days below 10 and the months 1 and 2 have a leading zero (Nghị định 30, Phụ lục I, II.4.b).
    """
    year, month, day = date_parts(date)
    words = [f"ngày {day:02d}" if day else "ngày       "]
    words.append((f"tháng {month:02d}" if month < 3 else f"tháng {month}") if month else "tháng       ")
    words.append(f"năm {year}" if year else "năm        ")
    return " ".join(words)


def short_date(date: str | None) -> str:
    """A date in figures, as the Party cites documents: "ngày 06/02/2017"; blanks for what it lacks."""
    year, month, day = date_parts(date)
    if not (year and month and day):
        return printed_date(date)
    return f"ngày {day:02d}/{month:02d}/{year}" if month < 3 else f"ngày {day:02d}/{month}/{year}"
