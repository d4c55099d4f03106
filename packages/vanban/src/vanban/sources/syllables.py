"""Is a word a Vietnamese syllable? Marks and tones aside, so that text typed without them counts too.

A syllable is an initial and a rhyme from two short closed lists; what a wrong code page or a careless recognition of
characters makes of Vietnamese ("CQNG HOA", "h4nh phfc") mostly is none.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_INITIALS = "b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay "
    "e ec ech em en eng enh eo ep et eu "
    "i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot "
    "u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu "
    "uy uya uych uyen uyet uynh uyt uyu "
    "y yem yen yeng yet yeu"
)
_SYLLABLE = re.compile(f"(?:{'|'.join(_INITIALS.split())})?(?:{'|'.join(_RHYMES.split())})")
#: Words of small letters, a capital perhaps before them; capitals alone may be abbreviations.
_WORD = re.compile(r"[^\W\d_]?[^\W\d_A-ZĐ]+")
_TOKEN = re.compile(r"[^\s/.,;:!?()\[\]<>“”\"'’\-–…|*_]+")
#: A digit, a sign or a capital between small letters; an accent that English and French know on what is no syllable.
_GARBLED = re.compile(r"[^\W\d_][^\w\s&@+=]+[^\W\d_]|[a-z][A-Z\d][a-z]|\d[a-zà-ÿ]{1,2}\b|[à-ÿ]")
_MARKS = {ord(mark): None for mark in "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"} | {ord("đ"): "d"}


def is_syllable(word: str) -> bool:
    """True for "Nghĩa", "nghia", "khuyến"; False for "Facebook", "HĐND", "h4nh"."""
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFD", word.lower()).translate(_MARKS)) is not None


class Words(NamedTuple):
    """How many words of a text are syllables, how many are not, and how many of those hold what no word holds."""

    good: int
    bad: int
    garbled: int

    @property
    def all(self) -> int:
        return self.good + self.bad

    @property
    def share(self) -> float:
        return self.good / self.all if self.all else 0.0


def count_words(text: str) -> Words:
    """Count the words of ``text``; abbreviations and figures are none.

    Characters of other kinds inside a word ("h4nh", "VI$T") make it no syllable.
    """
    good = bad = garbled = 0
    for token in _TOKEN.findall(text):
        letters = sum(char.isalpha() for char in token)
        if letters < 2 or (token.isupper() and letters == len(token)):
            continue
        if _WORD.fullmatch(token) and is_syllable(token):
            good += 1
        else:
            bad += 1
            garbled += _GARBLED.search(token) is not None
    return Words(good, bad, garbled)


def share_of_syllables(text: str) -> float:
    """How many of the words in ``text`` are Vietnamese syllables, from 0 to 1; 0 for a text without words."""
    return count_words(text).share
