"""Other documents that a document cites by a printed number with a symbol.

State numbers are written ``82/KH-UBND`` or ``39/2022/NĐ-CP`` (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3; laws as
``148/2025/QH15``), Party numbers ``57-NQ/TW`` (Hướng dẫn 36-HD/VPTW). Names without a number or a symbol ("Kế hoạch số
02") are not citations, nor are standards, form codes and telephone numbers.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from vanban.dates import date_at, find_dates
from vanban.model import Citation, Remark, Span, Value
from vanban.source import Source
from vanban.types import NAMES, OTHER, type_of_symbol

T = TypeVar("T")

# Between the pieces of a number: a blank or two, or the end of a line, perhaps with a page number below it.
_GAP = r"(?:[^\S\n]{0,2}|[^\S\n]{0,8}\n\s{0,80}(?:\d{1,3}[^\S\n]{0,8}\n\s{0,80})?)"
_DASH = r"\\?[-–—‐‑]"  # Markdown may put a backslash before it
_LETTERS = "A-Za-zĐđÂâĂăÊêÔôƠơƯư"  # an abbreviation bears no tone
_PIECE = (
    rf"(?:[A-ZĐ]\.)?[A-ZĐÂĂÊÔƠƯ][{_LETTERS}]{{0,40}}(?:&[A-ZĐ][{_LETTERS}]{{0,10}})?(?:\d{{1,2}}[{_LETTERS}]{{0,10}})?"
    r"(?:\d{1,2}(?!\d))?(?!\w)"
)
_SYMBOL = rf"{_PIECE}(?:[^\S\n]{_DASH}[^\S\n]{{1,2}}{_PIECE})?(?:(?:{_DASH}|/){_GAP}{_PIECE}){{0,6}}"
_NUMBER = re.compile(
    rf"(?<![\w./–-])(?<!\d:)(?P<n>\d{{1,6}}[a-zđ]?)"
    rf"(?:[^\S\n]{{0,2}}/{_GAP}(?P<year>(?:19|20)\d\d)\s?/{_GAP}(?P<dated>{_SYMBOL})"
    rf"|\s{{0,2}}/{_GAP}(?P<state>{_SYMBOL})"
    rf"|\s{{0,2}}{_DASH}{_GAP}(?P<party>{_SYMBOL}))"
)
# A number whose last piece a footnote keeps apart: "166/KH-", the footnote, "UBND ngày 17/10/2022".
_CUT = re.compile(
    rf"(?<![\w./–-])(?P<n>\d{{1,6}}[a-zđ]?)[^\S\n]{{0,2}}(?P<sep>/|{_DASH})(?P<head>[A-ZĐ]\w{{0,10}}(?:/|{_DASH}))"
    r"[^\S\n]{0,8}\n\s{0,200}(?=\d{1,2}[^\S\n])"
)
_TAIL = re.compile(
    rf"[.;:!?][^\S\n]{{0,8}}\n\s{{0,80}}(?P<tail>[A-ZĐ][A-ZĐ]\w{{0,12}}(?:(?:/|{_DASH})\w{{1,12}})?)(?=[\s,]{{1,8}}(?:ngày|của|về))"
)
_FOOTNOTE = 4000  # code points that a footnote may take

_ITEM = r"\d{1,6}(?:/(?:19|20)\d\d)?"
_LIST = re.compile(
    r"\b(?:(?<!tổng )(?<!con )số|chỉ thị|nghị quyết|quyết định|công văn|kế hoạch|nghị định|thông tư|công điện|kết luận"
    r"|quy định)\s*:?\s*"
    rf"(?P<items>{_ITEM}(?:\s{{0,3}}(?:[,;]|và)\s{{0,3}}(?:số\s{{1,3}})?{_ITEM}){{0,20}})"
    r"\s{0,3}(?:,|;|và|hoặc|-\s)\s{0,3}(?:số\s{1,3})?$",
    re.I,
)
_SEVERAL = re.compile(r"\b(?:các|những)\s{1,4}$", re.IGNORECASE)  # before a kind whose numbers share one date
_NOT_A_DOCUMENT = re.compile(
    r"(?:\b(?:TCVN|QCVN|TCXDVN|TCXD|TCCS|TCN|QCĐP|TCĐP|ISO|IEC|IEEE|ASTM|EN|RFC)\b[\s:.,\d/–-]*"
    r"|\b(?:mã|mã\s+số|mẫu|biểu|biểu\s+mẫu|phụ\s+lục|gói\s+thầu|tài\s+khoản|điện\s+thoại|đt|fax|hotline|biển)(?:\s+số)?\s*:?\s*)$",
    re.IGNORECASE,
)

_GENERIC = ("văn bản",)  # words that name no kind
_KINDS = NAMES | {
    "thông báo kết luận": "thông báo",
    **dict.fromkeys(("văn bản hợp nhất", "giấy phép", "bản án", "hiến pháp", "sắc lệnh"), OTHER),
}
_TYPE = re.compile(
    r"(?<!pháp )\b(?:"
    + "|".join(word.replace(" ", r"\s+") for word in sorted((*_KINDS, *_GENERIC), key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
_LAWS = re.compile(r"(?<!pháp )(?<!pháp\n)\b(?:bộ\s+luật|luật|pháp\s+lệnh|nghị\s+quyết|hiến\s+pháp)\b", re.IGNORECASE)
# Issuers after whose symbol a small number is the mark of a footnote, not a part of it.
_MARKED = re.compile(r"(?<=[-/])(TW|TU|HU|ĐU|UBND|HĐND|CP|TTg|MTTQ)(\d{1,2})$")
_GOES_ON = re.compile(rf"\s{{0,40}}(?:{_DASH}|/)")
_SO = re.compile(r"\bsố\s*:?\s*\*{0,2}$", re.IGNORECASE)
_NEXT = re.compile(r"[\s,;*]*(?:và|hoặc)?\s*(?:số)?\s*:?\s*$", re.IGNORECASE)
_OF = re.compile(
    r"[\s*]{1,4}của(?P<by>(?:\s+(?!về\b|thực\b|tổ\b|triển\b|trong\b|vào\b|trước\b|sau\b|từ\b|đến\b|hết\b)[\w-]+){1,7}?)"
    r"\s+(?:ban\s+hành\s+|ký\s+)?(?=ngày\s)",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"(?:\d{1,2}(?=\s))?[\s,;*]{0,12}\(?\s{0,3}"
    r"(?:(?:được\s{1,4})?(?:ban\s{1,4}hành|ký)\s{1,4}(?=ngày\s))?",
    re.IGNORECASE,
)  # the digits are the mark of a footnote
_ISSUED = re.compile(r"[^.;\d]{3,80}\s(?:ban\s+hành|ký)\s*\Z", re.IGNORECASE)


@dataclass(slots=True)
class _Mention:
    number: str
    span: Span
    rule: str
    confidence: float
    date: Value[str] | None = None
    type: Value[str] | None = None


@dataclass(slots=True)
class _Cited:
    first: _Mention
    mentions: list[Span] = field(default_factory=list)
    dates: list[Value[str]] = field(default_factory=list)
    date: Value[str] | None = None
    type: Value[str] | None = None

    def add(self, mention: _Mention) -> None:
        self.mentions.append(mention.span)
        if mention.date:
            self.dates.append(mention.date)
        self.date = _surer(self.date, mention.date)
        if self.type is None or (self.type.rule == "derived.symbol" and mention.type):
            self.type = mention.type

    def other_dates(self) -> tuple[Value[str], ...]:
        """Whole dates that differ from the one taken, each once."""
        taken = self.date.value if self.date else ""
        others = {date.value: date for date in reversed(self.dates) if date.value != taken and len(date.value) == 10}
        return tuple(others.values()) if len(taken) == 10 else ()


def _last(found: Iterable[T]) -> T | None:
    return next(iter(deque(found, maxlen=1)), None)


def _surer(old: Value[str] | None, new: Value[str] | None) -> Value[str] | None:
    return new if old is None or (new is not None and new.confidence > old.confidence) else old


def number_key(number: str) -> str:
    """What makes two printed forms of a number the same: no blanks, one kind of dash, one case."""
    return re.sub(_DASH, "-", re.sub(r"\s+", "", number)).casefold()


def _is_symbol(symbol: str) -> bool:
    """Symbols are made of abbreviations: each piece has as many capitals as small letters, or more."""
    pieces = re.split(r"[-/]", symbol)
    return all(2 * sum(map(str.isupper, piece)) >= sum(map(str.isalpha, piece)) > 0 for piece in pieces) and any(
        sum(map(str.isupper, piece)) > 1 for piece in pieces
    )


def _compact(symbol: str) -> str:
    """A symbol as printed on one line: no blanks, no page number between its lines, one kind of dash."""
    joined = re.sub(r"\n\s*\d{1,3}[^\S\n]*\n", "\n", symbol)
    return re.sub(_DASH, "-", re.sub(r"\s+", "", joined))


def _mention(text: str, match: re.Match[str]) -> _Mention | None:
    """The number that ``match`` holds, if it is a document's."""
    symbol = _compact(match["dated"] or match["state"] or match["party"])
    marked = _MARKED.search(symbol)
    mark = len(marked[2]) if marked else 0
    symbol = symbol[: len(symbol) - mark]
    before = text[max(0, match.start() - 40) : match.start()]
    if not _is_symbol(symbol) or _NOT_A_DOCUMENT.search(before):
        return None
    named = _SO.search(before) or _type_before(text, match.start())
    if match["party"] and "/" not in symbol:
        return None
    if match["state"] and "-" not in symbol and (not named or _GOES_ON.match(text, match.end())):
        return None
    joint = f"/{match['year']}/" if match["year"] else "-" if match["party"] else "/"
    span = Span(match.start(), match.end() - mark)
    return _Mention(f"{match['n']}{joint}{symbol}", span, "citation.number", 0.98 if named else 0.9)


def _cut(text: str) -> Iterator[_Mention]:
    """Numbers that a footnote at the end of the page tears in two."""
    for match in _CUT.finditer(text):
        tail = _TAIL.search(text, match.end(), match.end() + _FOOTNOTE)
        symbol = _compact(match["head"] + tail["tail"]) if tail else ""
        if tail and _is_symbol(symbol):
            mention = _Mention(
                f"{match['n']}{'/' if match['sep'] == '/' else '-'}{symbol}",
                Span(match.start(), match.start() + len(match[0].rstrip())),
                "derived.number.rejoined",
                0.8,
            )
            mention.date = _date_after(text, tail.end())
            yield mention


def _date_after(text: str, end: int) -> Value[str] | None:
    """The date of the document whose number ends at ``end``: "ngày …", "(…)" or "của … ngày …"."""
    gap = _BEFORE_DATE.match(text, end)
    assert gap is not None  # every part of the pattern may be empty
    confidence = 0.98
    found = date_at(text, gap.end())
    if found and not re.match(r"ngày", text[found.span.start :][:4], re.IGNORECASE) and "(" not in gap[0]:
        return None
    if found is None:
        of = _OF.match(text, end)
        found = date_at(text, of.end()) if of else None
        confidence = 0.8
    return Value(found.value, found.span, confidence, "derived.date") if found else None


def _date_before(text: str, type_start: int) -> Value[str] | None:
    """ "Ngày 22/12/2024, Bộ Chính trị ban hành Nghị quyết số …": the date that opens such a clause."""
    start = max(0, type_start - 130)
    issued = re.search(r"(?:ban\s+hành|ký)\s*\Z", text[start:type_start], re.IGNORECASE)
    if issued is None:
        return None
    last = _last(find_dates(text, start, type_start))
    if last and len(last.value) == 10 and _ISSUED.fullmatch(text, last.span.end, type_start):
        opened = text[last.span.start : last.span.start + 4].lower() == "ngày"
        return Value(last.value, last.span, 0.7, "derived.date") if opened else None
    return None


def _type_before(text: str, start: int) -> re.Match[str] | None:
    """The last word for a kind of document that stands before a number, with nothing but its qualifier between."""
    low = max(0, start - 75)
    window = text[low:start]
    so = _SO.search(window)
    stop = so.start() if so else len(window)
    found = _last(_TYPE.finditer(text, low, low + stop))
    if found is None:
        return None
    between = text[found.end() : low + stop].strip()
    return None if re.search(r"[.;:()\d|]|\n\s*\n\s*\n", between) or len(between) > (45 if so else 10) else found


def _type_of(text: str, mention: _Mention, before: _Mention | None) -> tuple[Value[str] | None, int]:
    """The kind of the document cited and where its printed name begins (or the number, where none is printed)."""
    start, symbol = mention.span.start, re.sub(r"^\d+[a-zđ]?[-/](?:\d{4}/)?", "", mention.number)
    assembly = re.match(r"(?:UBTV)?QH\d", symbol)
    derived = None if assembly else type_of_symbol(symbol)  # the National Assembly numbers laws and resolutions alike
    if derived is None and "-" in symbol and re.match(r"\d+[a-zđ]?/\D", mention.number):
        derived = "công văn"  # a dispatch has no kind in its symbol: "UBND-KT" (Phụ lục I, Mục II.3)
    printed = _type_before(text, start)
    if assembly:
        printed = _last(_LAWS.finditer(text, max(0, start - 160), start))
        if printed and re.search(r"[.;|]", text[printed.end() : start]):
            printed = None
    if printed:
        word = " ".join(printed[0].lower().split())
        kind = _KINDS.get(word, OTHER)
        loose = _SO.sub("", text[printed.end() : start]).strip()
        if word not in _GENERIC and not (loose and derived and derived != kind):
            rule = "derived.type" if kind == OTHER else "citation.type"
            return Value(kind, Span(printed.start(), printed.end()), 0.95, rule), printed.start()
    elif before and before.type and derived in (None, before.type.value):
        between = text[before.date.span.end if before.date and before.date.span else before.span.end : start]
        if len(between) < 20 and _NEXT.fullmatch(between):
            return before.type, start
    at = printed.start() if printed else start
    return (Value(derived, mention.span, 0.85, "derived.symbol") if derived else None), at


def _listed(text: str, mention: _Mention) -> list[_Mention]:
    """The numbers before ``mention`` that share its symbol: "số 12, 15 và 18/UBND-KT"."""
    low = max(0, mention.span.start - 120)
    match = _LIST.search(text[low : mention.span.start])
    if match is None:
        return []
    tail = re.sub(r"^\d+[a-zđ]?", "", mention.number)
    dated = re.sub(r"^/\d{4}(?=/)", "", tail)  # what follows a number that has its own year
    return [
        _Mention(
            item[0] + (dated if "/" in item[0] else tail),
            Span(low + match.start("items") + item.start(), mention.span.end),
            "derived.number.list",
            0.8,
        )
        for item in re.finditer(_ITEM, match["items"])
    ]


def _mentions(text: str) -> Iterator[_Mention]:
    before: _Mention | None = None
    whole = (mention for match in _NUMBER.finditer(text) if (mention := _mention(text, match)))
    for mention in sorted([*whole, *_cut(text)], key=lambda item: item.span.start):
        listed = _listed(text, mention)
        # The kind is printed before the first number of a list.
        lead = _Mention(mention.number, listed[0].span if listed else mention.span, "", 0)
        mention.type, start = _type_of(text, lead, before)
        mention.date = mention.date or _date_after(text, mention.span.end) or _date_before(text, start)
        for other in listed:
            other.type = mention.type
            if mention.date and _SEVERAL.search(text, max(0, start - 12), start):
                other.date = replace(mention.date, confidence=0.6)
            yield other
        yield mention
        before = mention


_RAISED = re.compile("[¹²³⁰⁴-⁹]")


def read_citations(source: Source, own_number: str | None) -> tuple[Citation, ...]:
    """Documents that ``source`` cites, in the order of their first mention, each once with all its mentions.

    ``own_number`` is the document's own number and is left out; where it is None, a number that fills a line "Số: …" of
    the head is taken for it. The time taken grows with the length of the text.
    """
    text = source.text
    if _RAISED.search(text):
        # The mark of a footnote is no letter of the symbol before it.
        text = _RAISED.sub(" ", text)
    own = number_key(own_number) if own_number else _head_number(text)
    found: dict[str, _Cited] = {}
    for mention in _mentions(text):
        key = number_key(mention.number)
        if key != own:
            found.setdefault(key, _Cited(mention)).add(mention)
    return tuple(
        Citation(
            Value(cited.first.number, cited.first.span, cited.first.confidence, cited.first.rule),
            cited.date,
            cited.type,
            tuple(cited.mentions),
            cited.other_dates(),
        )
        for cited in found.values()
    )


def date_remarks(cited: Iterable[Citation]) -> tuple[Remark, ...]:
    """One remark for each cited number that is printed with more than one date: a slip, or two documents."""
    return tuple(
        Remark(
            "citation-dates",
            f"Văn bản số {item.number.value} được dẫn với các ngày khác nhau; cần đối chiếu.",
            item.other_dates[0].span,
        )
        for item in cited
        if item.other_dates
    )


_HEAD = re.compile(
    rf"^[\s|*]*Số\s*:?\s*(?=\d)(?P<number>{_NUMBER.pattern})(?=\s*(?:$|\||\*|[^\S\n]{{3}}))", re.MULTILINE
)


#: Under its title an attached document or an appendix names the document that it belongs to.
_ATTACHED = re.compile(
    rf"\(\s{{0,3}}\*{{0,3}}(?i:ban\s+hành\s+)?(?i:đính\s+)?(?i:kèm\s+theo)\s[^()\d]{{0,60}}(?P<number>{_NUMBER.pattern})"
)


def _head_number(text: str) -> str | None:
    match = _HEAD.search(text, 0, 2000) or _ATTACHED.search(text, 0, 2000)
    return number_key(re.sub(r"\s+", "", match["number"])) if match else None
