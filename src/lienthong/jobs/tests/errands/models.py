"""Work of the tests alone: an errand is done when there is one effect of it. Nothing keeps a second one away."""

from datetime import timedelta

from django.db import models

from lienthong.jobs.models import Claim


class Errand(Claim):
    LEASE = timedelta(seconds=2)
    MAX_CLAIMS = 1000

    class Meta:
        app_label = "errands"


class Effect(models.Model):
    errand = models.ForeignKey(Errand, models.CASCADE, related_name="effects")

    class Meta:
        app_label = "errands"


class Round(models.Model):
    """One run of the periodic job of the tests."""

    class Meta:
        app_label = "errands"
