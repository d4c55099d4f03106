"""The words of a case as they are compared, coded and hashed."""

import hashlib
import json
import re
import secrets

from django.utils.translation import gettext_lazy as _

from lienthong.core.text import fold

#: What stands where a resident's words stood.
ERASED = _("(đã xóa theo quy định)")
#: Letters and digits that nobody takes for one another, read aloud or on paper.
_ALPHABET = "23456789ACDEFGHJKLMNPQRTUVWXY"
_LONG = 6
_PLACE_KINDS = ("xã ", "phường ", "thị trấn ", "đặc khu ")


def new_code(place: str) -> str:
    """ "MH-4K7Q2M" for Minh Hòa: short enough for a telephone, too many for guessing."""
    name = place.strip()
    for kind in _PLACE_KINDS:
        if name.lower().startswith(kind):
            name = name[len(kind) :]
    letters = "".join(word[0] for word in fold(name).upper().split() if word[0].isalpha())[:4] or "PA"
    return f"{letters}-{''.join(secrets.choice(_ALPHABET) for _each in range(_LONG))}"


def typed_code(text: str) -> str:
    """A code as somebody typed it ("mh 4k7q 2m") in its own form; "" for what cannot be one."""
    signs = re.sub(r"[^A-Z0-9]", "", fold(text).upper())
    return f"{signs[:-_LONG]}-{signs[-_LONG:]}" if _LONG < len(signs) <= _LONG + 4 else ""


def hash_of(question: str, text: str, public: bool) -> str:
    """SHA-256 of an answer in canonical JSON."""
    return hashlib.sha256(json.dumps([question, text, public], ensure_ascii=False).encode()).hexdigest()


_PERSONAL = (
    re.compile(r"(?<!\d)(?:\+84|0)(?:[ .-]?\d){9,10}(?!\d)"),  # a telephone number
    re.compile(r"(?<!\d)\d{12}(?!\d)"),  # the number of an identity card
    re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
)


def personal_data_in(text: str, *known: str) -> str:
    """The first thing in ``text`` that points to a person: one of ``known`` (a name, a number), or what looks so."""
    plain = " ".join(fold(text).lower().split())
    digits = re.sub(r"\D", "", text)
    for each in known:
        words = " ".join(fold(each).lower().split())
        number = re.sub(r"\D", "", each)
        if words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", plain):
            return each
        if len(number) >= 9 and number in digits:
            return each
    return next((found[0] for pattern in _PERSONAL if (found := pattern.search(text))), "")
