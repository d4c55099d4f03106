"""What a letterhead prints in fixed forms: the national or Party title, number and symbol, place and date.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1, II.3 and II.4; Hướng dẫn 36-HD/VPTW, 1.1, 1.3 and 1.4. :func:`pieces` takes
the lines of a head apart; each such form becomes a piece of its own kind, whatever else stands on its line.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vanban.folding import UPPER, spelled
from vanban.lines import Line, Piece, joined, make_piece, plain, split_at_gaps
from vanban.model import Span

_B = r"[ \t\x01]+"
_B0 = r"[ \t\x01]*"
#: What stands where a number or a day is left blank.
_BLANK = r"[ \t\x01.…_]*"


def _words(text: str) -> str:
    return _B.join(text.split())


_TITLE = re.compile(
    "|".join(
        (
            rf"cộng{_B}h[òo]a{_B}x[ãâ]{_B}h[ộọ]i(?:{_B}chủ{_B}ngh[ĩi]a{_B}việt{_B}nam)?",
            rf"{_words('cộng hòa xhcn việt nam')}",
            rf"{_words('chủ nghĩa việt nam')}",
            rf"độc{_B}lập{_B0}[-.,]?{_B0}tự{_B}do{_B0}[-.,]?{_B0}hạnh{_B}phúc",
            rf"{_words('đảng cộng sản')}(?:{_B}việt{_B}nam)?",
            r"(?<!bch )(?<!hành )(?<=\S )đoàn (?:tncs|thanh niên cộng sản) hồ chí minh$",
        )
    )
)
#: Names of people and places have no small first letter; numbers stand in names such as "Phường 7".
_NAME = rf"(?:[{UPPER}][\w'’.]*|\d{{1,2}}(?!\d))"
_AREA = (
    r"(?:[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Pp]hường|[Xx]ã|[Qq]uận|[Hh]uyện|[Tt]ỉnh|[Đđ]ặc khu|"
    r"T[Pp]\.?|T[Xx]\.?|T[Tt]\.?|Q\.|P\.|H\.)"
)
_PLACE = rf"(?P<place>(?:{_AREA}{_B0})?{_NAME}(?:(?:[ ]*[-–][ ]*|[ ]+){_NAME}){{0,6}})"
_WHEN = (
    rf"[Nn]gày(?P<day>{_BLANK}\d{{0,2}}{_BLANK}|{_BLANK})[Tt]háng(?P<month>{_BLANK}\d{{0,2}}{_BLANK})"
    rf"[Nn]ăm(?P<year>{_BLANK}(?:\d{{4}}|\d[ ]?\d[ ]?\d[ ]?\d|20\d?)?)[.…]*"
)
_MONTH_ONLY = rf"(?P<no_day>)[Tt]háng(?P<month2>{_BLANK}\d{{1,2}}{_BLANK})[Nn]ăm(?P<year2>{_B0}\d{{4}})"
_NUMERIC = rf"(?:[Nn]gày{_B0})?(?P<d>\d{{1,2}})[ ]?[/.-][ ]?(?P<m>\d{{1,2}})[ ]?[/.-][ ]?(?P<y>\d{{4}})"
#: A dispatch tells the hour too: "An Bình, hồi 16 giờ 30 ngày …".
_HOUR = rf"(?:(?:[Vv]ào{_B0})?(?:[Hh]ồi|[Ll]úc){_B0})?\d{{1,2}}[ ]?(?:giờ|h|g|:)(?:[ ]?\d{{2}})?(?:[ ]?phút|['’])?,?"
_END = rf"(?={_B0}(?:[|]|[ ]{{3}}|\t|$))"
_DATE = re.compile(
    rf"(?:(?<=[\t |\x01])|^)(?:{_PLACE}{_B0}(?:[,.;:]*{_B0}(?:{_HOUR}{_B0})?{_WHEN}"
    rf"|,{_B0}(?:{_MONTH_ONLY}|{_NUMERIC}){_END})"
    rf"|(?P<bare>{re.sub(r'[?]P<[a-z]+>', '', _WHEN)}){_END})"
)
_MAY_BE_DATE = re.compile(r"[Nn]gày|[Tt]háng|[/.-][ ]?\d{4}")  # what every date holds: looking for it is quicker
_GROUP = r"[A-ZĐÂÊÔƠƯĂ0-9][A-ZĐÂÊÔƠƯĂƢa-zđ0-9&.]*"
_SYMBOL = rf"[A-ZĐÂÊÔƠƯĂ][A-ZĐÂÊÔƠƯĂƢa-zđ0-9&.]*(?:[ ]?[/\-–][ ]?{_GROUP})*(?![^\W\d_])"
_LABEL = r"(?:(?:[Ll]uật|LUẬT|[Pp]háp lệnh|[Nn]ghị quyết|[Qq]uyết định)[ ]+)?[Ss](?:ố|Ố|ô|õ)"
_NUMBER = re.compile(
    rf"(?<![\w])(?P<label>{_LABEL}{_B0}[:.;]?)(?P<no>{_BLANK}\d*(?:[ ]\d{{1,3}})?[a-zA-Z]?{_BLANK})"
    rf"(?:(?P<slash>[/\-–])[ ]?(?P<year>(?:19|20)\d\d){_B0})?"
    rf"(?P<sep>[/\-–]){_B0}(?P<symbol>{_SYMBOL})(?P<open>{_B0}[-–/](?={_B0}$))?"
)
_NUMBER_WITHOUT_SIGN = re.compile(
    rf"(?<![\w])(?P<label>{_LABEL}{_B0}[:.]?){_B0}(?P<no>\d+)[ ]+(?P<symbol>[A-ZĐ][\w&.]*[/\-–][A-ZĐ][\w&./-]*)"
)
_NUMBER_ALONE = re.compile(
    r"(?P<no>\d{1,5}[a-z]?)[ ]?(?:(?P<slash>/)(?P<year>(?:19|20)\d\d))?(?P<sep>[/-])[ ]?"
    r"(?P<symbol>[A-ZĐ]{2}[A-ZĐÂÊÔƠƯĂa-z]*[/\-–][A-ZĐ][A-ZĐÂÊÔƠƯĂa-z0-9&-]*)"
)
#: No line of a letterhead is longer, columns put side by side included; a whole paragraph may be.
_LONGEST = 1500
# What a line must hold before the patterns above are tried on it.
_NUMBER_HINT = re.compile(r"s[ốôõ]")
_DATE_HINT = re.compile(r"tháng|\d ?[/.-] ?(?:19|20)\d\d")
_TITLE_HINT = re.compile(r"cộng|độc|chủ|đoàn")
_PARTS = ("cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "đảng cộng sản việt nam")


@dataclass(frozen=True, slots=True)
class Number:
    """Number and symbol as printed, blanks taken out; ``number`` is None where it is left blank."""

    number: str | None
    symbol: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class PlaceAndDate:
    """``place`` as printed, or None; ``date`` in ISO form, shortened to what is printed; None if nothing is."""

    place: str | None
    date: str | None


def piece_stretch(value: str, text: str, start: int, end: int) -> Span | None:
    """Where ``text[start:end]`` prints ``value``, whatever blanks, dots and marks stand between its letters."""
    letters = ("[-–—‐‑]" if char in "-–" else re.escape(char) for char in value)
    found = re.compile(r"[\s.…_*\\\x01]*".join(letters)).search(text, start, end)
    return Span(*found.span()) if found else None


def _without_blanks(text: str) -> str:
    return re.sub(r"[\s\x01.…_]+", "", text)


def number_of(text: str) -> Number | None:
    """Number and symbol of a piece "Số: 12/KH-UBND"; ``None`` if it is no such piece."""
    found = _NUMBER.match(text)
    if found:
        symbol = re.sub(r"\s+", "", found["symbol"]).strip(".")
        digits = _without_blanks(found["no"])
        year = f"{found['slash']}{found['year']}" if found["year"] else ""
        if not any(c.isdigit() for c in digits):
            return Number(None, symbol, bool(found["open"]))
        return Number(f"{digits}{year}{found['sep']}{symbol}", symbol, bool(found["open"]))
    found = _NUMBER_WITHOUT_SIGN.match(text)
    if found:
        return Number(found["no"] + found["symbol"], found["symbol"])
    found = _NUMBER_ALONE.fullmatch(text)
    if found:
        year = f"/{found['year']}" if found["year"] else ""
        return Number(f"{found['no']}{year}{found['sep']}{found['symbol']}", found["symbol"])
    return None


def place_and_date_of(text: str) -> PlaceAndDate | None:
    """Place and date of a piece "Minh Hòa, ngày 05 tháng 8 năm 2025"; ``None`` if it is no such piece."""
    found = _DATE.match(text)
    if not found:
        return None
    place = plain(found["place"]).rstrip(".") if found["place"] else None
    if found["y"]:
        year, month, day = found["y"], found["m"], found["d"]
    elif found["year2"]:
        year, month, day = found["year2"], found["month2"], ""
    else:
        when = re.search(_WHEN, text)
        assert when is not None
        year, month, day = when["year"], when["month"], when["day"]
    return PlaceAndDate(place, _iso(_without_blanks(year), _without_blanks(month), _without_blanks(day)))


def _iso(year: str, month: str, day: str) -> str | None:
    year = re.sub(r"\s", "", year)
    if not (len(year) == 4 and 1900 <= int(year) < 2200):
        return None
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return year
    if not day.isdigit() or not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"


def _cuts(line: Line) -> list[tuple[int, int, str]]:
    """Where fixed forms stand in ``line``: (start, end, kind), in order, none over another."""
    cuts: list[tuple[int, int, str]] = []
    if len(line.masked) > _LONGEST:
        return cuts
    low = spelled(line.masked)
    for hint, pattern, kind, text in (
        (_NUMBER_HINT, _NUMBER, "number", line.masked),
        (_NUMBER_HINT, _NUMBER_WITHOUT_SIGN, "number", line.masked),
        (_DATE_HINT, _DATE, "date", line.masked),
        (_TITLE_HINT, _TITLE, "title", low),
    ):
        if not hint.search(low):
            continue
        for found in pattern.finditer(text):
            if any(start < found.end() and found.start() < end for start, end, _ in cuts):
                continue
            if kind == "number" and not _opens_a_piece(line.masked, found.start()):
                continue
            if kind == "date" and not _is_head_date(line.masked, found):
                continue
            cuts.append((found.start(), found.end(), kind))
    return sorted(cuts)


def _opens_a_piece(masked: str, start: int) -> bool:
    """A number of the head begins its column, with a capital; "số 12/KH-UBND" in a sentence does not."""
    before = masked[:start]
    if not masked[start].isupper():
        return False
    opens = not plain(before) or re.search(r"(?:[\t|\x01]|[ ]{3})[ ]*$", before) is not None
    return opens or (plain(before).isupper() and not masked.startswith("SỐ", start))


def _is_head_date(masked: str, found: re.Match[str]) -> bool:
    """Place and date of a head; "… số 5-CT/TU, ngày 5 tháng 8 năm 2025 của …" is a citation."""
    if plain(masked[found.end() : found.end() + 12]).startswith(("của", "về", "và", "đến", ",", ";")):
        return False
    before = plain(masked[: found.start()])
    if found["bare"] and before:
        return re.search(r"(?:[\t|]|[ ]{3})[\x01 ]*$", masked[: found.start()]) is not None
    # A dash alone is the star under the issuer, which looks like the mark of a list.
    return not before.strip("-") or re.search(r"(?:\bsố|[\d/-])\s*$", before) is None


def pieces(lines: Iterable[Line]) -> list[Piece]:
    """The pieces of ``lines``, each of kind "number", "date", "title" or "text"; rules and empty cells left out."""
    return list(_rejoined(list(_pieces_of_lines(lines))))


def _pieces_of_lines(lines: Iterable[Line]) -> Iterator[Piece]:
    for line in lines:
        at = 0
        for start, end, kind in [*_cuts(line), (len(line.masked), len(line.masked), "")]:
            yield from split_at_gaps(line, at, start)
            piece = make_piece(line, start, end, kind) if kind else None
            if piece:
                yield piece
            at = end


def _rejoined(found: list[Piece]) -> Iterator[Piece]:
    """Pieces with a number, date or title that is broken over lines put together again."""
    used: set[int] = set()
    for i in range(len(found)):
        if i in used:
            continue
        whole = _completed(i, found, used)
        if whole.kind == "text" and (_NUMBER_ALONE.fullmatch(whole.text)):
            whole = Piece(whole.text, whole.start, whole.end, whole.line, whole.column, "number")
        yield whole


def _completed(i: int, found: list[Piece], used: set[int]) -> Piece:
    piece = found[i]
    if not _is_open(piece):
        return piece
    for j in range(i + 1, min(i + 6, len(found))):
        if j in used or found[j].line > piece.line + 4 or len(found[j].text) > 60:
            continue
        whole = joined((piece, found[j]))
        kind = _kind_of(whole, piece)
        if kind:
            used.add(j)
            return Piece(whole.text, whole.start, whole.end, whole.line, whole.column, kind)
    return piece


def _is_open(piece: Piece) -> bool:
    low = piece.low
    if piece.kind == "number":
        number = number_of(piece.text)
        return number is not None and number.open
    if piece.kind == "title":
        return low.endswith(("xã hội", "cộng sản"))
    if piece.kind != "text" or len(low) > 60:
        return False
    return (
        re.fullmatch(r"số ?[:.]?[ .…]*\d*[ .…/-]*", low) is not None
        or re.search(r"(?:^|, ?)(?:ngày[ .…]*\d{0,2}|ngày[ .…]*\d{0,2}[ .…]*tháng[ .…]*\d{0,2}[ .…]*(?:năm)?)$", low)
        is not None
        or re.fullmatch(rf"(?:{_AREA} ?)?{_NAME}(?:(?: ?[-–] ?| ){_NAME}){{0,4}},", piece.text) is not None
        or any(part.startswith(low) and " " in low for part in _PARTS)
    )


def _kind_of(whole: Piece, first: Piece) -> str | None:
    if first.kind == "title" or any(part.startswith(first.low) for part in _PARTS):
        return "title" if any(part.startswith(whole.low) for part in _PARTS) else None
    if number_of(whole.text):
        glued = _NUMBER.fullmatch(whole.text)
        return "number" if glued and not glued["open"] else None
    date = _DATE.fullmatch(whole.text)
    return "date" if date else None
