"""Labels of headings: "I.", "1.", "a)" (Nghị định 30, Phụ lục I, II.6.d)."""

from __future__ import annotations

#: The letters that number points: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư.
POINTS = "abcdđeghiklmnopqrstuvxy"

_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


class Labels:
    """Counts headings of three levels; a heading starts the levels below it over."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0]

    def next(self, level: int, given: str | None = None) -> str:
        """The label, with its mark, of the next heading at ``level`` (1 to 3); ``given`` is printed instead if set."""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (3 - level)
        number = self._counts[level - 1]
        if given:
            return given if given[-1] in ".)" else f"{given}{')' if level == 3 else '.'}"
        if level == 1:
            return f"{'C' * (number // 100)}{_TENS[number // 10 % 10]}{_ONES[number % 10]}."
        if level == 2:
            return f"{number}."
        return f"{POINTS[(number - 1) % len(POINTS)] * ((number - 1) // len(POINTS) + 1)})"
