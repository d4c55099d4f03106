"""Letters that look like those of Vietnamese and are others, put right: ``Ƣ`` for ``Ư``, ``Ð`` for ``Đ``, Greek ``Α``.

Some fonts keep the wrong letter; some typists mix in letters of another keyboard. Every letter keeps its place.
"""

from __future__ import annotations

import re

#: Letters and blanks that no Vietnamese text means. Fonts map Ư to the old letter Ƣ and Đ to the Icelandic Ð.
_NEVER_MEANT = str.maketrans("ƢƣÐðƉɖǍǎ\u00a0\u2007\u202f\u2011", "ƯưĐđĐđĂă   -")
#: Greek and Cyrillic letters by what they look like.
_TWINS = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικАВЕКМНОРСТХаеорсхуіІ",
    "ABEZHIKMNOPTYXovikABEKMHOPCTXaeopcxyiI",
)
NEEDS_REPAIR = re.compile("[ƢƣÐðƉɖǍǎ\u00a0\u2007\u202f\u2011\u0370-\u03ff\u0400-\u04ff]")
_OTHER_SCRIPT = re.compile(r"[^\W\d_]*[\u0370-\u03ff\u0400-\u04ff][^\W\d_]*")
_STILL_OTHER = re.compile("[\u0370-\u03ff\u0400-\u04ff]")


def repair(text: str) -> str:
    """``text`` of the same length with look-alikes put right; words that are Greek or Russian stay as they are."""
    if not NEEDS_REPAIR.search(text):
        return text
    return _OTHER_SCRIPT.sub(_repaired, text.translate(_NEVER_MEANT))


def _repaired(word: re.Match[str]) -> str:
    mended = word[0].translate(_TWINS)
    if _STILL_OTHER.search(mended) or (len(mended) == 1 and not mended.isupper()):
        return word[0]
    return mended
