"""Is a text Vietnamese as people write it, or what a wrong font map or code page made of it?

A text layer with a wrong font map looks like text and holds letters that no Vietnamese word has. Reading it would give
values that nobody wrote, so it is recognised and refused. The measure is the share of such letters.
"""

from __future__ import annotations

import re
import unicodedata

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

_MAX_FOREIGN = 0.03
_MAX_CONTROL = 0.02


def damaged(text: str) -> bool:
    """True when more than three letters in a hundred belong to no Vietnamese word."""
    visible = sum(map(len, text.split()))
    return bool(visible) and len(_FOREIGN.findall(text)) > _MAX_FOREIGN * visible


def binary(text: str) -> bool:
    """True when control characters are more than two in a hundred: the bytes were no text."""
    return len(_CONTROL.findall(text)) > _MAX_CONTROL * max(1, len(text))


def vietnamese(text: str) -> bool:
    """True when undamaged and at least one character in twenty is a letter that only Vietnamese writes so."""
    return not damaged(text) and len(_VIETNAMESE.findall(text)) * 20 >= sum(map(len, text.split())) > 0
