"""Automatic numbering of a .docx: the label that Word prints before a paragraph.

Word stores "level 2 of list 5" with a paragraph; the label comes from the list's definition and from what was counted
before. Counters belong to the abstract list, so several lists that share one definition go on counting, unless a list
starts over by itself (``w:startOverride``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from vanban.sources.package import W

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VAL = W + "val"
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    style: str | None


def value_of(element: etree._Element | None, path: str) -> str | None:
    """``w:val`` of the child at ``path`` (local names joined by "/"), or None."""
    if element is None:
        return None
    found = element.find(_steps(path))
    return None if found is None else found.get(_VAL)


@cache
def _steps(path: str) -> str:
    return "/".join(W + name for name in path.split("/"))


def number_of(text: str | None, default: int) -> int:
    """A small number from an attribute that may hold anything."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default


def _roman(number: int) -> str:
    text = ""
    for value, digits in _ROMAN:
        while number >= value:
            text, number = text + digits, number - value
    return text


def formatted(number: int, kind: str) -> str:
    """A number as a list of the given ``w:numFmt`` prints it."""
    if kind in ("upperRoman", "lowerRoman") and number < 4000:
        return _roman(number) if kind == "upperRoman" else _roman(number).lower()
    if kind in ("upperLetter", "lowerLetter") and 0 < number < 2600:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind == "decimalZero":
        return f"{number:02d}"
    return "" if kind == "none" else str(number)


class Numbering:
    """Counts through a document; :meth:`label` must be asked once a paragraph, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, _Level | int]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._linked: dict[str, str] = {}
        if root is None:
            return
        by_style: dict[str, str] = {}
        for item in root.findall(W + "abstractNum"):
            key = item.get(W + "abstractNumId") or ""
            self._levels[key] = {
                number_of(level.get(W + "ilvl"), 0): self._level(level) for level in item.findall(W + "lvl")
            }
            if defines := value_of(item, "styleLink"):
                by_style[defines] = key
            if uses := value_of(item, "numStyleLink"):
                self._linked[key] = uses
        for key, style in self._linked.items():
            if style in by_style:
                self._levels[key] = self._levels[by_style[style]]
        for item in root.findall(W + "num"):
            key = item.get(W + "numId") or ""
            self._abstract[key] = value_of(item, "abstractNumId") or ""
            self._overrides[key] = {}
            for override in item.findall(W + "lvlOverride"):
                depth = number_of(override.get(W + "ilvl"), 0)
                level = override.find(W + "lvl")
                if level is not None:
                    self._overrides[key][depth] = self._level(level)
                elif (start := value_of(override, "startOverride")) is not None:
                    self._overrides[key][depth] = number_of(start, 1)

    @staticmethod
    def _level(element: etree._Element) -> _Level:
        restart = value_of(element, "lvlRestart")
        legal = element.find(W + "isLgl")
        return _Level(
            start=number_of(value_of(element, "start"), 0),
            format=value_of(element, "numFmt") or "decimal",
            text=value_of(element, "lvlText") or "",
            suffix={"space": " ", "nothing": ""}.get(value_of(element, "suff") or "tab", " "),
            restart=None if restart is None else number_of(restart, 0),
            legal=legal is not None and legal.get(W + "val") not in ("0", "false"),
            style=value_of(element, "pStyle"),
        )

    def depth_of_style(self, number: str, style: str) -> int | None:
        """The level that a list links to a paragraph style."""
        levels = self._levels.get(self._abstract.get(number, ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def label(self, number: str, depth: int) -> str:
        """The printed label with what stands between it and the text, or "" for a paragraph outside every list."""
        abstract = self._abstract.get(number)
        if abstract is None or number == "0":
            return ""
        overrides = self._overrides[number]
        level = self._level_at(number, depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(abstract, {})
        override = overrides.get(depth)
        if override is not None and (number, depth) not in self._begun:
            counters[depth] = override if isinstance(override, int) else override.start
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else level.start
        self._begun.add((number, depth))
        for deeper in [other for other in counters if other > depth]:
            below = self._level_at(number, deeper)
            restart = None if below is None else below.restart
            # Without w:lvlRestart every higher level starts a lower one over; 0 never; n: level n and above.
            if restart is None or (restart and depth < restart):
                del counters[deeper]
        if level.format == "bullet":
            return _bullet(level.text) + level.suffix

        def number_at(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            source = self._level_at(number, place)
            if source is None:
                return ""
            counted = counters.setdefault(place, source.start)
            return formatted(counted, "decimal" if level.legal and place != depth else source.format)

        text = _PLACE.sub(number_at, level.text)
        return text + level.suffix if text else ""

    def _level_at(self, number: str, depth: int) -> _Level | None:
        override = self._overrides.get(number, {}).get(depth)
        if isinstance(override, _Level):
            return override
        return self._levels.get(self._abstract.get(number, ""), {}).get(depth)


def _bullet(text: str) -> str:
    """Bullets come as characters of symbol fonts; everything that is no dash, plus or dot is written as a dash."""
    return text if text in ("-", "–", "—", "+", "•", "*") else "-"
