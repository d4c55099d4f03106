"""What the room of activities stores."""

from lienthong.activities.models.events import Attendance, EventPhoto, OfficeEvent, Registrant, Registration
from lienthong.activities.models.visits import HelpCount, TeamVisit

__all__ = ["Attendance", "EventPhoto", "HelpCount", "OfficeEvent", "Registrant", "Registration", "TeamVisit"]
