"""What is counted at the gate, for a day."""

from django.db import models
from django.utils import timezone

from lienthong.organisations.models import Body


class Arrival(models.Model):
    """That a form got in by a door (:class:`~lienthong.gate.doors.Door`): a keyed hash of the address, the form's own
    number. Deleted after a day.
    """

    office = models.ForeignKey(Body, models.CASCADE, related_name="+")
    door = models.CharField(max_length=40)
    address = models.CharField(max_length=32)
    form = models.CharField(max_length=32)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["form", "door"], name="gate_form_once")]
        indexes = [models.Index(fields=["office", "door", "at"], name="gate_counted"), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"{self.door} {self.at:%H:%M}"
