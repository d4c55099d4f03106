"""What a supervisor may ask about, by the word that stands for it in addresses, and who may be asked."""

from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.urls import reverse

from lienthong.inspections.models import Inspection
from lienthong.organisations.service import Body
from lienthong.plans.service import Assignment, Plan, Share

Subject = Plan | Assignment | Inspection

KINDS: dict[str, type[models.Model]] = {"ke-hoach": Plan, "nhiem-vu": Assignment, "cuoc-kiem-tra": Inspection}
_PAGES = {"ke-hoach": "plans:plan", "nhiem-vu": "plans:assignment", "cuoc-kiem-tra": "inspections:inspection"}


def kind_of(subject: Subject) -> str:
    return next(word for word, model in KINDS.items() if isinstance(subject, model))


def field_of(subject: Subject) -> dict[str, Any]:
    """The field of a question that ``subject`` stands in, for a filter or a new row."""
    return {type(subject).__name__.lower(): subject}


def office_of(subject: Subject) -> Body:
    return subject.plan.office if isinstance(subject, Assignment) else subject.office


def units_of(subject: Subject) -> QuerySet[Body]:
    """The units that lead the work asked about, or are inspected."""
    if isinstance(subject, Inspection):
        return Body.objects.filter(pk__in=subject.visits.values("body"))
    field = "assignment" if isinstance(subject, Assignment) else "assignment__plan"
    leads = Share.objects.filter(**{field: subject}, part=Share.Part.LEAD).exclude(state=Share.State.TRANSFERRED)
    return Body.objects.filter(pk__in=leads.values("body"))


def subject_url(subject: Subject) -> str:
    return reverse(_PAGES[kind_of(subject)], args=[subject.pk])


def ask_url(subject: Subject) -> str:
    """The form in which a supervisor asks about ``subject``."""
    return reverse("inspections:ask", args=[kind_of(subject), subject.pk])
