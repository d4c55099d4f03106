"""Uploads under way, so that a film that broke off goes on where it stood, also in another worker."""

from django.db import models
from django.utils import timezone


class Upload(models.Model):
    """One session of the resumable protocol. Its address lets anybody upload, so it is kept encrypted."""

    reference = models.CharField(max_length=20, unique=True)
    sealed = models.TextField()
    begun_at = models.DateTimeField(default=timezone.now)
