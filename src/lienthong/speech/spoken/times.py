"""Days, months, years, hours and telephone numbers."""

import re

from lienthong.speech.spoken.numbers import cardinal, day, digits, month, roman

_D = r"(0?[1-9]|[12]\d|3[01])"
_M = r"(0?[1-9]|1[0-2])"
_Y = r"((?:19|20)\d\d)"
_NOT_IN = r"(?<![\w/.,-])"
_END = r"(?![\w/])(?![.,]\d)"
_TO = r"\s*[-–]\s*"
#: Words before "15/9" that make it a day and not a fraction.
_DAY_WORDS = (
    r"(?:ngày|từ|đến|trước|sau|hết|sáng|trưa|chiều|tối|đêm|hôm|vào|và|thứ \w+,?|"
    r"lúc|dịp|lễ|đường|phố|mừng|nghỉ|Quốc khánh|,|nhật,?)"
)


def read_times(text: str) -> str:
    for pattern, say in _RULES:
        text = pattern.sub(say, text)
    return text


def _full_range(found: re.Match[str]) -> str:
    return f"{_lead(found)}{_date(*found.group(1, 2, 3))} đến ngày {_date(*found.group(4, 5, 6))}"


def _lead(found: re.Match[str]) -> str:
    """ "ngày" unless it was just said."""
    before = found.string[: found.start()].rstrip().lower()
    return "" if before.endswith(("ngày", "mùng", "mồng", "hôm")) else "ngày "


def _date(d: str, m: str, y: str | None) -> str:
    said = f"{day(int(d))} tháng {month(int(m))}"
    return f"{said} năm {cardinal(int(y))}" if y else said


def _after_word(found: re.Match[str]) -> str:
    word = found[1]
    lead = "" if word.lower() in ("ngày", "đường", "phố") else "ngày "
    return f"{word} {lead}{_date(found[2], found[3], None)}"


def _day_range(found: re.Match[str]) -> str:
    return f"{_lead(found)}{day(int(found[1]))} đến ngày {_date(found[2], found[3], found[4])}"


def _named_day(found: re.Match[str]) -> str:
    return f"{found[1]} {day(int(found[2]))}"


def _quarter(found: re.Match[str]) -> str:
    number = int(found[2]) if found[2].isdigit() else roman(found[2])
    return f"{found[1]} {cardinal(number or 0)} năm {cardinal(int(found[3]))}"


def _clock(found: re.Match[str]) -> str:
    hours, minutes = int(found[1]), int(found[2] or 0)
    return f"{cardinal(hours)} giờ" + (f" {cardinal(minutes)} phút" if minutes else "")


_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\(?(?:\+84|0\d{2,3})\)?(?:[ .-]?\d{1,4}){2,3}|1[89]00(?:[ .-]?\d{2,4}){1,2}|\+84\d{9})(?![\w/,])"
)
_SHORT = re.compile(
    r"((?:gọi|số|đường dây nóng|tổng đài|hotline|điện thoại|khẩn cấp)\s*:?\s*)"
    r"(11[1-5]|1022|10[08]|12[0-9])(?![\w/.,]\d|\w)"
)


def _phone(found: re.Match[str]) -> str:
    text = found.group()
    lead = "cộng " if text.startswith("+") else ""
    groups = [digits(group) for group in re.split(r"[^\d]+", text) if group]
    return lead + ", ".join(groups)


_HOUR = r"([01]?\d|2[0-4])"
_RULES = [
    (re.compile(r"(\d[hg:]\d{0,2})\s*[-–]\s*(?=\d{1,2}[hg:])"), lambda f: f"{f[1]} đến "),
    (_PHONE, _phone),
    (_SHORT, lambda f: f"{f[1]}{digits(f[2])}"),
    (re.compile(rf"{_NOT_IN}{_D}/{_M}/{_Y}{_TO}{_D}/{_M}/{_Y}{_END}"), _full_range),
    (
        re.compile(rf"{_NOT_IN}{_D}/{_M}{_TO}{_D}/{_M}/{_Y}{_END}"),
        lambda f: f"{_lead(f)}{_date(f[1], f[2], None)} đến ngày {_date(f[3], f[4], f[5])}",
    ),
    (
        re.compile(rf"{_NOT_IN}{_D}/{_M}{_TO}{_D}/{_M}{_END}"),
        lambda f: f"{_lead(f)}{_date(f[1], f[2], None)} đến ngày {_date(f[3], f[4], None)}",
    ),
    (re.compile(rf"{_NOT_IN}{_D}{_TO}{_D}/{_M}(?:/{_Y})?{_END}"), _day_range),
    (re.compile(rf"{_NOT_IN}{_D}([/.-]){_M}\2{_Y}{_END}"), lambda f: f"{_lead(f)}{_date(f[1], f[3], f[4])}"),
    (re.compile(rf"\b([Qq]uý)\s+(IV|I{{1,3}}|[1-4])\s*[/-]\s*{_Y}{_END}"), _quarter),
    (re.compile(rf"\b([Tt]háng)\s+{_M}\s*[/-]\s*{_Y}{_END}"), lambda f: _month_year(f[1], f[2], f[3])),
    (re.compile(rf"{_NOT_IN}{_M}/{_Y}{_END}"), lambda f: _month_year("tháng", f[1], f[2])),
    (re.compile(rf"(?i)(?<!\w)({_DAY_WORDS})\s+{_D}/{_M}{_END}"), _after_word),
    (
        re.compile(rf"\b([Nn]gày)\s+{_D}{_TO}{_D}(?=\s+tháng)"),
        lambda f: f"{f[1]} {day(int(f[2]))} đến {day(int(f[3]))}",
    ),
    (re.compile(rf"\b([Nn]gày)\s+{_D}(?![\w/])(?![.,]\d)"), _named_day),
    (re.compile(rf"\b([Tt]háng)\s+{_M}(?![\w/])(?![.,]\d)"), lambda f: f"{f[1]} {month(int(f[2]))}"),
    (re.compile(rf"\b([Nn]ăm học)\s+{_Y}{_TO}{_Y}{_END}"), lambda f: f"{f[1]} {_years(f, 2)}, {_years(f, 3)}"),
    (re.compile(rf"{_NOT_IN}{_HOUR}\s*(?:h|g|giờ|:)\s*([0-5]\d)(?:\s*(?:phút|'|p\b))?(?![\w:])"), _clock),
    (re.compile(rf"{_NOT_IN}{_HOUR}\s*(?:h|g)()(?!\w)"), _clock),
]


def _month_year(word: str, m: str, y: str) -> str:
    return f"{word} {month(int(m))} năm {cardinal(int(y))}"


def _years(found: re.Match[str], group: int) -> str:
    return cardinal(int(found[group]))
