"""The plan page: rows of assignments with what each needs to be read at a glance, in a bounded number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.search import matches
from lienthong.plans.completeness import Clarity, clarity_of
from lienthong.plans.models import Assignment, Section, Share
from lienthong.plans.queries import AssignmentQuerySet
from lienthong.plans.standing import Standing, standing_of_all
from lienthong.plans.strips import Strip, strips_of

PER_PAGE = 50


@dataclass(slots=True)
class Row:
    assignment: Assignment
    leads: list[Share]
    supports: list[Share]
    standing: Standing
    strip: Strip | None
    clarity: list[Clarity]
    today: date
    #: Set on the first row of a section; ``loose`` on the first one after them that stands in none.
    section: Section | None = None
    loose: bool = False

    @property
    def next_due(self) -> date | None:
        """When something is due next: the next issue, else the earliest open deadline of a lead body."""
        if self.assignment.out_of_scope:
            return None
        if self.strip is not None:
            return self.strip.next_due
        open_dues = [share.due for share in self.leads if share.due and share.state != Share.State.DONE]
        return min(open_dues, default=None)

    @property
    def rollup(self) -> tuple[int, int] | None:
        """How many of several lead bodies are done, of how many."""
        return (sum(s.state == Share.State.DONE for s in self.leads), len(self.leads)) if len(self.leads) > 1 else None

    @property
    def wanted(self) -> int:
        if self.strip is None:
            return 0
        quota = self.assignment.quota
        return quota * max(1, len(self.leads)) if quota is not None else self.strip.total

    @property
    def unclear(self) -> list[Clarity]:
        return [] if self.assignment.out_of_scope else [each for each in self.clarity if not each.clear]


_Narrow = Callable[[AssignmentQuerySet, date], AssignmentQuerySet]


def _silent(found: AssignmentQuerySet, day: date) -> AssignmentQuerySet:
    silent = Share.objects.counted().waiting_silently(timezone.now())
    return found.filter(Exists(silent.filter(assignment=OuterRef("pk"))))


#: Filter by state: the word in the address, the words on screen, and the set.
STATES: dict[str, tuple[object, _Narrow]] = {
    "dang-lam": (_("Đang làm trong hạn"), lambda found, day: found.running_in_time(day)),
    "qua-han": (_("Đang làm quá hạn"), lambda found, day: found.running_late(day)),
    "xong-dung-han": (_("Hoàn thành đúng hạn"), lambda found, day: found.done_in_time()),
    "xong-qua-han": (_("Hoàn thành quá hạn"), lambda found, day: found.done_late()),
    "chua-xac-nhan": (_("Đã nhận, chưa xác nhận"), _silent),
    "chua-du-5-ro": (_("Chưa đủ 5 rõ"), lambda found, day: found.lacking()),
    "ngoai-pham-vi": (_("Ngoài phạm vi công cụ"), lambda found, day: found.filter(out_of_scope=True)),
}


@dataclass(slots=True)
class Filters:
    """What the address narrows the list to; unknown words are passed over."""

    body: str = ""
    state: str = ""
    query: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Filters:
        state, body = asked.get("trang-thai", ""), asked.get("don-vi", "")
        return cls(
            body if body.isdecimal() else "", state if state in STATES else "", asked.get("tim", "").strip()[:200]
        )

    def __bool__(self) -> bool:
        return bool(self.body or self.state or self.query)

    def narrow(self, found: AssignmentQuerySet, today: date) -> AssignmentQuerySet:
        if self.body:
            theirs = Share.objects.filter(assignment=OuterRef("pk"), body=int(self.body)).exclude(state="transferred")
            found = found.filter(Exists(theirs))
        if self.state:
            found = STATES[self.state][1](found, today)
        if self.query:
            found = found.filter(pk__in=matches(Assignment, self.query))
        return found


def rows_of(assignments: Iterable[Assignment]) -> list[Row]:
    """A row for each of ``assignments`` (with ``section`` selected), in their order."""
    assignments, today, now = list(assignments), timezone.localdate(), timezone.now()
    shares: dict[int, list[Share]] = defaultdict(list)
    by_pk = {assignment.pk: assignment for assignment in assignments}
    found = Share.objects.filter(assignment__in=by_pk).exclude(state=Share.State.TRANSFERRED)
    for share in found.select_related("body", "group").order_by("assignment", "part", "body__sort"):
        share.assignment = by_pk[share.assignment_id]
        shares[share.assignment_id].append(share)
    strips, rows, section = strips_of(assignments, today), [], None
    for assignment in assignments:
        own = shares[assignment.pk]
        leads = [share for share in own if share.part == Share.Part.LEAD]
        row = Row(
            assignment=assignment,
            leads=leads,
            supports=[share for share in own if share.part == Share.Part.SUPPORT],
            standing=standing_of_all(assignment, leads, now, today),
            strip=strips.get(assignment.pk),
            clarity=clarity_of(assignment, own),
            today=today,
        )
        if assignment.section is not None and assignment.section_id != section:
            row.section, section = assignment.section, assignment.section_id
        elif assignment.section is None and section is not None:
            row.loose, section = True, None
        rows.append(row)
    return rows
