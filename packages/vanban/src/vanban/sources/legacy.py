"""Fonts from before Unicode: TCVN3 (".VnTime", ABC) and VNI ("VNI-Times"), whose letters are kept as other letters.

A text in such a font holds Latin-1 letters that only look Vietnamese in that font: "®©y lµ" is "đây là". Where the font
is known by its name, its text is converted; where only text is left, it is converted if nearly every word becomes a
Vietnamese one. Fonts of TCVN3 whose names end in H print small letters as capitals.

Tables from the standards TCVN 5712:1993 (VN3) and VNI for Windows.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from vanban.sources.syllables import share_of_syllables

Encoding = Literal["TCVN3", "VNI"]

#: First code and the letters that follow it.
_TCVN3_RUNS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)  # fmt: skip
_TCVN3 = {first + step: letter for first, letters in _TCVN3_RUNS for step, letter in enumerate(letters)}

# VNI writes a letter and, after it, a sign for its marks: tone, or vowel sign and tone together.
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_TONES = (_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT)
_VNI_SIGNS = {
    **dict(zip("øùûõï", _TONES, strict=True)),
    "â": "\u0302", **{sign: "\u0302" + tone for sign, tone in zip("àáåãä", _TONES, strict=True)},
    "ê": "\u0306", **{sign: "\u0306" + tone for sign, tone in zip("èéúüë", _TONES, strict=True)},
}  # fmt: skip
_VNI_ALONE = dict(zip("ôöñìíæóòî", "ơưđìíỉĩịỵ", strict=True))
_VNI_LETTER = re.compile("([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ôöñìíæóòî]", re.IGNORECASE)

#: A sign that shows nothing and is taken out of every text.
NOTHING = "\u200b"
#: Word keeps the letters of fonts that it takes for symbols in this part of the private area.
_SYMBOLS = re.compile("[\uf020-\uf0ff]")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
#: So many words, and nearly every one, must become Vietnamese before a text is converted whose font is not known.
_FEWEST, _MOSTLY = 8, 0.9


def encoding_of(font_name: str) -> Encoding | None:
    """How a font keeps its letters; None for a font of Unicode. "ABCDEF+.VnTime,Bold" is TCVN3."""
    name = _SUBSET.sub("", font_name).lower()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith(("vni-", "vni ")) else None


def convert(text: str, font_name: str) -> str:
    """``text`` in Unicode (NFC) if its font is one of TCVN3 or VNI; else ``text`` as it is."""
    encoding = encoding_of(font_name)
    if encoding is None:
        return text
    converted = decode(text, encoding)
    return converted.upper() if encoding == "TCVN3" and prints_capitals(font_name) else converted


def decode(text: str, encoding: Encoding) -> str:
    """The letters that ``text`` shows in a font of ``encoding``, in NFC."""
    text = _SYMBOLS.sub(lambda found: chr(ord(found[0]) - 0xF000), text)
    if encoding == "TCVN3":
        return text.translate(_TCVN3)
    return _VNI_LETTER.sub(lambda found: _vni_letter(found[0]), text)


def decode_in_place(text: str, encoding: Encoding) -> str:
    """As :func:`decode`, and of the same length: what a letter no longer needs becomes an invisible sign."""
    if encoding == "TCVN3":
        return decode(text, encoding)
    return _VNI_LETTER.sub(lambda found: _vni_letter(found[0]).ljust(len(found[0]), NOTHING), text)


def recover(text: str) -> tuple[str, Encoding] | None:
    """``text`` converted, if it only makes Vietnamese words when taken for TCVN3 or VNI; else None."""
    encodings: tuple[Encoding, ...] = ("TCVN3", "VNI")
    best = max((share_of_syllables(decode(text, encoding)), encoding) for encoding in encodings)
    if len(text.split()) < _FEWEST or best[0] < _MOSTLY or best[0] <= share_of_syllables(text):
        return None
    return decode(text, best[1]), best[1]


@cache
def _vni_letter(letters: str) -> str:
    base = letters[0]
    small = _VNI_ALONE.get(base.lower(), base.lower())
    if base.isupper():
        small = small.upper()
    return unicodedata.normalize("NFC", small + _VNI_SIGNS[letters[1].lower()]) if len(letters) > 1 else small


def prints_capitals(font_name: str) -> bool:
    """True for ".VnTimeH", ".VnArialH Bold", ".VnHelvetInsH,Italic": fonts of capitals."""
    family = re.split(r"[ ,-]", _SUBSET.sub("", font_name))[0]
    return family.endswith("H")
