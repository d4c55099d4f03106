"""How Vietnamese plans say a rhythm: the patterns, each with its meaning, that :mod:`vanban.rhythm` puts together.

All patterns are matched against text in lower case in which printed dates are blotted out with ``\\0``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WEEKDAY_NAME = r"(?:hai|ba|tư|năm|sáu|bảy|[2-7])"
NUM = r"(?:\d{1,4}|một|hai|ba|bốn|sáu|bảy|tám|chín|mười)"
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
UNIT = r"(?:ngày|tuần|tháng|qu[ýí]|năm)"
_EVERY = r"(?:mỗi|hằng|hàng|từng|cứ|các)"
_NOUN = rf"(?!{UNIT}(?!\w))[^\W\d_]+(?:(?:, ?|[ -])[^\W\d_]+){{0,5}}?"
_COUNTED = (
    r"(?:lần|số|kỳ|kì|tin|bài|tin,? bài|buổi|cuộc|đợt|lượt|chuyên mục|chuyên đề|chuyên trang|bản tin|chương trình"
    r"|phóng sự|video|clip|infographic|ấn phẩm|hội nghị|báo cáo|phiên)"
)
_ASIDE = r"(?: ?\([^()\d]{1,12}\))?"  # "01 (một)"
_GAP = r"[ \0]{1,12}"


def number(text: str) -> int:
    """The number that ``text`` prints in digits or as a word."""
    return _WORDS[text] if text in _WORDS else int(text)


@dataclass(frozen=True, slots=True)
class Step:
    """A length of time in days or in months; one of the two is 0."""

    days: int
    months: int

    @property
    def length(self) -> int:
        """Days, for putting steps in order."""
        return self.days + self.months * 30


def step(count: str | None, unit: str) -> Step:
    times = number(count) if count else 1
    days = {"ngày": 1, "tuần": 7}.get(unit, 0)
    months = {"tháng": 1, "quý": 3, "quí": 3, "năm": 12}.get(unit, 0)
    return Step(days * times, months * times)


@dataclass(frozen=True, slots=True)
class Count:
    """So many issues in each step, as printed; ``most`` where a range is printed ("2 - 3 bài/tuần")."""

    issues: int
    step: Step
    noun: str
    start: int
    end: int
    most: int | None = None


_RANGE = rf"(?P<low>{NUM}) ?(?:-|đến) ?(?={NUM} )"
_PER = re.compile(
    rf"(?<![\w/.])(?:{_RANGE})?(?P<n>{NUM}){_ASIDE} (?P<noun>{_NOUN})(?P<more>(?: ?(?:,|và|\+) ?{NUM} {_NOUN}){{0,3}})"
    rf"(?: ?/ ?| (?:mỗi|một|trong|trên|hằng|hàng|từng|trong một) )(?P<k>{NUM} )?(?P<unit>{UNIT})(?!\w)(?! ?/)"
)
_STEP_FIRST = re.compile(
    rf"(?<![\w/.])(?<!nửa )(?P<k>{NUM} )?(?P<unit>{UNIT})"
    rf"(?: ?/ ?(?P<n1>{NUM} ?)?(?P<noun1>{_COUNTED})|{_GAP}(?P<n2>{NUM}){_ASIDE} (?P<noun2>{_COUNTED})"
    # A number behind the stroke says by itself that the word after it is what is counted ("2 tuần/01 phiếu").
    rf"| ?/ ?(?P<n3>{NUM}) (?P<noun3>{_NOUN}))(?!\w)(?! ?/)"
)
_EVERY_COUNT = re.compile(
    rf"(?<!\w)(?:mỗi|hằng|hàng|cứ) (?P<k>{NUM} )?(?P<unit>{UNIT})(?!\w)[^.;()\0\d/]{{0,60}}?(?<![\w/.])"
    rf"(?:{_RANGE})?(?P<n>{NUM}){_ASIDE} (?P<noun>{_NOUN})(?=[ .,;)]|$)(?! ?/)"
)
_ITEM = rf"(?:{NUM} )?{UNIT}(?!\w)(?! ?/)"
_ITEMS = rf"{_ITEM}(?: ?(?:,|và|hoặc|;) ?(?:(?:hằng|hàng|mỗi|báo cáo|định k[ỳì]) )?{_ITEM}){{0,5}}"
_LIST = re.compile(
    rf"(?<!\w)(?:định k[ỳì](?: theo| vào| báo cáo)?|hằng|hàng|mỗi|cứ|báo cáo|theo)(?: (?:hằng|hàng|mỗi|từng))? "
    rf"(?P<items>{_ITEMS})|^(?P<all>{_ITEMS})(?= ?(?:và đột xuất|\(.*)?[.;]? ?$)"
)
_TOTAL = re.compile(
    rf"(?:(?P<sum>tổng(?: số| cộng)?:?|cả năm:?)|\(|^) ?(?P<n>{NUM}) (?P<noun>{_COUNTED})(?= ?[).,;]|$)"
)
RERUN = re.compile(
    rf"(?:(?:phát|đăng|tiếp|truyền)(?: sóng| thanh)? lại|tái phát)"
    rf"(?: (?:ít nhất|tối thiểu|không quá))? (?P<n>{NUM}){_ASIDE} (?:lần|lượt)"
    rf"(?: ?/ ?| mỗi | một | trong )?(?P<per>(?:{UNIT}|số|kỳ|tin|bài|chuyên mục|chương trình)(?!\w))?"
)
AT_LEAST = re.compile(r"ít nhất|tối thiểu|không dưới|trở lên|từ \d+ \w+ trở lên")
OPEN = re.compile(r"thường xuyên|liên tục|lâu dài|trở đi|(?:các|những) năm (?:tiếp|sau)")
AD_HOC = re.compile(r"đột xuất|khi có|theo yêu cầu|khi cần")

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
MONTH_DAYS = re.compile(
    rf"(?<!\w)ngày (?P<days>{_DAY}(?: ?(?:,|và) ?(?:ngày )?{_DAY}){{0,5}})"
    rf"(?= ?(?:của |trong )?(?:(?:{_EVERY} tháng)|tháng (?:sau|tiếp|kế|liền))(?!\w))"
)
QUARTER_DAY = re.compile(
    rf"(?<!\w)ngày (?P<day>{_DAY}) ?(?:của |trong )?(?:{_EVERY} )?tháng "
    rf"(?P<which>đầu|thứ nhất|giữa|thứ hai|thứ 2|cuối|thứ ba|thứ 3)"
    rf"(?: cùng| tiên)?(?: của| trong)?(?: {_EVERY})? qu[ýí](?!\w)"
)
LOOSE_DAY = re.compile(rf"(?<!\w)ngày (?P<day>{_DAY})(?! ?[/.-] ?\d)(?! tháng \d)(?! ?{_COUNTED})")
YEAR_DAY = re.compile(rf"(?<![\d/.])(?P<day>{_DAY})(?: ?/ ?| tháng )(?P<month>{_MONTH})(?! ?[/\d\0])")
YEAR_MONTHS = re.compile(
    rf"(?<!\d )(?<!\w)tháng (?P<months>{_MONTH}(?: ?(?:,|và) ?(?:tháng )?{_MONTH}){{0,11}})"
    r" ?(?:của )?(?:hằng|hàng|mỗi|các) năm(?!\w)"
)
LOOSE_MONTHS = re.compile(
    rf"(?<!\d )(?<!\w)tháng (?P<months>{_MONTH}(?: ?(?:,|và) ?(?:tháng )?{_MONTH}){{0,11}})(?! ?{_COUNTED})"
)
LEFT_OVER = re.compile(
    rf"(?:ngày|tháng|thứ|qu[ýí]) \d|\d ?(?:{_COUNTED}|{UNIT})(?!\w)|(?<!\w)thứ {_WEEKDAY_NAME}(?!\w)|nửa {UNIT}"
)
END_OF = re.compile(
    rf"(?<!\w)(?<!đến )(?<!hết )(?:ngày )?cuối(?: cùng)?(?: của)?(?: {_EVERY})? (?P<unit>tháng|qu[ýí]|năm)(?!\w)"
    r"(?! ?\0)(?! qu[ýí])"
)
START_OF = re.compile(rf"(?<!\w)đầu(?: {_EVERY})? (?:tuần|tháng|qu[ýí]|năm)(?!\w)(?! ?\0)")
WORKING_DAY = re.compile(
    rf"ngày làm việc (?P<which>đầu tiên|thứ nhất|thứ hai|thứ ba|thứ năm|cuối cùng|cuối)"
    rf"(?: của| trong)?(?: {_EVERY})? (?P<unit>tuần|tháng|qu[ýí]|năm)(?!\w)"
)
_WEEKDAY = rf"(?:thứ {_WEEKDAY_NAME}|chủ nhật)(?!\w)"
WEEKDAYS = re.compile(
    rf"(?<!lần )(?P<span>từ )?(?P<days>{_WEEKDAY}(?: ?(?:,|và|đến|-) ?(?:{_WEEKDAY}|[2-7](?!\d))){{0,6}})"
    rf"(?P<which> (?:đầu tiên|đầu|cuối cùng|cuối|tuần đầu|tuần cuối))?"
    rf"(?:(?: của| trong)?(?: {_EVERY})? (?P<unit>tuần|tháng)(?!\w))?"
)
_CODES = {"hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tư": "WE", "4": "WE", "năm": "TH", "5": "TH", "sáu": "FR",
          "6": "FR", "bảy": "SA", "7": "SA", "nhật": "SU"}  # fmt: skip
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def weekday_codes(match: re.Match[str]) -> list[str]:
    """RFC 5545 codes, in the order of the week, of a match of :data:`WEEKDAYS`."""
    days = [_CODES[word] for word in re.findall(r"hai|ba|tư|năm|sáu|bảy|nhật|[2-7]", match["days"])]
    if re.search(r"đến|-", match["days"]) and len(days) == 2:
        first, last = WEEK.index(days[0]), WEEK.index(days[1])
        days = list(WEEK[first : last + 1])
    return [code for code in WEEK if code in days]


def counts(text: str) -> Iterator[Count]:
    """Every "so many in each step" that ``text`` prints, in order."""
    taken: list[tuple[int, int]] = []
    for pattern in (_STEP_FIRST, _PER, _EVERY_COUNT):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            parts = match.groupdict()
            printed = next((parts[name] for name in ("n", "n1", "n2", "n3") if parts.get(name)), None)
            issues = number(printed.strip()) if printed else 1
            issues += sum(number(n) for n in re.findall(rf"(?<!\w){NUM}(?!\w)", parts.get("more") or ""))
            low = number(parts["low"]) if parts.get("low") else None
            noun = next((parts[name] for name in ("noun", "noun1", "noun2", "noun3") if parts.get(name)), "")
            at = step(parts["k"].strip() if parts["k"] else None, parts["unit"])
            if issues and at.length:
                yield Count(low or issues, at, noun, *match.span(), most=issues if low else None)


def steps(text: str) -> list[tuple[Step, int, int]]:
    """Steps that are named without a number of issues ("hằng quý", "định kỳ quý, 6 tháng, năm")."""
    found = []
    for match in _LIST.finditer(text):
        for item in re.finditer(rf"(?:(?P<k>{NUM}) )?(?P<unit>{UNIT})(?!\w)", match["items"] or match["all"]):
            found.append((step(item["k"], item["unit"]), match.start(), match.end()))
    return [item for item in found if item[0].length]


def total(text: str) -> tuple[int, bool, int, int] | None:
    """A total without a step ("tổng 26 số", "(26 số)"): the number, whether it is of a year, and where it stands."""
    match = _TOTAL.search(text)
    return (number(match["n"]), (match["sum"] or "").startswith("cả năm"), *match.span()) if match else None
