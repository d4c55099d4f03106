"""Web and mail addresses, said so that someone can write them down."""

import re

from lienthong.speech.spoken.dictionary import Dictionary
from lienthong.speech.spoken.letters import spelled
from lienthong.speech.spoken.numbers import digits
from lienthong.speech.spoken.syllables import bare_syllables

_HOST = r"(?:[A-Za-z0-9-]+\.)+(?:vn|com|net|org|edu|gov|info|asia)"
_ADDRESS = re.compile(rf"(?<![\w@.])(?:https?://)?(?:[\w.+-]+@)?{_HOST}(?:/[\w./?=&%-]*[\w/])?(?!\w)", re.ASCII)
_SIGNS = {"@": "a còng", ".": "chấm", "/": "xẹt", "-": "gạch ngang", "_": "gạch dưới"}


def read_addresses(text: str, dictionary: Dictionary, known: set[str]) -> str:
    """``known`` takes the words said for addresses: syllables without marks, about which nothing is to be remarked."""

    def said(found: re.Match[str]) -> str:
        words = _address(found.group(), dictionary)
        known.update(words.split())
        return words

    return _ADDRESS.sub(said, text)


def _address(text: str, dictionary: Dictionary) -> str:
    text = re.sub(r"^https?://|^www\.|(?<=//)www\.", "", text).rstrip("/")
    text = text.removeprefix("www.")
    parts = re.findall(r"[A-Za-z]+|\d+|[^A-Za-z\d]", text)
    return " ".join(_part(part, dictionary) for part in parts)


def _part(part: str, dictionary: Dictionary) -> str:
    if part.isdigit():
        return digits(part)
    if not part.isalpha():
        return _SIGNS.get(part, "")
    syllables = bare_syllables(part.lower()) if len(part) > 3 else None
    return dictionary.say(part) or (" ".join(syllables) if syllables else spelled(part))
