"""What may stand in front of a paragraph: a number, a letter, a dash, or the name of a field.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I.II.5.e: Phần and Chương in Roman numbers, Mục and Điều in Arabic ones, khoản
"1.", điểm "a)" in the order of the Vietnamese alphabet. Offices use far more than that ("I-", "1/", "1.1", "(1)", "+").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vanban.bodies import head_at
from vanban.folding import bare, spelled

Kind = Literal[
    "part", "chapter", "section", "subsection", "article", "upper", "roman", "decimal", "letter", "paren", "round",
    "dash", "plus", "star", "bullet",
]  # fmt: skip

#: Kinds whose paragraphs stand in a list without being named; they are no part of a section's path.
MARKS = frozenset({"dash", "plus", "star", "bullet"})
#: Kinds that always begin a new division, whatever stands open below it.
DIVISIONS = ("part", "chapter", "section", "subsection", "article", "upper", "roman")

_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label. ``text`` has no punctuation; ``number`` counts from 1 (0 for marks); ``end`` is its length."""

    kind: Kind
    text: str
    number: int
    end: int
    depth: int = 1

    @property
    def key(self) -> tuple[str, int]:
        """Labels with the same key number the same list."""
        return self.kind, self.depth


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman_number(text: str) -> int:
    total = 0
    for at, letter in enumerate(text):
        value = _ROMAN_VALUES[letter]
        following = _ROMAN_VALUES.get(text[at + 1 : at + 2], 0)
        total += -value if value < following else value
    return total


def letter_number(letter: str) -> int:
    """The place in the Vietnamese alphabet, where "đ" follows "d" and there is no "f", "j", "w" and "z"."""
    return _ALPHABET.find(letter.lower()) + 1


def _ordinal(text: str) -> int:
    if text.isdigit():
        return int(text)
    if re.fullmatch("[IVXL]+", text):
        return roman_number(text)
    return next((n for n, word in enumerate(_ORDINALS, 1) if text.lower().endswith(word)), 0)


_NAMED = re.compile(
    r"(?P<name>phần|chương|mục|tiểu\s+mục)\s+(?P<n>thứ\s+\w+|[IVXLivxl]{1,6}|\d{1,2})(?P<end>\s*[.:]\s*|\s*[-–]\s+"
    r"|\s*$)"
    r"|(?P<article>điều)\s+(?P<a>\d{1,3}[a-zđ]?)\s*[.:]\s*",
    re.IGNORECASE,
)
_NAMES: dict[str, Kind] = {"phần": "part", "chương": "chapter", "mục": "section", "tiểu mục": "subsection"}
_NUMBERED = re.compile(
    r"(?P<roman>[IVX]{1,6}|XL[IVX]*)\s?(?:[./)]\s*[-–]?|[-–:])\s*(?=[\"“(]?[^\W\d_])"
    r"|(?P<upper>(?!T/[MLU]|K/T)[A-ZĐ])\s?(?:[./)]\s*[-–]?\s*|[-–:]\s+)(?=[\"“(]?[^\W\d_][^.])"
    r"|(?P<multi>\d{1,2}(?:\.\d{1,2}){1,4})(?:\s?[.)/:]+\s*[-–]?\s*|\s?[-–]\s+|\s+)(?=[\"“(]?[^\W\d_])"
    r"|(?P<decimal>\d{1,3})(?:\s?\.\s*[/-]?\s*|\s?/\.?\s+|\s?[-–]\s+|\s?:\s+)(?=[\"“(\[]?[^\W\d_])"
    r"|(?P<paren>\d{1,2})\s?\)[.:]?\s*(?=[\"“(]?\w)"
    r"|\((?P<round>\d{1,2}|[ivx]{1,4}|[a-zđ])\)[.:]?\s*(?=\S)"
    r"|(?P<letter>[a-zđ])\s?(?:\)\s*[.:]?\s*|\.\s+|/\.?\s+|\.(?=[A-ZĐ][^.\s]))(?=\S)"
)
_MARK = re.compile(r"(?P<dash>[-–—−])\s*(?=[^\s\d-])|[-–—−]\s+(?=\d)|(?P<plus>\+)\s*(?=\S)|(?P<star>\*)\s*(?=\S)"
                   r"|(?P<bullet>[•●▪◦■□➢✓·])\s*(?=\S)")  # fmt: skip


def read_label(text: str) -> Label | None:
    """The label at the start of ``text``, or None. "I.", "V." and "X." are taken as Roman numbers."""
    return _label_of_line(text) if len(text) <= _LINE else _read_label(text)


def _read_label(text: str) -> Label | None:
    if not text:
        return None
    mark = _MARK.match(text)
    if mark:
        kind: Kind = mark.lastgroup or "dash"  # type: ignore[assignment]
        return Label(kind, mark[0].strip(), 0, mark.end())
    if text[0] in "PpCcMmTtĐđ":
        named = _NAMED.match(text)
        if named and named["article"]:
            number = named["a"]
            return Label("article", f"Điều {number}", int(re.match(r"\d+", number)[0]), named.end())  # type: ignore[index]
        if named:
            name = re.sub(r"\s+", " ", named["name"].lower())
            printed = text[: named.start("end")].strip()
            return Label(_NAMES[name], printed, _ordinal(named["n"].strip()), named.end())
    found = _NUMBERED.match(text)
    return _numbered(found) if found else None


# Each line is asked for its label several times.
_LINE = 240
_label_of_line = lru_cache(maxsize=4096)(_read_label)


def _numbered(found: re.Match[str]) -> Label | None:
    kind, text = found.lastgroup or "", found[found.lastgroup or 0]
    if kind in ("roman", "upper") and not found.string[found.end() :].lstrip('"“(')[0].isupper():
        return None
    if kind == "roman":
        return Label("roman", text, roman_number(text), found.end())
    if kind == "upper":
        return Label("upper", text, letter_number(text), found.end())
    if kind == "multi":
        # Without a point after it, "2.5 triệu" is no label but "2.5 Triển khai" is one.
        if found[0][len(text)] == " " and not found.string[found.end()].isupper():
            return None
        parts = text.split(".")
        return Label("decimal", text, int(parts[-1]), found.end(), len(parts))
    if kind == "decimal":
        return Label("decimal", text, int(text), found.end())
    if kind == "letter":
        return Label("letter", text, letter_number(text), found.end())
    number = int(text) if text.isdigit() else letter_number(text)
    if kind == "round" and not text.isdigit() and set(text) <= set("ivx"):
        number = roman_number(text.upper())
    return Label("paren" if kind == "paren" else "round", text, number, found.end(), 1 if text.isdigit() else 2)


FieldKind = Literal["lead", "support", "when", "frequency", "product", "funding", "other"]
#: Fields that say how a task is done; "other" fields hold the task itself or its circumstances.
TASK_FIELDS = frozenset({"lead", "support", "when", "frequency", "product", "funding"})

_WHO = (
    r"(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|tổ chức|cá nhân|đầu mối|người|phòng|ban|ngành)"
    r"(?:\s*(?:[,/]|và)\s*(?:cơ quan|đơn vị|cá nhân|tổ chức|bộ phận|địa phương|người))*"
)
_DOES = r"(?:chủ trì|thực hiện|triển khai|chịu trách nhiệm|phụ trách|tham mưu|tổ chức|đầu mối|chủ quản|đăng cai)"
_FIELD = re.compile(
    rf"(?:(?P<support>(?:{_WHO}\s+)?(?:cùng\s+)?(?:được\s+(?:giao"
    rf"|phân công)\s+)?(?:tham gia\s+)?phối hợp(?:\s+(?:thực hiện|triển khai|chính))?)"
    rf"|(?P<lead>{_WHO}\s+(?:được\s+(?:giao|phân công)\s+)?{_DOES}(?:\s*(?:,|và|/)?\s*(?:{_DOES}|chính|phối hợp))*"
    r"|chủ trì(?:\s+(?:thực hiện|tham mưu|tổ chức))?|phân công(?:\s+(?:thực hiện|nhiệm vụ|chủ trì))?|phụ trách"
    r"|(?:đơn vị|cơ quan)\s+được\s+giao|đầu mối|trách nhiệm(?:\s+(?:thực hiện|chủ trì))?|người thực hiện)"
    r"|(?P<when>(?:dự kiến\s+)?thời (?:gian|hạn|điểm)(?:,? (?:và )?(?:dự kiến|thực hiện|hoàn thành|triển khai"
    r"|tổ chức|tiến hành|báo cáo|tiến độ|trình|ban hành))*"
    r"|tiến độ(?: (?:thực hiện|hoàn thành))?|(?:hạn|ngày|thời hạn) hoàn thành|hoàn thành|lộ trình(?: thực hiện)?)"
    r"|(?P<frequency>tần suất(?: (?:thực hiện|phát|đăng|tổ chức))?)"
    r"|(?P<product>(?:dự kiến )?(?:sản phẩm|kết quả)(?:,? (?:và )?(?:sản phẩm|kết quả|đầu ra|dự kiến|cần đạt"
    r"|đạt được|yêu cầu|thực hiện|hoàn thành|phải đạt))*)"
    r"|(?P<funding>(?:dự kiến )?(?:nguồn )?kinh phí(?: (?:thực hiện|dự kiến))?)"
    r"|(?P<other>nội dung(?: (?:thực hiện|công việc|chính|cụ thể))?|địa điểm(?: \w+ \w+)?|hình thức(?: \w+ \w+)?"
    r"|đối tượng(?: \w+ \w+)?|thành phần(?: \w+ \w+)?|số lượng|quy mô|phạm vi|yêu cầu|mục tiêu|mục đích|cách làm))"
    r"\s*:\s*"
)
_FIELD_BARE = re.compile(bare(_FIELD.pattern))
_INNER = re.compile(r"(?:[.;,(]\s*|\s[-+–]\s*)(?=[^\W\d_]{2,9} )")


_BARE = re.compile(r"(?:chủ trì|phân công|phụ trách|đầu mối|trách nhiệm|phối hợp)\b")


def _is_named_field(plain: str, name: FieldName) -> bool:
    """True unless a bare word such as "Trách nhiệm:" is followed by something that is no body."""
    if not _BARE.match(plain, name.start):
        return True
    value = plain[name.end :].lstrip()
    return head_at(value) or (not value and not plain.startswith("phân công", name.start))


@dataclass(frozen=True, slots=True)
class FieldName:
    """The name of a field with its colon, at ``start`` to ``end`` of a text; what follows is its value."""

    kind: FieldKind
    start: int
    end: int


def read_field(text: str, at: int = 0) -> FieldName | None:
    """The field name at ``at`` of a text as :func:`vanban.folding.spelled` gives it, or None."""
    found = _FIELD.match(text, at)
    if found is None and text.find(":", at, at + 60) > 0:
        found = _FIELD_BARE.match(bare(text[: at + 70]), at)  # "Cơ quan phôi hợp:", as a scan may give it
    return FieldName(found.lastgroup, at, found.end()) if found else None  # type: ignore[arg-type]


def fields_of(text: str, at: int = 0) -> list[FieldName]:
    """The fields of one paragraph: one at ``at``, and others that follow in it after a full stop or semicolon."""
    plain = spelled(text)
    first = read_field(plain, at)
    if first and first.kind in ("lead", "support") and not _is_named_field(plain, first):
        first = None
    found = [first] if first else []
    for gap in _INNER.finditer(plain, first.end if first else at):
        inner = read_field(plain, gap.end())
        # "Giao" or "hoàn thành" within a sentence is a verb, so an inner field must have the name of a body or a time.
        if inner and inner.kind in TASK_FIELDS and " " in plain[inner.start : inner.end].strip(" :"):
            found.append(inner)
    return found
