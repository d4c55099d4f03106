"""Names, terms, dates and numbers that a product says and its source document does not. Pointed out, never changed."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_SYMBOL = re.compile(r"\b\d{1,5}(?:/\d{4})?[/-][A-ZĐ][\w–-]*(?:/[\w–-]+)*", re.UNICODE)
_DATE = re.compile(r"\b(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\b")
_LONG_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?", re.I)
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/-])")
_CAPITAL = f"[A-Z{''.join(sign for sign in map(chr, range(0xC0, 0x1EFA)) if sign.isupper())}]"
_LETTER = r"[^\W\d_]"
_NAME = re.compile(rf"(?<!\w){_CAPITAL}{_LETTER}*(?:\s+{_CAPITAL}{_LETTER}*)+")
_TERM = re.compile(rf"(?<![\w/-]){_CAPITAL}{{2,}}(?:-{_CAPITAL}+)*(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Unsupported:
    """``kind``: "symbol", "date", "number", "name" or "term"; ``text`` as the product has it."""

    kind: str
    text: str


def unsupported(product: str, sources: Iterable[str], known: Iterable[str] = ()) -> list[Unsupported]:
    """What ``product`` says that no source has; ``known`` are names that the office itself bears. Each thing once."""
    product, source = _tidy(product), _tidy("\n".join(sources))
    whole = f" {_folded(source)} "
    for name in known:
        whole += f" {_folded(name)} "
    found = [
        *(Unsupported("symbol", text) for text in _symbols(product) if _folded(text) not in whole),
        *_dates(product, source),
        *_numbers(product, source),
        *(Unsupported("name", name) for name in _names(product, whole)),
        *(Unsupported("term", term) for term in _TERM.findall(product) if f" {_folded(term)} " not in whole),
    ]
    return list(dict.fromkeys(found))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w/]+", " ", text.lower()).split())


def _symbols(text: str) -> list[str]:
    return _SYMBOL.findall(text)


def _days(text: str) -> list[tuple[str, int, int, int | None]]:
    """(as written, day, month, year or None) of each date."""
    found = [*_LONG_DATE.finditer(text), *_DATE.finditer(text)]
    days = ((one.group(), int(one[1]), int(one[2]), int(one[3]) if one[3] else None) for one in found)
    return [day for day in days if 1 <= day[1] <= 31 and 1 <= day[2] <= 12]


def _dates(product: str, source: str) -> list[Unsupported]:
    """A date without a year stands for the same day of any year, on either side."""
    there = [(day, month, year) for _text, day, month, year in _days(source)]
    return [
        Unsupported("date", text)
        for text, day, month, year in _days(product)
        if not any(d == day and m == month and (y is None or year is None or y == year) for d, m, y in there)
    ]


def _plain_numbers(text: str) -> list[tuple[str, str]]:
    """(as written, its value) of each number that is no part of a date or symbol: "1.500" and "1500" are one value."""
    bare = _DATE.sub(" ", _LONG_DATE.sub(" ", _SYMBOL.sub(" ", text)))
    return [(one, _value(one)) for one in _NUMBER.findall(bare)]


def _value(number: str) -> str:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", number):
        number = number.replace(".", "")
    return number.replace(",", ".").lstrip("0") or "0"


def _numbers(product: str, source: str) -> list[Unsupported]:
    there = {value for _text, value in _plain_numbers(source)} | {value for _t, value in _parts_of_dates(source)}
    return [Unsupported("number", text) for text, value in _plain_numbers(product) if value not in there]


def _parts_of_dates(text: str) -> list[tuple[str, str]]:
    """Years, which a text may name alone ("năm 2026")."""
    return [(written, str(year)) for written, _day, _month, year in _days(text) if year]


def _names(product: str, whole: str) -> list[str]:
    """Names of two or more words; the first word of a sentence may be an ordinary one before a name."""
    found = []
    for one in _NAME.finditer(product):
        name = " ".join(one.group().split())
        opens = re.search(r"(?:^|[.!?:\n]\s*|-\s)$", product[: one.start()]) is not None
        rest = name.split(" ", 1)[1]
        tried = [name, rest] if opens else [name]
        if not (opens and " " not in rest) and not any(f" {_folded(each)} " in whole for each in tried):
            found.append(name)
    return found
