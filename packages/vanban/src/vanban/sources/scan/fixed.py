"""Words that the decree fixes: where a line of the letterhead is all but one of them, it is that one.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1 and II.3; Hướng dẫn 36-HD/VPTW, 1.1 and 1.3.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from vanban.folding import fold, spelled
from vanban.model import TYPES
from vanban.sources.glyphs import Glyph, Line

_TITLES = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM")
#: How like a title a line must be; no other line of a letterhead comes near.
_LIKE = 0.82
#: Words whose marks may be lost, but whose letters are all there.
_WORDS = {
    fold(words): words
    for words in (
        *(name.upper() for name in TYPES if name not in ("công văn", "khác")),
        "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "BAN CHẤP HÀNH", "BAN THƯỜNG VỤ", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM",
    )
}  # fmt: skip
_LABELS = (
    (re.compile(r"^\W*(S[ôồổỗộóòỏõọo6])\s?[:;.,]?.*[A-ZĐƯ]{2}[\w&.]*\s?[-–/]"), "Số"),
    (re.compile(r"\b(ng[^\Wà]y)\b.*\bn\wm\b", re.IGNORECASE), "ngày"),
    (re.compile(r"\bng\wy.*\b(th[^\Wá]ng)\b.*\bn\wm\b", re.IGNORECASE), "tháng"),
    (re.compile(r"\bng\wy.*\bth\wng\b.*\b(n[^\Wă]m)\b", re.IGNORECASE), "năm"),
)


#: How a subject begins; bold print leaves little room between the words.
_SUBJECT = ((re.compile(r"^\W*(V[êềéèế] ?việc)\b"), "Về việc"),)


def mend_fixed_words(line: Line) -> None:
    """Put the fixed words of a letterhead's line as the decree has them."""
    text = line.text
    folded = fold(text)
    for title in _TITLES:
        if len(folded) > 8 and SequenceMatcher(None, folded, fold(title)).ratio() > _LIKE:
            _replace(line, 0, len(line.glyphs), title)
            return
    if folded in _WORDS and text.isupper() and spelled(text.strip()) != spelled(_WORDS[folded]):
        _replace(line, 0, len(line.glyphs), _WORDS[folded])
        return
    for pattern, word in (*_LABELS, *_SUBJECT):
        if found := pattern.search(line.text):
            _replace(line, *found.span(1), word)


def _replace(line: Line, start: int, end: int, text: str) -> None:
    """Put ``text`` in place of the glyphs from ``start`` to ``end``, its letters spread over their places."""
    old = line.glyphs[start:end]
    places = [glyph for glyph in old if not glyph.char.isspace()]
    sure = sum(glyph.confidence for glyph in places) / len(places)
    new = []
    for index, char in enumerate(text):
        place = places[min(len(places) - 1, index * len(places) // len(text))]
        new.append(Glyph(" ") if char == " " else Glyph(char, place.box, confidence=sure))
    line.glyphs = [*line.glyphs[:start], *new, *line.glyphs[end:]]
