"""Rhythms as plans print them ("2 tuần/1 số (26 số/năm)") made into RFC 5545 rules and due dates.

What is due within a step of time without a day of its own is due on the last day of that step: a month's on its last
day, a quarter's on the last day of March, June, September or December. Weeks and other steps that the calendar does
not fix are counted from the anchor (else from the start of the window). What cannot be understood, and numbers that
contradict each other, are told in a remark; nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import islice

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from vanban import rhythm_words as words
from vanban.dates import due_of, find_periods, window_of
from vanban.folding import nfc, spelled
from vanban.model import Remark, Span
from vanban.rhythm_reading import STEP_NAMES, Per, Quota, Reading, Unknown, blot

Window = tuple[date | None, date | None]

_NAMES: dict[str, Per] = {
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "quí": "quarter",
    "năm": "year",
}
_VIETNAMESE: dict[Per, str] = {
    "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half-year": "6 tháng", "year": "năm",
    "window": "cả thời gian thực hiện",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What a rhythm says.

    ``rrule`` is an RFC 5545 recurrence rule without DTSTART, or None where nothing recurs at a known distance. ``per``
    issues fall due at each of its dates (``at_least``: that many or more; ``most``: the upper end of a printed range).
    ``quota`` is a printed total of issues in each ``quota_per``, and may stand without a rule ("tổng 26 số"). Reruns
    are counted apart, ``reruns`` in each ``reruns_per``. ``due`` is the one date of what does not recur. ``open_ended``
    ("thường xuyên") and ``ad_hoc`` ("đột xuất") have no dates of their own. ``spans`` tells where in ``text`` (NFC)
    each of these was read.
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

    def occurrences(
        self, start: date | None = None, end: date | None = None, limit: int | None = None
    ) -> Iterator[date]:
        """One due date for each issue: a rhythm of two issues a month gives each date twice. At most ``limit``."""
        per = self.per if self.rrule else 1
        return islice((day for day in self.due_dates(start, end) for _ in range(per)), limit)


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
    plain = blot(flat, [(period.start, period.end) for period in periods])
    rerun = words.RERUN.search(plain)
    if rerun:
        note("reruns", *rerun.span())
        plain = blot(plain, [rerun.span()])
    reading = Reading(plain)
    remarks: list[Remark] = []
    rule: str | None = None
    try:
        rule = reading.rule()
    except Unknown as reason:
        remarks.append(Remark("rhythm-unknown", str(reason), Span(0, len(text))))
    if reading.place:
        note("rhythm", *reading.place)
    open_ended = rule is None and words.OPEN.search(plain) is not None
    ad_hoc = words.AD_HOC.search(plain) is not None
    due = None
    if rule is None and not remarks and not open_ended:
        last = due_of(text)
        due = date.fromisoformat(last) if last else None
        if due is None and not ad_hoc and not any(quota.issues for quota in reading.quotas()):
            message = f"Chưa hiểu tần suất “{' '.join(text.split())[:80]}”."
            remarks.append(Remark("rhythm-unknown", message, Span(0, len(text))))
    result = Rhythm(
        text,
        rule,
        per=reading.per if rule else 1,
        most=reading.most if rule else None,
        at_least=words.AT_LEAST.search(plain) is not None or reading.most is not None,
        reruns=words.number(rerun["n"]) if rerun else None,
        reruns_per=_NAMES.get(rerun["per"] or "", "issue") if rerun else None,
        window=printed,
        anchor=anchor or (printed[0] if printed else None),
        due=due,
        open_ended=open_ended,
        ad_hoc=ad_hoc,
    )
    quotas = reading.quotas() if rule or not reading.base else []
    if quotas:
        note("quota", quotas[-1].start, quotas[-1].end)
        result = replace(result, quota=quotas[-1].issues, quota_per=quotas[-1].per)
    told = [reading.contradiction, *(_against(quota, reading, result) for quota in quotas)] if rule else []
    place = spans.get("quota", Span(0, len(text)))
    remarks += [Remark("rhythm-contradiction", message, place) for message in told if message]
    return replace(result, remarks=tuple(remarks), spans=spans)


def _flat(text: str) -> tuple[str, list[int]]:
    """``text`` with each run of blanks made one, and where each of its characters stood."""
    places = [at for at, c in enumerate(text) if not c.isspace() or (at and not text[at - 1].isspace())]
    return "".join(" " if text[at].isspace() else text[at] for at in places), places


def _against(quota: Quota, reading: Reading, result: Rhythm) -> str:
    """What is wrong between the rhythm and a printed total, if anything."""
    if reading.base is None or STEP_NAMES.get(reading.base) == quota.per:
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
