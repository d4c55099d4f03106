"""Stored things without a domain: the operator's own working days, and the search index."""

from django.db import models


class ExtraDay(models.Model):
    """A day on which the law or a yearly decision says otherwise: a swap day worked, or a day off."""

    day = models.DateField(unique=True)
    works = models.BooleanField()
    reason = models.CharField(max_length=200)

    class Meta:
        ordering = ["day"]


class SearchEntry(models.Model):
    """What search knows of one thing: its folded words. The full-text index over ``words`` is in the migration."""

    key = models.CharField(max_length=80, unique=True)
    model = models.CharField(max_length=60, db_index=True)
    object_id = models.BigIntegerField()
    number = models.CharField(max_length=120, db_index=True, blank=True, help_text="folded number and symbol")
    words = models.TextField(help_text="folded title, number, parties and text")
