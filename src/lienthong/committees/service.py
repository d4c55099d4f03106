"""The door of the committees' room."""

from lienthong.committees.models import Meeting
from lienthong.committees.permissions import committees_of

__all__ = ["Meeting", "committees_of"]
