"""Rules of the text above the body: titles, number and symbol, place and date, type, subject, Kính gửi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from vanban.check.examine import Examined
from vanban.check.model import Finding
from vanban.check.rules import RuleSet
from vanban.folding import fold, spelled
from vanban.lines import Piece, joined
from vanban.model import Span

TITLES = {"state": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "party": "ĐẢNG CỘNG SẢN VIỆT NAM"}
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_NUMBER = re.compile(
    r"(?P<label>S[ốôỐ])\s*(?P<colon>:?)\s*(?P<printed>(?P<no>\d{1,6}[a-zđ]?)?(?P<rest>.*))", re.IGNORECASE | re.DOTALL
)
_WORDS = re.compile(r"ngày\s*(?P<day>\d+)\s*tháng\s*(?P<month>\d+)\s*năm\s*(?P<year>\d{4})", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*([/\-–—‐‑])\s*")
_ATTACHED = re.compile(r"\(\s*(?:ban hành )?kèm theo", re.IGNORECASE)
#: How alike a line must be to one of the titles to be that title with a slip in it.
_ALIKE = 0.8


def head_findings(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    """Findings of the head."""
    opening = document.zones.opening
    kinds = {piece.kind for piece in opening.letterhead}
    if not kinds & {"title", "number", "date"}:
        return
    yield from _titles(document, rules)
    yield from _missing(document, rules, kinds)
    if document.is_form:
        return
    for piece in opening.letterhead:
        if piece.kind == "number":
            yield from _number(document, rules, piece)
        elif piece.kind == "date":
            yield from _date(document, rules, piece)
    yield from _symbol(document, rules)
    yield from _letter_subject(document, rules)
    yield from _addressees(document, rules)
    yield from _lengths(document, rules)


def _titles(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    wanted = TITLES.get(rules.system or "")
    if wanted is None:
        return
    title, motto = None, None
    printed = [piece for piece in document.zones.opening.letterhead if piece.kind in ("title", "text")]
    # A slip in a title parts it for the reader: what stands on one line is tried together too.
    halves = [joined(pair) for pair in pairwise(printed) if pair[0].line == pair[1].line]
    for piece in (*printed, *halves):
        if _is_nearly(piece.text, wanted):
            title = piece
        elif rules.system == "state" and _is_nearly(piece.text, MOTTO):
            motto = piece
    if title is None:
        yield rules.finding("missing-national-title")
        return
    # "HÒA" and "HOÀ" are both right: the decree itself prints either.
    if spelled(title.text) != spelled(wanted):
        yield rules.finding("national-title-text", title.span, found=title.text)
    if motto is None:
        yield rules.finding("missing-motto", title.span)
    elif motto.text.rstrip(" .:_-") != MOTTO and not motto.text.isupper():
        yield rules.finding("motto-text", motto.span, found=motto.text)


def _is_nearly(text: str, wanted: str) -> bool:
    a, b = fold(text), fold(wanted)
    return a == b or (abs(len(a) - len(b)) < 8 and SequenceMatcher(None, a, b).ratio() >= _ALIKE)


def _missing(document: Examined, rules: RuleSet, kinds: set[str]) -> Iterator[Finding | None]:
    head = document.text[document.zones.head.start : document.zones.head.end]
    after = document.text[document.zones.head.end : document.zones.head.end + 300]
    if _ATTACHED.search(head + after):
        return  # what is issued with a decision has neither number nor signature of its own
    ending = document.zones.closing
    opening = document.zones.opening
    found = {
        "missing-number": "number" in kinds,
        "missing-date": "date" in kinds,
        "missing-subject": bool(opening.subject),
        "missing-recipients": ending is not None and bool(ending.recipients),
        "missing-signature": ending is not None and bool(ending.signature),
    }
    if document.is_form:
        found = {}
    for rule, there in found.items():
        if not there and document.kind not in rules.without.get(rule, ()):
            yield rules.finding(rule)
    if found and "date" in kinds and document.head.place is None:
        yield rules.finding("missing-place", next(p.span for p in opening.letterhead if p.kind == "date"))


def _number(document: Examined, rules: RuleSet, piece: Piece) -> Iterator[Finding | None]:
    match = _NUMBER.match(document.text[piece.start : piece.end])
    if match is None:
        return
    place = piece.span
    if not match["colon"]:
        yield rules.finding("number-colon", place)
    if not match["no"]:
        yield rules.finding("number-blank-signed" if document.signed else "number-blank", place)
        return
    if match["no"].isdigit() and int(match["no"]) < 10 and len(match["no"]) == 1:
        yield rules.finding("number-zero", place, found=match["no"])
    wanted = _well_formed(match["printed"], rules.system)
    printed = match["printed"].strip()
    if document.source.kind != "docx":  # a stamped number leaves blanks beside the stroke
        printed = re.sub(r"\s+", "", printed)
    if wanted and printed != wanted:
        yield rules.finding("number-form", place, found=printed, wanted=wanted)


def _well_formed(printed: str, system: str | None) -> str | None:
    """Number and symbol with the separators of the system; None where the parts do not tell."""
    parts = _SEPARATOR.split(printed.strip())
    names, marks = parts[::2], parts[1::2]
    if any(" " in name or not name for name in names):
        return None
    if system == "state":
        dated = len(names) > 2 and re.fullmatch(r"(?:19|20)\d\d", names[1]) is not None
        heads = 2 if dated else 1
        wanted = ["/" if i < heads else ("/" if mark == "/" and i > heads else "-") for i, mark in enumerate(marks)]
    elif system == "party":
        wanted = [
            "-" if i == 0 else "/" if i == 1 else "-" if mark not in "-/" else mark for i, mark in enumerate(marks)
        ]
    else:
        return None
    return "".join(name + mark for name, mark in zip(names, [*wanted, ""], strict=True))


def _date(document: Examined, rules: RuleSet, piece: Piece) -> Iterator[Finding | None]:
    text = document.text[piece.start : piece.end]
    value = document.head.date.value if document.head.date else ""
    if len(value) < 10:
        yield rules.finding("date-blank", piece.span)
        return
    words = _WORDS.search(text)
    if words is None:
        yield rules.finding("date-words", piece.span, found=" ".join(text.split()))
        return
    day, month = words["day"], words["month"]
    if (int(day) < 10 and len(day) == 1) or (int(month) < 3 and len(month) == 1):
        yield rules.finding("date-zero", piece.span, found=" ".join(words[0].split()), wanted=_in_words(words))
    before = text[: words.start()].rstrip()
    if before and before[-1].isalnum():
        yield rules.finding("date-comma", piece.span, found=before)


def _in_words(printed: re.Match[str]) -> str:
    day, month = int(printed["day"]), int(printed["month"])
    return (
        f"ngày {day:02d} tháng {month:02d} năm {printed['year']}"
        if month < 3
        else (f"ngày {day:02d} tháng {month} năm {printed['year']}")
    )


def _symbol(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    symbol, kind = document.head.symbol, document.kind
    if symbol is None or kind is None:
        return
    first = re.split(r"[-/–]", symbol.value)[0]
    if kind == "công văn" and rules.system == "state":
        if first == "CV":
            yield rules.finding("symbol-letter", symbol.span, found=symbol.value)
        return
    code = rules.codes.get(kind)
    if code is None or document.head.type is None or document.head.type.rule == "derived.symbol":
        return
    # "CTrHĐ", "KHPH", "TBKL": a qualifier of the kind goes on the abbreviation.
    if not (first == code or (first.startswith(code) and first[len(code) :].isupper())):
        yield rules.finding("symbol-code", symbol.span, found=symbol.value, type=kind, wanted=code)


def _letter_subject(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    subject = document.zones.opening.subject
    if document.kind == "công văn" and subject and not re.match(r"v/v\b", subject[0].low):
        yield rules.finding("letter-subject-mark", subject[0].span)


def _addressees(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    pieces = document.zones.opening.addressees
    if not pieces:
        return
    label = re.match(r"kính gửi\s*", pieces[0].low)
    if label and not pieces[0].low[label.end() :].startswith(":"):
        yield rules.finding("addressees-colon", pieces[0].span)
    if len(document.head.addressees) > 1:
        yield from list_ends(
            document,
            rules,
            "addressees-end",
            [value.span for value in document.head.addressees if value.span],
            document.zones.head.end,
        )


def list_ends(document: Examined, rules: RuleSet, rule: str, items: list[Span], end: int) -> Iterator[Finding | None]:
    """Findings for items without the mark that a list has after each and after the last one."""
    inner = "," if rules.system == "party" else ";"
    for index, span in enumerate(items):
        last = index == len(items) - 1
        wanted = "." if last else inner
        printed = document.text[span.start : span.end]
        rest = document.text[span.end : min(end, span.end + 200)].partition("\n")[0]
        if not (printed.endswith(wanted) or rest.rstrip().endswith(wanted) or rest.lstrip().startswith(wanted)):
            found = " ".join(printed.split())
            yield rules.finding(rule, span, found=found[:80], wanted=wanted)


def _lengths(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    head = document.head
    for name, what, value in (
        ("subject", "Trích yếu", head.subject),
        ("symbol", "Ký hiệu", head.symbol),
        ("issuer", "Tên cơ quan ban hành", head.issuer),
    ):
        limit = rules.limits.get(name)
        if value is not None and limit is not None and len(value.value) > limit:
            yield rules.finding("field-length", value.span, what=what, length=str(len(value.value)), limit=str(limit))
