"""What the room of training stores."""

from lienthong.training.models.classes import ClassPhoto, Invitation, TrainingClass, TrainingSession
from lienthong.training.models.people import Nominee, Presence

__all__ = ["ClassPhoto", "Invitation", "Nominee", "Presence", "TrainingClass", "TrainingSession"]
