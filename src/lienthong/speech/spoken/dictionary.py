"""How abbreviations and foreign names are said: the words that come with the program, and those of an office."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_COMMON = Path(__file__).with_name("data") / "words.tsv"


class Dictionary:
    """Written form → spoken form. An office's own words go before the common ones; upper and lower case differ."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self.words: dict[str, str] = {**common(), **(own or {})}
        longest = sorted(self.words, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, longest))})(?![\w])")
        #: Every word of every spoken form.
        self.said = frozenset(word for said in self.words.values() for word in said.replace(",", "").split())
        self._folded = {written.lower(): said for written, said in self.words.items() if not written.isupper()}

    def say(self, written: str) -> str | None:
        """The spoken form of exactly this, or None."""
        return self.words.get(written) or self._folded.get(written.lower())

    def replaced(self, text: str) -> str:
        """``text`` with every word of the dictionary as it is said; the longest word wins."""
        return self._pattern.sub(lambda found: self.words[found.group()], text)


@cache
def common() -> dict[str, str]:
    """The words that come with the program: one a line, written and spoken form with a tab between."""
    lines = _COMMON.read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))
