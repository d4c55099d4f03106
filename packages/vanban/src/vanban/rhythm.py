"""Rhythms as plans print them ("2 tuần/1 số (26 số/năm)") made into RFC 5545 rules and due dates.

What is due within a step of time without a day of its own is due on the last day of that step: a month's on its last
day, a quarter's on the last day of March, June, September or December. Weeks and other steps that the calendar does
not fix are counted from the anchor (else from the start of the window). What cannot be understood, and numbers that
contradict each other, are told in a remark; nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice, product
from typing import Literal

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from vanban import rhythm_words as words
from vanban.dates import due_of, find_periods, last_day, window_of
from vanban.folding import nfc, spelled
from vanban.model import Remark, Span
from vanban.rhythm_words import Count, Step

Window = tuple[date | None, date | None]
Per = Literal["day", "week", "month", "quarter", "half-year", "year", "window", "issue"]

_NAMES: dict[str, Per] = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "quí": "quarter", "năm": "year"}
_STEP_NAMES: dict[Step, Per] = {
    Step(1, 0): "day", Step(7, 0): "week", Step(0, 1): "month", Step(0, 3): "quarter", Step(0, 6): "half-year",
    Step(0, 12): "year",
}  # fmt: skip
_STEP_DAYS: dict[Per, tuple[int, int]] = {
    "week": (7, 7), "month": (28, 31), "quarter": (90, 92), "half-year": (181, 184), "year": (365, 366),
}  # fmt: skip
_VIETNAMESE: dict[Per, str] = {
    "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half-year": "6 tháng", "year": "năm",
    "window": "cả thời gian thực hiện",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What a rhythm says.

    ``rrule`` is an RFC 5545 recurrence rule without DTSTART, or None where nothing recurs at a known distance. ``per``
    issues fall due at each of its dates (``at_least``: that many or more; ``most``: the upper end of a printed range).
    ``quota`` is a printed total of issues in each ``quota_per``; reruns are counted apart, ``reruns`` in each
    ``reruns_per``. ``due`` is the one date of what does not recur. ``open_ended`` ("thường xuyên") and ``ad_hoc`` ("đột
    xuất") have no dates of their own. ``spans`` tells where in ``text`` (NFC) each of these was read.
    """

    text: str
    rrule: str | None = None
    per: int = 1
    most: int | None = None
    at_least: bool = False
    quota: int | None = None
    quota_per: Per | None = None
    reruns: int | None = None
    reruns_per: Per | None = None
    window: Window | None = None
    anchor: date | None = None
    due: date | None = None
    open_ended: bool = False
    ad_hoc: bool = False
    remarks: tuple[Remark, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def consistent(self) -> bool:
        """False when the printed numbers contradict each other; then a person has to decide which of them holds."""
        return not any(remark.kind == "rhythm-contradiction" for remark in self.remarks)

    def dtstart(self, start: date | None = None) -> date:
        """The day from which ``rrule`` counts: of the anchor, the window or ``start``, in this order.

        A rule that names its days begins there; another at the end of the first step. Raises ValueError if there is no
        such day.
        """
        begin = self.anchor or (self.window[0] if self.window else None) or start
        if begin is None:
            raise ValueError("a rhythm without a window needs a start")
        parts = dict(part.split("=") for part in (self.rrule or "").split(";") if part)
        every = int(parts.get("INTERVAL", 1))
        if not any(name.startswith("BY") for name in parts):
            return begin + timedelta(days=every * (7 if parts.get("FREQ") == "WEEKLY" else 1) - 1)
        if every > 1 and parts.get("FREQ") == "MONTHLY":
            return begin.replace(day=1) + relativedelta(months=every - 1)
        if every > 1 and parts.get("FREQ") == "YEARLY":
            return date(begin.year + every - 1, 1, 1)
        return begin

    def due_dates(self, start: date | None = None, end: date | None = None) -> Iterator[date]:
        """The dates on which something is due, each once, in order, from ``start`` to ``end`` within the window.

        Both ends are included. Without an end the dates go on to the year 9999.
        """
        first, last = self.window or (None, None)
        low = max((day for day in (start, first) if day), default=None)
        high = min((day for day in (end, last) if day), default=date.max)
        if self.rrule is None:
            if self.due and (low is None or low <= self.due) and self.due <= high:
                yield self.due
            return
        begin = self.dtstart(low)
        for moment in rrulestr(self.rrule, dtstart=datetime(begin.year, begin.month, begin.day)):  # noqa: DTZ001
            day = moment.date()
            if day > high:
                return
            if low is None or day >= low:
                yield day

    def occurrences(self, start: date | None = None, end: date | None = None, limit: int | None = None) -> Iterator[date]:
        """One due date for each issue: a rhythm of two issues a month gives each date twice. At most ``limit``."""
        per = self.per if self.rrule else 1
        return islice((day for day in self.due_dates(start, end) for _ in range(per)), limit)


class _Unknown(Exception):
    """What is printed does not make one rule; the message says why, in Vietnamese."""


def rhythm(text: str, window: tuple[date, date] | None = None, anchor: date | None = None) -> Rhythm:
    """Read a rhythm. ``window`` (first and last day) is taken instead of a printed one; ``anchor`` starts its count."""
    text = nfc(text)
    flat, places = _flat(spelled(text))
    spans: dict[str, Span] = {}

    def note(name: str, start: int, end: int) -> None:
        spans.setdefault(name, Span(places[start], places[end - 1] + 1))

    periods = find_periods(flat)
    printed: Window | None = window or window_of(flat)
    if periods:
        note("window", periods[0].start, periods[-1].end)
    plain = _blot(flat, [(period.start, period.end) for period in periods])
    rerun = words.RERUN.search(plain)
    if rerun:
        note("reruns", *rerun.span())
        plain = _blot(plain, [rerun.span()])
    reading = _Reading(plain)
    remarks: list[Remark] = []
    rule: str | None = None
    try:
        rule = reading.rule()
    except _Unknown as reason:
        remarks.append(Remark("rhythm-unknown", str(reason), Span(0, len(text))))
    if reading.place:
        note("rhythm", *reading.place)
    open_ended = rule is None and words.OPEN.search(plain) is not None
    ad_hoc = words.AD_HOC.search(plain) is not None
    due = None
    if rule is None and not remarks and not open_ended and not ad_hoc:
        last = due_of(text)
        due = date.fromisoformat(last) if last else None
        if due is None:
            remarks.append(Remark("rhythm-unknown", f"Chưa hiểu tần suất “{text.strip()}”.", Span(0, len(text))))
    result = Rhythm(
        text, rule, reading.per, reading.most, words.AT_LEAST.search(plain) is not None or reading.most is not None,
        window=printed, anchor=anchor or (printed[0] if printed else None), due=due, open_ended=open_ended, ad_hoc=ad_hoc,
        reruns=words.number(rerun["n"]) if rerun else None,
        reruns_per=_NAMES.get(rerun["per"] or "", "issue") if rerun else None,
    )  # fmt: skip
    quota = reading.quota()
    if quota and rule:
        note("quota", quota.start, quota.end)
    remarks += [
        Remark("rhythm-contradiction", message, spans.get("quota", Span(0, len(text))))
        for message in (reading.contradiction, _against(quota, reading, result))
        if rule and message
    ]
    fields = {name: getattr(result, name) for name in Rhythm.__slots__}
    fields |= {"remarks": tuple(remarks), "spans": spans}
    if quota and rule:
        fields |= {"quota": quota.issues, "quota_per": quota.per}
    return Rhythm(**fields)


def _flat(text: str) -> tuple[str, list[int]]:
    """``text`` with each run of blanks made one, and where each of its characters stood."""
    places = [at for at, c in enumerate(text) if not c.isspace() or (at and not text[at - 1].isspace())]
    return "".join(" " if text[at].isspace() else text[at] for at in places), places


def _blot(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


@dataclass(frozen=True, slots=True)
class _Quota:
    issues: int
    per: Per
    start: int
    end: int


class _Reading:
    """The parts of one phrase and the rule that they make."""

    def __init__(self, text: str) -> None:
        self.per, self.most, self.contradiction = 1, None, ""
        self.place: tuple[int, int] | None = None
        self.base: Step | None = None
        found = [
            ("month_days", words.MONTH_DAYS), ("quarter_day", words.QUARTER_DAY), ("working_day", words.WORKING_DAY),
            ("weekdays", words.WEEKDAYS), ("year_months", words.YEAR_MONTHS), ("end_of", words.END_OF),
        ]  # fmt: skip
        self.days = {}
        rest = text
        for name, pattern in found:
            matches = list(pattern.finditer(rest))
            if matches:
                self.days[name] = matches
                rest = _blot(rest, [match.span() for match in matches])
        self.year_days = list(words.YEAR_DAY.finditer(rest))
        rest = _blot(rest, [match.span() for match in self.year_days])
        self.loose_days = list(words.LOOSE_DAY.finditer(rest))
        rest = _blot(rest, [match.span() for match in self.loose_days])
        self.counts = sorted(words.counts(rest), key=lambda count: (count.step.length, count.start))
        self.total = words.total(rest)
        blotted = _blot(rest, [(count.start, count.end) for count in self.counts])
        self.steps = words.steps(blotted)
        self.vague = words.VAGUE.search(blotted) is not None and not self.steps
        self.start_of = words.START_OF.search(rest) is not None

    def rule(self) -> str | None:
        """The RFC 5545 rule, or None if nothing recurs. Raises _Unknown."""
        base, months = self._base()
        if base is None:
            if self.year_days or self.loose_days or self.vague:
                raise _Unknown("Có ngày hoặc chữ “định kỳ” nhưng không nói lặp lại theo tuần, tháng, quý hay năm.")
            return None
        self.base = base
        if self.start_of:
            raise _Unknown("“Đầu kỳ” không cho biết ngày nào.")
        day_rules = [*self.days, *(["year_days"] if self.year_days else []), *(["loose"] if self.loose_days else [])]
        if len(day_rules) > 1:
            raise _Unknown("Có nhiều loại hạn trong một câu; hãy tách thành từng việc.")
        return self._with_day(base, day_rules[0]) if day_rules else _plain_rule(base, months)

    def _base(self) -> tuple[Step | None, list[int]]:
        """The step in which it recurs, and the months at whose end it is due, if several steps share them."""
        steps = {item[0] for item in self.steps}
        places = [(start, end) for _, start, end in self.steps]
        for name, matches in self.days.items():
            for match in matches:
                unit = match.groupdict().get("unit")
                if name == "weekdays" and not unit:
                    continue
                steps.add(
                    words.step(None, unit) if unit else Step(0, {"month_days": 1, "quarter_day": 3, "year_months": 12}[name])
                )
                places.append(match.span())
        if self.counts:
            base = self._count_base()
            if any(step.length < base.length or (step.length > base.length and self._own_day(step)) for step in steps - {base}):
                raise _Unknown("Có nhiều nhịp khác nhau trong một câu; hãy tách thành từng việc.")
            places = [(self.counts[0].start, self.counts[0].end)]
        elif not steps:
            return None, []
        else:
            base = min(steps, key=lambda step: step.length)
        self.place = min(places) if places else None
        others = steps - {base}
        if others and not self.counts:
            if base.days or self.days or self.year_days or any(step.days or step.months > 12 for step in others):
                raise _Unknown("Có nhiều nhịp khác nhau trong một câu; hãy tách thành từng việc.")
            return base, sorted({month for step in steps for month in range(step.months, 13, step.months)})
        return base, []

    def _own_day(self, step: Step) -> bool:
        return step in {item[0] for item in self.steps} or bool(self.days)

    def _count_base(self) -> Step:
        first = self.counts[0]
        same = [count for count in self.counts if count.step == first.step]
        by_noun: dict[str, list[Count]] = {}
        for count in same:
            by_noun.setdefault(count.noun, []).append(count)
        if any(len({count.issues for count in counts}) > 1 for counts in by_noun.values()):
            numbers = " và ".join(str(count.issues) for count in same)
            self.contradiction = f"Cùng một kỳ mà ghi các số khác nhau: {numbers}."
        one_kind = len({count.issues for count in same}) == 1 and any("lần" in noun or "số" in noun for noun in by_noun)
        self.per = first.issues if self.contradiction or one_kind else sum(counts[0].issues for counts in by_noun.values())
        self.most = first.most if len(same) == 1 else None
        return first.step

    def quota(self) -> _Quota | None:
        """The printed total: of a longer step than the base, of the whole, or of the year if that is the base."""
        for count in self.counts:
            name = _STEP_NAMES.get(count.step)
            if self.base and name and (count.step.length > self.base.length or count.step == self.base == Step(0, 12)):
                return _Quota(count.issues, name, count.start, count.end)
        if self.total:
            issues, of_year, start, end = self.total
            return _Quota(issues, "year" if of_year else "window", start, end)
        return None

    def expected(self, per: Per) -> tuple[int, int]:
        """The least and the greatest number of issues that the base gives in one ``per``."""
        assert self.base is not None
        low, high = _STEP_DAYS[per]
        if self.base.days:
            days = self.base.days
            most = -(-high // days) if per != "year" or days == 1 else high // days
            return low // days * self.per, most * self.per
        months = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}[per]
        return months // self.base.months * self.per, -(-months // self.base.months) * self.per

    def _with_day(self, base: Step, name: str) -> str:
        if name == "year_days":
            return self._year_days(base)
        if name == "loose":
            if base != Step(0, 1):
                raise _Unknown("Có ngày nhưng không nói của tháng nào.")
            return _month_days("FREQ=MONTHLY", self._shared([int(match["day"]) for match in self.loose_days]))
        match = self.days[name][0]
        if len(self.days[name]) > 1:
            raise _Unknown("Có nhiều hạn trong một câu; hãy tách thành từng việc.")
        if name == "month_days":
            days = [int(day) for day in match["days"].replace("và", ",").replace("ngày", "").split(",")]
            return _month_days("FREQ=MONTHLY", self._shared(days))
        if name == "quarter_day":
            offset = {"đầu": 1, "thứ nhất": 1, "giữa": 2, "thứ hai": 2, "thứ 2": 2}.get(match["which"], 3)
            months = ",".join(str(month) for month in range(offset, 13, 3))
            return _month_days(f"FREQ=MONTHLY;BYMONTH={months}", [int(match["day"])])
        if name == "working_day":
            position = {"đầu tiên": 1, "thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ năm": 5}.get(match["which"], -1)
            step = words.step(None, match["unit"])
            if step.days:
                return f"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={position}"
            if position > 0 and step.months > 1:
                raise _Unknown("“Ngày làm việc” này thuộc tháng nào thì câu không nói.")
            return f"FREQ=MONTHLY{_by_month(step.months)};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={position}"
        if name == "weekdays":
            return self._weekdays(base)
        if name == "year_months":
            months = ",".join(str(int(m)) for m in match["months"].replace("và", ",").replace("tháng", "").split(","))
            return f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY=-1"
        return _plain_rule(words.step(None, match["unit"]), [])

    def _shared(self, days: list[int]) -> list[int]:
        """Several days share the issues of a step: two a month on two days are one on each."""
        days = sorted(set(days))
        if len(days) > 1 and self.per % len(days) == 0:
            self.per //= len(days)
        elif len(days) > 1 and self.counts:
            self.contradiction = f"Ghi {self.per} trong một kỳ nhưng nêu {len(days)} ngày."
        return days

    def _weekdays(self, base: Step) -> str:
        match = self.days["weekdays"][0]
        codes = words.weekday_codes(match)
        if match["unit"] == "tháng" or base == Step(0, 1):
            which = (match["which"] or "").split()
            if not which or len(codes) != 1:
                raise _Unknown("Không rõ là thứ mấy của tuần nào trong tháng.")
            return f"FREQ=MONTHLY;BYDAY={'-1' if 'cuối' in which else '1'}{codes[0]}"
        if base.days % 7 or not base.days:
            raise _Unknown("Có thứ trong tuần nhưng nhịp không tính theo tuần.")
        self._shared(list(range(1, len(codes) + 1)))
        return f"FREQ=WEEKLY{_interval(base.days // 7)};BYDAY={','.join(codes)}"

    def _year_days(self, base: Step) -> str:
        days = sorted({(int(match["month"]), int(match["day"])) for match in self.year_days})
        if base not in (Step(0, 12), Step(0, 6), Step(0, 3)) or (base.months < 12 and len(days) != 12 // base.months):
            raise _Unknown("Ngày ghi trong câu không khớp với nhịp lặp lại.")
        if any(day > last_day(2024, month).day for month, day in days):
            raise _Unknown("Có ngày không có trong lịch.")
        if base.months == 12:
            self._shared([index for index, _ in enumerate(days)])
        return _year_days(days)


def _against(quota: _Quota | None, reading: _Reading, result: Rhythm) -> str:
    """What is wrong between the rhythm and the printed total, if anything."""
    if quota is None or reading.base is None or result.rrule is None or _STEP_NAMES.get(reading.base) == quota.per:
        return ""
    if quota.per == "window":
        window = result.window
        if window is None or window[0] is None or window[1] is None:
            return ""
        low = high = sum(1 for _ in result.occurrences(window[0], window[1]))
    else:
        low, high = reading.expected(quota.per)
    if low <= quota.issues <= high or (result.at_least and quota.issues >= low):
        return ""
    return (
        f"Theo nhịp thì có {low if low == high else f'{low}–{high}'} kỳ trong {_VIETNAMESE[quota.per]}, "
        f"nhưng tổng ghi {quota.issues}."
    )


def _interval(count: int) -> str:
    return f";INTERVAL={count}" if count > 1 else ""


def _by_month(months: int) -> str:
    return "" if months == 1 else ";BYMONTH=" + ",".join(str(month) for month in range(months, 13, months))


def _plain_rule(step: Step, months: list[int]) -> str:
    """The rule of a step without a day of its own: due on its last day."""
    if step.days:
        return f"FREQ=WEEKLY{_interval(step.days // 7)}" if step.days % 7 == 0 else f"FREQ=DAILY{_interval(step.days)}"
    if months:
        return "FREQ=MONTHLY" + ("" if len(months) == 12 else f";BYMONTH={','.join(map(str, months))}") + ";BYMONTHDAY=-1"
    if 12 % step.months == 0:
        return f"FREQ=MONTHLY{_by_month(step.months)};BYMONTHDAY=-1"
    if step.months % 12 == 0:
        return f"FREQ=YEARLY;INTERVAL={step.months // 12};BYMONTH=12;BYMONTHDAY=31"
    return f"FREQ=MONTHLY;INTERVAL={step.months};BYMONTHDAY=-1"


def _month_days(head: str, days: list[int]) -> str:
    """Days of a month; one that a short month lacks falls on its last day."""
    small, large = [day for day in days if day <= 28], [day for day in days if day > 28]
    if len(large) > 1 or (large and 28 in small):
        raise _Unknown("Các ngày cuối tháng này trùng nhau trong tháng ngắn.")
    if not large or large == [31]:
        return f"{head};BYMONTHDAY={','.join(map(str, [*small, *([-1] if large else [])]))}"
    listed = [*small, *range(28, large[0] + 1)]
    positions = [*range(1, len(small) + 1), -1]
    return f"{head};BYMONTHDAY={','.join(map(str, listed))};BYSETPOS={','.join(map(str, positions))}"


def _year_days(days: list[tuple[int, int]]) -> str:
    """Days of the year, as one rule: all pairs of the months and days, of which the positions choose those printed."""
    months, numbers = sorted({month for month, _ in days}), sorted({day for _, day in days})
    if days == [(2, 29)]:
        return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    head = f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={','.join(map(str, numbers))}"
    chosen = []
    for year in (2024, 2025):  # with and without a 29 February
        real = [pair for pair in product(months, numbers) if pair[1] <= last_day(year, pair[0]).day]
        if real == days:
            chosen.append("")
        elif all(day in real for day in days):
            chosen.append(";BYSETPOS=" + ",".join(str(real.index(day) + 1) for day in days))
        else:
            chosen.append("-")
    if chosen[0] != chosen[1]:
        raise _Unknown("Ngày 29 tháng 2 không năm nào cũng có.")
    return head + chosen[0]
