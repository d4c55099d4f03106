"""Amounts of money as offices write and read them: whole đồng, "1.250.000", "1,5 triệu", "1 tỷ 200 triệu"."""

import re
import unicodedata
from decimal import Decimal

from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused

_UNITS = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3, "": 1}
_PART = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(tỷ|tỉ|triệu|nghìn|ngàn)?(?![\w.,])")
_MONEY = re.compile(r"\s*(?:đồng|vnđ|vnd|đ)\.?$")
#: No office of a commune has more; what is larger was mistyped.
MOST = 10**15


def read_amount(text: str) -> int:
    """``text`` in whole đồng. :class:`Refused` for what might mean two things: "1.5 triệu", "1 triệu 5", "12,5"."""
    rest = _MONEY.sub("", unicodedata.normalize("NFC", text).casefold().strip())
    total, above, parts = Decimal(0), MOST, 0
    while rest:
        found = _PART.match(rest)
        if found is None:
            raise _unreadable(text)
        number, decimals, unit = found.group(1).replace(".", ""), found.group(2) or "", found.group(3) or ""
        value = Decimal(f"{number}.{decimals or 0}") * _UNITS[unit]
        if value >= above or (parts and not unit):
            raise _unreadable(text)
        total, above, parts = total + value, _UNITS[unit], parts + 1
        rest = rest[found.end() :].strip()
    if not parts or total != total.to_integral_value():
        raise _unreadable(text)
    return int(total)


def _unreadable(text: str) -> Refused:
    words = _(
        "Không đọc được số tiền “%(text)s”. Hãy ghi số đồng nguyên như 1.250.000, hoặc 1,5 triệu, 1 tỷ 200 triệu."
    )
    return Refused(words % {"text": text.strip()[:60]})


def amount_words(amount: int | None) -> str:
    """ "15.000.000"; nothing for no amount."""
    return "" if amount is None else f"{amount:,}".replace(",", ".")
