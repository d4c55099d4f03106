"""Vietnamese text: folding for search, and the one order in which lists are sorted."""

import re
import unicodedata

from vanban.folding import fold

__all__ = ["fold", "person_sort_key", "printable", "search_fold", "sort_key"]

#: What a workbook and a Word file cannot hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SEPARATORS = re.compile(r"[^0-9a-z]+")
# The alphabet of Vietnamese dictionaries, then the tones in their order: ngang, huyền, hỏi, ngã, sắc, nặng.
_LETTERS = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=11)}
_END, _SPACE, _NUMBER = "00", "01", "02"
SORT_KEY_LENGTH = 480
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {"\u0306", "\u0302", "\u031b"}


def search_fold(text: str) -> str:
    """``text`` as it is searched: without marks or case, "82/KH-UBND" as three words."""
    return _SEPARATORS.sub(" ", fold(text)).strip()


def sort_key(text: str) -> str:
    """A key whose plain string order is the Vietnamese alphabet, tones deciding only between equal letters.

    Stored in a column. It holds digits only, so that SQLite and PostgreSQL sort alike whatever their collation is.
    Numbers sort by value. At most SORT_KEY_LENGTH long.
    """
    letters, tones = [], []
    for part in re.split(r"(\d+)", unicodedata.normalize("NFC", text).casefold()):
        if part.isdecimal():
            value = str(int(part[:18]))
            letters.append(f"{_NUMBER}{len(value):02}{value}")
            continue
        for char in part:
            base, tone = _base_and_tone(char)
            if base in _LETTERS:
                letters.append(str(_LETTERS[base]))
                tones.append(str(tone))
            elif char.isspace() and letters and letters[-1] != _SPACE:
                letters.append(_SPACE)
    if letters and letters[-1] == _SPACE:
        letters.pop()
    return ("".join(letters) + _END + "".join(tones))[:SORT_KEY_LENGTH]


def person_sort_key(full_name: str) -> str:
    """Persons sort by given name, then family and middle names, as Vietnamese lists do."""
    *rest, given = full_name.split() or [""]
    return sort_key(" ".join([given, *rest]))


def _base_and_tone(char: str) -> tuple[str, int]:
    base, tone = "", 0
    for mark in unicodedata.normalize("NFD", char):
        if mark in _TONES:
            tone = _TONES[mark]
        elif not unicodedata.combining(mark) or mark in _SHAPES:
            base += mark
    return unicodedata.normalize("NFC", base), tone


def printable(text: str) -> str:
    """``text`` without the characters that a workbook and a Word file cannot hold."""
    return _CONTROL.sub("", text)
