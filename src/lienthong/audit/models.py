"""The event log: one row an act, appended and never changed."""

from django.db import models
from django.utils import timezone


class EventQuerySet(models.QuerySet["Event"]):
    def about(self, *keys: str) -> "EventQuerySet":
        return self.filter(subject__in=keys)

    def update(self, **kwargs: object) -> int:
        raise TypeError("Events are appended, never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("Events are appended; forgetting goes through audit.service.forget_due().")


class Event(models.Model):
    """Who did what to which thing, when, acting in which position. Its sentence is made by its registered kind."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=80, db_index=True)
    actor = models.CharField(max_length=80, blank=True, help_text="key of the position; empty for the system")
    actor_label = models.CharField(max_length=250, blank=True, help_text="name and position as they were then")
    subject = models.CharField(max_length=80, db_index=True)
    office = models.CharField(max_length=80, blank=True, db_index=True)
    data = models.JSONField(default=dict)
    forgotten_at = models.DateTimeField(null=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["subject", "at"])]

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk is not None:
            raise TypeError("Events are appended, never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise TypeError("Events are appended; forgetting goes through audit.service.forget_due().")

    @property
    def sentence(self) -> str:
        from lienthong.audit.kinds import kind_of

        return kind_of(self.kind).sentence_of(self)
