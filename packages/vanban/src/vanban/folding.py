"""Compare Vietnamese text as people do: without regard to case, marks, punctuation or where a tone is placed.

Two forms, for two uses. :func:`spelled` keeps the length, so what is found in it stands at the same offsets in the
text; patterns are written against it. :func:`fold` keeps only the letters and digits, for comparing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
# The letters Ƣ and ƣ stand for Ư and ư in the text layer of some PDF files.
_TWINS = {ord("Ƣ"): "Ư", ord("ƣ"): "ư", ord("Ð"): "Đ", ord("ð"): "đ"}
#: Every capital letter of Vietnamese and Latin text, to stand inside ``[…]`` of a pattern.
UPPER = "".join(chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
#: Every small letter, likewise.
LOWER = "".join(chr(c) for c in (*range(0x61, 0x250), *range(0x1E00, 0x1F00)) if chr(c).islower())
_TWIN_TABLE = _DASHES | _SPACES | _TWINS
_HAS_TWIN = re.compile("[" + "".join(map(chr, _TWIN_TABLE)) + "]")  # looking is quicker than translating


def nfc(text: str) -> str:
    """``text`` in composed Unicode, the form of all text in this library."""
    return unicodedata.normalize("NFC", text)


def _with_tone(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter) + tone)


def _moved_tones() -> dict[str, str]:
    """Open syllables in "oa", "oe", "uy" with the tone on the last letter, and the same with it on the first."""
    return {
        first + _with_tone(last, tone): _with_tone(first, tone) + last
        for first, last in (("o", "a"), ("o", "e"), ("u", "y"))
        for tone in _TONES
    }


_MOVED = _moved_tones()
_OPEN_SYLLABLE = re.compile(rf"(?<!q)(?:{'|'.join(_MOVED)})(?![^\W\d_])")


def spelled(text: str) -> str:
    """``text`` (NFC) of the same length in lower case, "hoà" as "hòa", every dash as "-", every blank as " "."""
    return _spelled_phrase(text) if len(text) <= _PHRASE else _spelled(text)


def _spelled(text: str) -> str:
    if _HAS_TWIN.search(text):
        text = text.translate(_TWIN_TABLE)
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as "İ" grows: leave those letters alone
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _OPEN_SYLLABLE.sub(lambda found: _MOVED[found[0]], lower)


_MARKED = {
    ord(letter): base
    for base, marks in {"a": "ăâ", "e": "ê", "i": "", "o": "ôơ", "u": "ư", "y": ""}.items()
    for plain in base + marks
    for letter in (plain, *(_with_tone(plain, tone) for tone in _TONES))
} | {ord("đ"): "d"}


def bare(text: str) -> str:
    """``text`` as :func:`spelled` gives it, of the same length, its letters without tones and marks."""
    return text.translate(_MARKED)


def one_of(words: str) -> str:
    """A pattern group of the alternatives that ``words`` lists, parted by commas; longer ones first."""
    listed = [" ".join(word.split()) for word in words.split(",")]
    return f"(?:{'|'.join(sorted(filter(None, listed), key=len, reverse=True))})"


def fold(text: str) -> str:
    """The words of ``text`` without marks, in lower case, one blank between: "Hoà, Đức–Thọ" gives "hoa duc tho"."""
    decomposed = unicodedata.normalize("NFD", text.translate(_TWIN_TABLE)).casefold().replace("đ", "d")
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain))


# The same lines and names are looked at many times while a document is read.
_PHRASE = 240
_spelled_phrase = lru_cache(maxsize=4096)(_spelled)


def same(a: str, b: str) -> bool:
    """True when ``a`` and ``b`` are the same words."""
    return fold(a) == fold(b)


def contains(text: str, value: str) -> bool:
    """True when the folded ``text`` contains the folded ``value``, blanks aside (a word may be broken by a line)."""
    return fold(value).replace(" ", "") in fold(text).replace(" ", "")
