"""One phrase about a rhythm taken apart, and the RFC 5545 rule that its parts make together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from re import Match
from typing import Literal

from vanban import rhythm_words as words
from vanban.dates import last_day
from vanban.rhythm_words import Count, Step

Per = Literal["day", "week", "month", "quarter", "half-year", "year", "window", "issue"]

STEP_NAMES: dict[Step, Per] = {
    Step(1, 0): "day", Step(7, 0): "week", Step(0, 1): "month", Step(0, 3): "quarter", Step(0, 6): "half-year",
    Step(0, 12): "year",
}  # fmt: skip
_STEP_DAYS: dict[Per, tuple[int, int]] = {
    "week": (7, 7), "month": (28, 31), "quarter": (90, 92), "half-year": (181, 184), "year": (365, 366),
}  # fmt: skip


class Unknown(Exception):
    """What is printed does not make one rule; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Quota:
    issues: int
    per: Per
    start: int
    end: int


class Reading:
    """The parts of one phrase and the rule that they make."""

    def __init__(self, text: str) -> None:
        self.per = 1
        self.most: int | None = None
        self.contradiction = ""
        self.place: tuple[int, int] | None = None
        self.base: Step | None = None
        found = [
            ("month_days", words.MONTH_DAYS), ("quarter_day", words.QUARTER_DAY), ("working_day", words.WORKING_DAY),
            ("weekdays", words.WEEKDAYS), ("year_months", words.YEAR_MONTHS), ("loose_months", words.LOOSE_MONTHS),
            ("end_of", words.END_OF),
        ]  # fmt: skip
        self.days: dict[str, list[Match[str]]] = {}
        rest = text
        for name, pattern in found:
            matches = list(pattern.finditer(rest))
            if matches:
                self.days[name] = matches
                rest = blot(rest, [match.span() for match in matches])
        self.year_days = list(words.YEAR_DAY.finditer(rest))
        rest = blot(rest, [match.span() for match in self.year_days])
        self.loose_days = list(words.LOOSE_DAY.finditer(rest))
        rest = blot(rest, [match.span() for match in self.loose_days])
        self.counts = sorted(words.counts(rest), key=lambda count: (count.step.length, count.start))
        self.total = words.total(rest)
        blotted = blot(rest, [(count.start, count.end) for count in self.counts])
        self.steps = words.steps(blotted)
        known = [(start, end) for _step, start, end in self.steps]
        if self.total:
            known.append(self.total[2:])
        self.left_over = words.LEFT_OVER.search(blot(blotted, known))
        self.start_of = words.START_OF.search(rest) is not None

    def rule(self) -> str | None:
        """The RFC 5545 rule, or None if nothing recurs. Raises Unknown."""
        base, months = self._base()
        if base is None:
            return None
        self.base = base
        if self.left_over:
            raise Unknown(f"Chưa hiểu “{self.left_over[0]}”.")
        if self.start_of:
            raise Unknown("“Đầu kỳ” không cho biết ngày nào.")
        day_rules = [*self.days, *(["year_days"] if self.year_days else []), *(["loose"] if self.loose_days else [])]
        if len(day_rules) > 1:
            raise Unknown("Có nhiều loại hạn trong một câu; hãy tách thành từng việc.")
        return self._with_day(base, day_rules[0]) if day_rules else _plain_rule(base, months)

    def _base(self) -> tuple[Step | None, list[int]]:
        """The step in which it recurs, and the months at whose end it is due, if several steps share them."""
        steps = {item[0] for item in self.steps}
        places = [(start, end) for _, start, end in self.steps]
        for name, matches in self.days.items():
            for match in matches:
                unit = match.groupdict().get("unit")
                if name == "loose_months" or (name == "weekdays" and not unit):
                    continue
                steps.add(
                    words.step(None, unit)
                    if unit
                    else Step(0, {"month_days": 1, "quarter_day": 3, "year_months": 12}[name])
                )
                places.append(match.span())
        if self.counts:
            base = self._count_base()
            longer = [count for count in self.counts if count.step != base]
            if steps - {base} or any(not _same_thing(count.noun, self.counts[0].noun) for count in longer):
                raise Unknown("Có nhiều nhịp khác nhau trong một câu; hãy tách thành từng việc.")
            places = [(self.counts[0].start, self.counts[0].end)]
        elif not steps:
            return None, []
        else:
            base = min(steps, key=lambda step: step.length)
        self.place = min(places) if places else None
        others = steps - {base}
        if others and not self.counts:
            if base.days or self.days or any(step.days or step.months > 12 for step in others):
                raise Unknown("Có nhiều nhịp khác nhau trong một câu; hãy tách thành từng việc.")
            return base, sorted({month for step in steps for month in range(step.months, 13, step.months)})
        return base, []

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
        self.per = (
            first.issues if self.contradiction or one_kind else sum(counts[0].issues for counts in by_noun.values())
        )
        self.most = first.most if len(same) == 1 else None
        return first.step

    def quotas(self) -> list[Quota]:
        """The printed totals, the greatest last: of longer steps than the base (or of the year, if that is it)."""
        found = [
            Quota(count.issues, name, count.start, count.end)
            for count in self.counts
            if self.base and (name := STEP_NAMES.get(count.step))
            if count.step.length > self.base.length or count.step == self.base == Step(0, 12)
        ]
        if self.total:
            issues, of_year, start, end = self.total
            found.append(Quota(issues, "year" if of_year else "window", start, end))
        return found

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
                raise Unknown("Có ngày nhưng không nói của tháng nào.")
            return _month_days("FREQ=MONTHLY", self._shared([int(match["day"]) for match in self.loose_days]))
        if len(self.days[name]) > 1:
            raise Unknown("Có nhiều hạn trong một câu; hãy tách thành từng việc.")
        makers: dict[str, Callable[[Step, Match[str]], str]] = {
            "month_days": lambda _, match: _month_days("FREQ=MONTHLY", self._shared(_numbers(match["days"]))),
            "quarter_day": lambda _, match: _quarter_day(match),
            "working_day": lambda _, match: _working_day(match),
            "weekdays": self._weekdays,
            "year_months": self._year_months,
            "loose_months": self._year_months,
            "end_of": lambda _, match: _plain_rule(words.step(None, match["unit"]), []),
        }
        return makers[name](base, self.days[name][0])

    def _year_months(self, base: Step, match: Match[str]) -> str:
        if base not in (Step(0, 12), Step(0, 6)):
            raise Unknown("Có tháng nhưng nhịp không tính theo năm.")
        months = self._shared(_numbers(match["months"]))
        return f"FREQ=MONTHLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY=-1"

    def _shared(self, days: list[int]) -> list[int]:
        """Several days share the issues of a step: two a month on two days are one on each."""
        days = sorted(set(days))
        if len(days) > 1 and self.per % len(days) == 0:
            self.per //= len(days)
        elif len(days) > 1 and self.counts:
            self.contradiction = f"Ghi {self.per} trong một kỳ nhưng nêu {len(days)} ngày."
        return days

    def _weekdays(self, base: Step, match: Match[str]) -> str:
        codes = words.weekday_codes(match)
        if match["unit"] == "tháng" or base == Step(0, 1):
            which = (match["which"] or "").split()
            if not which or len(codes) != 1:
                raise Unknown("Không rõ là thứ mấy của tuần nào trong tháng.")
            return f"FREQ=MONTHLY;BYDAY={'-1' if 'cuối' in which else '1'}{codes[0]}"
        if base.days % 7 or not base.days:
            raise Unknown("Có thứ trong tuần nhưng nhịp không tính theo tuần.")
        self._shared(list(range(1, len(codes) + 1)))
        return f"FREQ=WEEKLY{_interval(base.days // 7)};BYDAY={','.join(codes)}"

    def _year_days(self, base: Step) -> str:
        days = sorted({(int(match["month"]), int(match["day"])) for match in self.year_days})
        if base not in (Step(0, 12), Step(0, 6), Step(0, 3)) or (base.months < 12 and len(days) != 12 // base.months):
            raise Unknown("Ngày ghi trong câu không khớp với nhịp lặp lại.")
        if any(day > last_day(2024, month).day for month, day in days):
            raise Unknown("Có ngày không có trong lịch.")
        if base.months == 12:
            self._shared([index for index, _ in enumerate(days)])
        return _year_days(days)


def _same_thing(noun: str, other: str) -> bool:
    """True where two counts may count the same issues: "số" and "lần" count anything."""
    first, second = (name.split()[0] if name else "" for name in (noun, other))
    return first == second or bool({first, second} & {"số", "lần", "kỳ", "kì", ""})


def blot(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def _interval(count: int) -> str:
    return f";INTERVAL={count}" if count > 1 else ""


def _by_month(months: int) -> str:
    return "" if months == 1 else ";BYMONTH=" + ",".join(str(month) for month in range(months, 13, months))


def _plain_rule(step: Step, months: list[int]) -> str:
    """The rule of a step without a day of its own: due on its last day."""
    if step.days:
        return f"FREQ=WEEKLY{_interval(step.days // 7)}" if step.days % 7 == 0 else f"FREQ=DAILY{_interval(step.days)}"
    if months:
        return (
            "FREQ=MONTHLY" + ("" if len(months) == 12 else f";BYMONTH={','.join(map(str, months))}") + ";BYMONTHDAY=-1"
        )
    if 12 % step.months == 0:
        return f"FREQ=MONTHLY{_by_month(step.months)};BYMONTHDAY=-1"
    if step.months % 12 == 0:
        return f"FREQ=YEARLY;INTERVAL={step.months // 12};BYMONTH=12;BYMONTHDAY=31"
    return f"FREQ=MONTHLY;INTERVAL={step.months};BYMONTHDAY=-1"


def _month_days(head: str, days: list[int]) -> str:
    """Days of a month; one that a short month lacks falls on its last day."""
    small, large = [day for day in days if day <= 28], [day for day in days if day > 28]
    if len(large) > 1 or (large and 28 in small):
        raise Unknown("Các ngày cuối tháng này trùng nhau trong tháng ngắn.")
    if not large or large == [31]:
        return f"{head};BYMONTHDAY={','.join(map(str, [*small, *([-1] if large else [])]))}"
    listed = [*small, *range(28, large[0] + 1)]
    positions = [*range(1, len(small) + 1), -1]
    return f"{head};BYMONTHDAY={','.join(map(str, listed))};BYSETPOS={','.join(map(str, positions))}"


def _numbers(listed: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", listed)]


def _quarter_day(match: Match[str]) -> str:
    first = {"đầu": 1, "thứ nhất": 1, "giữa": 2, "thứ hai": 2, "thứ 2": 2}.get(match["which"], 3)
    months = ",".join(str(month) for month in range(first, 13, 3))
    return _month_days(f"FREQ=MONTHLY;BYMONTH={months}", [int(match["day"])])


def _working_day(match: Match[str]) -> str:
    """Monday to Friday; public holidays are not known here."""
    position = {"đầu tiên": 1, "thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ năm": 5}.get(match["which"], -1)
    step = words.step(None, match["unit"])
    if step.days:
        return f"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={position}"
    if position > 0 and step.months > 1:
        raise Unknown("“Ngày làm việc” này thuộc tháng nào thì câu không nói.")
    return f"FREQ=MONTHLY{_by_month(step.months)};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={position}"


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
        raise Unknown("Ngày 29 tháng 2 không năm nào cũng có.")
    return head + chosen[0]
