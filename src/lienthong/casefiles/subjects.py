"""What a case file may be about, by the word that stands for it in addresses."""

from django.db import models
from django.urls import reverse

from lienthong.casefiles.models import Subject
from lienthong.plans.service import Plan
from lienthong.registry.service import OfficialDocument
from lienthong.reports.service import Report

KINDS: dict[str, type[models.Model]] = {"ke-hoach": Plan, "van-ban": OfficialDocument, "bao-cao": Report}


def kind_of(subject: Subject) -> str:
    return next(word for word, model in KINDS.items() if isinstance(subject, model))


def behind_url(subject: Subject) -> str:
    """The page with everything behind ``subject``."""
    return reverse("casefiles:behind", args=[kind_of(subject), subject.pk])
