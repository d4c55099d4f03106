"""Is a text Vietnamese as people write it, or what a wrong font map, code page or recognition of characters made of it?

A text layer with a wrong font map looks like text and holds letters that no Vietnamese word has. One that a machine
read for another language has hardly any of the letters that only Vietnamese writes, and words broken by digits and
signs. Reading either would give values that nobody wrote, so they are recognised and refused.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from vanban.sources.syllables import count_words

_BASES = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = "".join(
    sorted(
        {
            letter
            for base in _BASES + _BASES.upper()
            for tone in _TONES
            if len(letter := unicodedata.normalize("NFC", base + tone)) == 1 and not letter.isascii()
        }
    )
)
# UTF-8 that was read as Windows-1252 and saved again: "á»¦y", "nhÃ¢n".
_TWICE = "[ÃÂ][¡-¿]|á[º»]|Æ[¡°]"
# Superscript and fraction digits are word characters to Python and harmless here; the listed symbols never stand in a
# Vietnamese text and are what Mac and symbol encodings put in place of its letters.
_FOREIGN = re.compile(rf"[^\W\x00-\x7f{_LETTERS}ªº¹²³⁰⁴-⁹₀-₉¼½¾①-⓿]|[‡˙˝˛ˆ˜¨¸¬∏∑∂◊\ufffd]|{_TWICE}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_VIETNAMESE = re.compile(f"[{_LETTERS}]")

#: Letters that Latin-1 lacks and Vietnamese needs: one letter in five of any text.
_ONLY_VIETNAMESE = re.compile(f"[{''.join(letter for letter in _LETTERS if ord(letter) > 255)}]")

_MAX_FOREIGN = 0.03
_MAX_CONTROL = 0.02
#: Below the first share of its own letters a text was typed without marks, is foreign, or was misread. Typed without
#: marks nearly all words are syllables; of a foreign language few are.
_WITHOUT_MARKS, _MISREAD = 0.03, (0.4, 0.95)
_FEWEST_WORDS, _GARBLED = 40, 0.01
_SHORTEST_LINE = 8


def damaged(text: str) -> bool:
    """True when more than three letters in a hundred belong to no Vietnamese word."""
    visible = sum(map(len, text.split()))
    return bool(visible) and len(_FOREIGN.findall(text)) > _MAX_FOREIGN * visible


def foreign(text: str) -> bool:
    """True when any letter belongs to no Vietnamese word."""
    return _FOREIGN.search(text) is not None


def misread(text: str) -> bool:
    """True when a machine that does not know Vietnamese recognised the characters ("Sé: 12", "CQNG HOA", "d6i véi")."""
    enough = int(_WITHOUT_MARKS * len(text))
    if next(islice(_ONLY_VIETNAMESE.finditer(text), enough, None), None):
        return False
    words = count_words(text)
    return (
        words.all >= _FEWEST_WORDS and _MISREAD[0] < words.share < _MISREAD[1] and words.garbled > _GARBLED * words.all
    )


def partly_damaged(text: str) -> bool:
    """True when whole lines of a text are damaged, the rest perhaps not: one font of several has a wrong map."""
    return any(
        len(line) >= _SHORTEST_LINE and len(_FOREIGN.findall(line)) * 4 > len(line.replace(" ", ""))
        for line in text.splitlines()
    )


def binary(text: str) -> bool:
    """True when control characters are more than two in a hundred: the bytes were no text."""
    return len(_CONTROL.findall(text)) > _MAX_CONTROL * max(1, len(text))


def vietnamese(text: str) -> bool:
    """True when undamaged and at least one character in twenty is a letter that only Vietnamese writes so."""
    return not damaged(text) and len(_VIETNAMESE.findall(text)) * 20 >= sum(map(len, text.split())) > 0
