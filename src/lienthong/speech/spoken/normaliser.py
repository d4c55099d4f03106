"""From written official text to the words a voice reads, rule after rule; each leaves only words behind."""

import re
import unicodedata
from dataclasses import dataclass

from lienthong.speech.spoken.addresses import read_addresses
from lienthong.speech.spoken.amounts import read_amounts
from lienthong.speech.spoken.dictionary import Dictionary
from lienthong.speech.spoken.documents import read_symbols
from lienthong.speech.spoken.letters import spelled
from lienthong.speech.spoken.syllables import is_syllable
from lienthong.speech.spoken.times import read_times


@dataclass(frozen=True, slots=True)
class Remark:
    """A word without a Vietnamese reading. ``letters``: spelled letter by letter; ``foreign``: left as written."""

    kind: str
    written: str


@dataclass(frozen=True, slots=True)
class Spoken:
    text: str
    remarks: tuple[Remark, ...] = ()


_SIGNS = {
    "–": "-", "—": "-", "‑": "-", "“": "", "”": "", '"': "", "‘": "", "’": "'", "«": "", "»": "", "\u00a0": " ",
    "\u200b": "", "\ufeff": "", "…": ".", "•": "", "●": "", "▪": "", "*": "", "|": ", ", "\t": " ",
    **dict.fromkeys("¹⁴⁵⁶⁷⁸⁹⁰", ""),
}  # fmt: skip
_LEFT = {
    "&": "và", "+": "cộng", "=": "bằng", "≥": "lớn hơn hoặc bằng", "≤": "nhỏ hơn hoặc bằng", ">": "lớn hơn",
    "<": "nhỏ hơn", "~": "khoảng", "≈": "khoảng", "±": "cộng trừ", "@": "a còng", "°": "độ", "%": "phần trăm",
    "×": "nhân", "÷": "chia",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
#: A word that is no part of an abbreviation with a stroke or hyphen.
_ALONE = re.compile(r"(?<![-/\w])[^\W\d_]+(?![-/\w])")
#: One line at a time: lists and headings end where their line ends.
_BULLET = re.compile(r"^\s*(?:[-+–—•]\s+)+")


def spoken(text: str, dictionary: Dictionary | None = None) -> Spoken:
    """``text`` as words; ``remarks`` name each word once for which neither rule nor dictionary had a reading."""
    dictionary = dictionary or Dictionary()
    remarks: dict[str, Remark] = {}
    lines = [_line(line, dictionary, remarks) for line in unicodedata.normalize("NFC", text).splitlines()]
    return Spoken("\n".join(line for line in lines if line), tuple(remarks.values()))


def _line(line: str, dictionary: Dictionary, remarks: dict[str, Remark]) -> str:
    line = _BULLET.sub("", line)
    line = "".join(_SIGNS.get(sign, sign) for sign in line)
    line = re.sub(r"\.{2,}", ".", line).replace(">=", "≥").replace("<=", "≤")
    if line.isupper():
        line = _ALONE.sub(lambda f: f.group().lower() if _plain(f.group()) else f.group(), line)
    known = set(dictionary.said)
    line = read_addresses(line, dictionary, known)
    line = read_symbols(line, dictionary)
    line = dictionary.replaced(line)
    line = read_amounts(read_times(line))
    line = _signs(line)
    return _tidy(_WORD.sub(lambda found: _word(found.group(), dictionary, known, remarks), line))


def _plain(word: str) -> bool:
    """A syllable of a heading in capitals; a Roman numeral is none."""
    return is_syllable(word) and not re.fullmatch("[IVX]+", word)


def _signs(line: str) -> str:
    line = re.sub(r"(?<=\w)-(?=\w)", " ", line)
    line = re.sub(r"\s+-\s+|\s*/\s*|[()\[\]{}]", ", ", line)
    line = re.sub("|".join(map(re.escape, _LEFT)), lambda found: f" {_LEFT[found.group()]} ", line)
    return re.sub(r"[^\w\s.,;:!?']", " ", line).replace("_", " ")


def _word(word: str, dictionary: Dictionary, known: set[str], remarks: dict[str, Remark]) -> str:
    if word in known or is_syllable(word):
        return word
    said = dictionary.say(word)
    if said:
        return said
    if len(word) == 1:
        return spelled(word)
    if word.isupper():
        remarks.setdefault(word, Remark("letters", word))
        return spelled(word)
    remarks.setdefault(word, Remark("foreign", word))
    return word


def _tidy(line: str) -> str:
    """No blank before a comma, no two pauses in a row, none at the beginning."""
    line = re.sub(r"\s+", " ", line)
    line = re.sub(r"\s+([.,;:!?])", r"\1", line)
    line = re.sub(r"([.,;:!?])(?:\s*[,;])+", r"\1", line)
    line = re.sub(r"[,;:]\s*([.!?])", r"\1", line)
    return line.strip().lstrip(",;:. ").rstrip(",;: ")
