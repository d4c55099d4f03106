"""The door of the committees' room."""

from lienthong.committees.actions.add_conclusion import add_conclusion
from lienthong.committees.actions.assign_conclusion import assign_conclusion
from lienthong.committees.actions.hold_meeting import hold_meeting
from lienthong.committees.actions.pass_minutes import pass_minutes
from lienthong.committees.actions.plan_meeting import plan_meeting
from lienthong.committees.actions.write_minutes import write_minutes
from lienthong.committees.models import Meeting
from lienthong.committees.permissions import committees_of

__all__ = [
    "Meeting",
    "add_conclusion",
    "assign_conclusion",
    "committees_of",
    "hold_meeting",
    "pass_minutes",
    "plan_meeting",
    "write_minutes",
]
