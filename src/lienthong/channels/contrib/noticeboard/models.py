"""Posters that were drawn for approved messages."""

from django.db import models
from django.utils import timezone


class Poster(models.Model):
    reference = models.CharField(max_length=20, unique=True)
    file = models.FileField(upload_to="posters/%Y/%m", blank=True)
    drawn_at = models.DateTimeField(default=timezone.now)
