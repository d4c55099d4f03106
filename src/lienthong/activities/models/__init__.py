"""What the room of activities stores."""

from lienthong.activities.models.events import Attendance, EventPhoto, OfficeEvent, Registrant, Registration

__all__ = ["Attendance", "EventPhoto", "OfficeEvent", "Registrant", "Registration"]
