"""What may be written on an assignment, and what follows from a change of its rhythm."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lienthong.core.days import WorkCalendar
from lienthong.core.refusals import Refused
from lienthong.plans.models import Assignment, Share
from lienthong.plans.occurrences import regenerate, understand, window_of

#: Fields that a person writes; the rule, its quota and reruns follow from the rhythm.
EDITABLE = (
    "label",
    "text",
    "when_printed",
    "frequency_printed",
    "rhythm_set",
    "window_start",
    "window_end",
    "due",
    "product_printed",
    "condition_kind",
    "condition_outlets",
    "condition_count",
)
#: Fields from which the occurrences follow.
RHYTHMIC = ("frequency_printed", "rhythm_set", "window_start", "window_end")


def write(assignment: Assignment, values: Mapping[str, Any]) -> list[str]:
    """Set the given fields and what follows from them, without storing; returns the names of those that changed."""
    changed = [name for name, value in values.items() if getattr(assignment, name) != value]
    for name in changed:
        if name not in EDITABLE:
            raise ValueError(f"{name} is not a field that people write")
        setattr(assignment, name, values[name])
    if not assignment.text.strip():
        raise Refused(_("Hãy ghi nội dung nhiệm vụ."), field="text")
    start, end = window_of(assignment)
    if end < start:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="window_end")
    read_rhythm(assignment, start, end, strict="rhythm_set" in changed)
    return changed


def read_rhythm(assignment: Assignment, start: date, end: date, *, strict: bool = False) -> None:
    """Set rule, quota and reruns from the rhythm in words. ``strict`` refuses one that is not understood."""
    if assignment.out_of_scope:
        return
    read = understand(assignment.rhythm, start, end)
    if strict and read.remark and assignment.rhythm_set:
        raise Refused(
            _("%(remark)s Hãy ghi như “2 tuần/1 số” hoặc “mỗi tháng 01 tin”, hoặc để trống.") % {"remark": read.remark},
            field="rhythm_set",
        )
    assignment.rrule, assignment.per = read.rrule, read.per
    assignment.quota, assignment.reruns = read.quota, read.reruns
    assignment.rhythm_remark = read.remark
    if assignment.due is None and read.due is not None:
        assignment.due = read.due


def follow(assignment: Assignment, old_due: date | None) -> None:
    """Let deadlines and occurrences of the shares follow a changed assignment."""
    shares = assignment.shares.exclude(state__in=[Share.State.TRANSFERRED, Share.State.DONE])
    if assignment.due != old_due and not assignment.out_of_scope:
        shares.filter(due=old_due).update(due=assignment.due)
    calendar = WorkCalendar()
    for share in shares.filter(part=Share.Part.LEAD):
        share.assignment = assignment
        regenerate(share, calendar)
