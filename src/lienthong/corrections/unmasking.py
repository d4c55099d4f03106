"""A text as a person reads it, whatever signs it is written with: for rules that look at it, never for keeping."""

from __future__ import annotations

import re
import unicodedata

#: Marks that are not seen and are not of category Cf: joiners and selectors of a shape.
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\ufe00-\ufe0f\uffa0]")
#: Full stops of other scripts; full-width signs are taken care of by NFKC.
_STOPS = str.maketrans(dict.fromkeys("。｡", "."))
#: Cyrillic and Greek letters that nobody tells from Latin ones.
_LOOKALIKES = str.maketrans(
    "асеорхуіјѕԁһӏкмтвАСЕОРХУІЈЅКМТВНοαικνρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aceopxyijsdhlkmtbACEOPXYIJSKMTBHoaiknptuxABEZHIKMNOPTYX"
)
#: A dot that somebody wrote so that it is no link: "[.]", "(chấm)", "{dot}".
_DOT = re.compile(r"\s*[\[({<]\s*(?:\.|dot|chấm|cham)\s*[\])}>]\s*", re.I)
_DOT_SAID = re.compile(r"(?<=[a-z0-9])\s+(?:chấm|dot)\s+(?=[a-z])", re.I)
#: No one writes a blank before a full stop.
_DOT_APART = re.compile(r"\s+\.\s*(?=[a-z])", re.I)
_AT = re.compile(r"\s*[\[({<]\s*(?:@|at|a còng|a cong)\s*[\])}>]\s*|\s+(?:a còng|a cong)\s+", re.I)


def seen(text: str) -> str:
    """``text`` composed, without what is not seen, in ordinary letters, digits and stops."""
    plain = unicodedata.normalize("NFKC", text).translate(_STOPS)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return _UNSEEN.sub("", plain)


def armed(text: str) -> str:
    """``text`` as :func:`seen` gives it, with what is done to addresses so that they are no links undone."""
    plain = seen(text).translate(_LOOKALIKES)
    plain = re.sub(r"\bh(?:xx|\*\*)p", "http", plain, flags=re.I)
    plain = _DOT_APART.sub(".", _DOT_SAID.sub(".", _DOT.sub(".", plain)))
    return _AT.sub("@", plain)
