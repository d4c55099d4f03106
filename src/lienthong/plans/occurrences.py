"""From a rhythm to occurrences: which days, which of them move, and how many can still be made.

The rule for days off: what falls on a public holiday, or on a weekend that the rhythm itself does not name, is due on
the last working day before it; at the start of the window, where there is none, on the first after it. A rhythm of
every day stays as it is. A rerun is due with the issue it repeats and is counted apart.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from vanban.rhythm import Rhythm, rhythm

from lienthong.core.days import WorkCalendar, holiday_name
from lienthong.core.refusals import Refused
from lienthong.plans.models import Assignment, Occurrence, Share

#: More than this many occurrences of one share are no plan but a mistake in the window or the rhythm.
MOST = 1500

_STEPS = {"FREQ=DAILY": "day", "FREQ=WEEKLY": "week", "FREQ=MONTHLY": "month", "FREQ=YEARLY": "year"}


@dataclass(frozen=True, slots=True)
class Understood:
    """What a printed rhythm means here. ``reruns`` are for each issue; ``remark`` says why there are no dates."""

    rrule: str = ""
    per: int = 1
    quota: int | None = None
    reruns: int = 0
    due: date | None = None
    remark: str = ""


class Planned(NamedTuple):
    number: int
    rerun: int
    due: date
    moved_from: date | None
    moved_why: str


def understand(printed: str, start: date, end: date) -> Understood:
    """Read ``printed`` within a window. What contradicts itself gives a remark and no dates: nothing is guessed."""
    if not printed.strip():
        return Understood()
    read = rhythm(printed, (start, end), start)
    reasons = [remark.message for remark in read.remarks]
    reruns = _reruns_of_each(read)
    if reruns is None:
        reasons.append(_("Chưa rõ mỗi kỳ phát lại mấy lần."))
    if reasons:
        return Understood(remark=" ".join(reasons)[:500])
    quota = read.quota
    if quota is not None and read.quota_per not in ("window", "year"):
        quota = None  # a total of a shorter step says nothing more than the rhythm does
    elif quota is not None and read.quota_per == "year":
        quota *= max(1, round((end - start).days / 365))
    return Understood(read.rrule or "", read.per, quota, reruns or 0, read.due)


def _reruns_of_each(read: Rhythm) -> int | None:
    """How often one issue is repeated; None when that does not follow."""
    if not read.reruns or read.reruns_per == "issue" or read.rrule is None:
        return read.reruns or 0
    head, *rest = read.rrule.split(";")
    step = "quarter" if "BYMONTH=3,6,9,12" in rest else _STEPS.get(head)
    if any(part.startswith("INTERVAL") for part in rest) or step != read.reruns_per or read.reruns % read.per:
        return None
    return read.reruns // read.per


def window_of(assignment: Assignment) -> tuple[date, date]:
    """The days in which the work goes on: its own, else the plan's."""
    return assignment.window_start or assignment.plan.starts_on, assignment.window_end or assignment.plan.ends_on


def plan_days(assignment: Assignment, calendar: WorkCalendar) -> Iterator[Planned]:
    """Every occurrence that the rhythm of ``assignment`` asks for, in order, moved off days off."""
    start, end = window_of(assignment)
    if not assignment.rrule:
        # A total without a rhythm: so many until the end.
        days: Iterable[date] = [end] * (assignment.quota or 0)
    else:
        rule = Rhythm(assignment.rhythm, assignment.rrule, assignment.per, window=(start, end), anchor=start)
        days = rule.occurrences(start, end, min(assignment.quota or MOST + 1, MOST + 1))
    for number, day in enumerate(days, start=1):
        if number > MOST:
            raise Refused(_("Nhịp này cho quá nhiều kỳ. Hãy xem lại thời gian hoặc tần suất."))
        due, why = _moved(day, assignment.rrule, start, calendar)
        for rerun in range(assignment.reruns + 1):
            yield Planned(number, rerun, due, day if due != day else None, why)


def _moved(day: date, rrule: str, start: date, calendar: WorkCalendar) -> tuple[date, str]:
    weekend = day.weekday() >= 5
    if calendar.works(day) or rrule.startswith("FREQ=DAILY"):
        return day, ""
    if weekend and "BYDAY" in rrule and holiday_name(day) is None:
        return day, ""
    moved = calendar.shifted(day)
    if moved < start:
        moved = calendar.after(day, 1)
    return moved, holiday_name(day) or (_("ngày nghỉ cuối tuần") if weekend else _("ngày nghỉ"))


def regenerate(share: Share, calendar: WorkCalendar) -> None:
    """Make the occurrences of ``share`` what its assignment's rhythm asks for; closed ones stay as they are.

    Doing it twice changes nothing. A closed occurrence keeps its number, and so counts towards the new rhythm.
    """
    wanted = {} if _has_none(share) else {(p.number, p.rerun): p for p in plan_days(share.assignment, calendar)}
    for key in _done_before(share):
        wanted.pop(key, None)
    stored = {(o.number, o.rerun_number): o for o in share.occurrences.all()}
    gone = [o.pk for key, o in stored.items() if key not in wanted and o.closed_on is None]
    share.occurrences.filter(pk__in=gone).delete()
    fresh, changed = [], []
    for key, planned in wanted.items():
        old = stored.get(key)
        if old is None:
            fresh.append(_occurrence(share, planned))
        elif old.closed_on is None and (old.due, old.moved_from) != (planned.due, planned.moved_from):
            old.due, old.moved_from, old.moved_why = planned.due, planned.moved_from, planned.moved_why
            old.asked_on = None
            changed.append(old)
    Occurrence.objects.bulk_create(fresh, batch_size=500)
    Occurrence.objects.bulk_update(changed, ["due", "moved_from", "moved_why", "asked_on"], batch_size=500)


def _done_before(share: Share) -> list[tuple[int, int]]:
    """What bodies that had the work before ``share``'s body closed already."""
    done: list[tuple[int, int]] = []
    earlier = share.came_from
    while earlier is not None:
        done += earlier.occurrences.closed().values_list("number", "rerun_number")
        earlier = earlier.came_from
    return done


def _has_none(share: Share) -> bool:
    return share.assignment.out_of_scope or share.part != Share.Part.LEAD or share.state == Share.State.TRANSFERRED


def _occurrence(share: Share, planned: Planned) -> Occurrence:
    kind = Occurrence.Kind.RERUN if planned.rerun else Occurrence.Kind.ISSUE
    return Occurrence(
        share=share, kind=kind, number=planned.number, rerun_number=planned.rerun,
        due=planned.due, moved_from=planned.moved_from, moved_why=planned.moved_why,
    )  # fmt: skip


def nearest_open(occurrences: Iterable[Occurrence], today: date) -> Occurrence | None:
    """The open occurrence whose due day is nearest to ``today``: the one that work done now is most likely for."""
    found = [occurrence for occurrence in occurrences if occurrence.closed_on is None]
    return min(found, key=lambda o: (abs((o.due - today).days), o.due, o.rerun_number), default=None)


@dataclass(frozen=True, slots=True)
class Forecast:
    """With this rhythm: ``made`` issues are done, ``reachable`` can be by the end, of ``wanted``."""

    made: int
    reachable: int
    wanted: int

    @property
    def enough(self) -> bool:
        return self.reachable >= self.wanted


def forecast_of(made: int, still_due: int, planned: int, quota: int | None) -> Forecast:
    """What can be reached when every issue still to come is made, and none that was missed is made up for.

    ``still_due`` counts open issues due from today on, ``planned`` all issues of the rhythm.
    """
    return Forecast(made, made + still_due, quota or planned)


__all__ = [
    "Forecast",
    "Planned",
    "Understood",
    "forecast_of",
    "nearest_open",
    "plan_days",
    "regenerate",
    "understand",
    "window_of",
]
