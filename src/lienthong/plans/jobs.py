"""What happens by itself: occurrences become work items some days before they are due."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from lienthong.jobs.service import periodic
from lienthong.plans.items import ask_for_occurrence
from lienthong.plans.models import Occurrence, Share

#: One round asks for at most this many, so that it never keeps others from writing for long; the next goes on.
AT_ONCE = 250


def ask_for_due_occurrences(share: Share | None = None) -> int:
    """Open a work item for each occurrence that is due soon, of ``share`` or of all; returns how many."""
    today = timezone.localdate()
    due = Occurrence.objects.to_ask_for(today).select_related(
        "share__body", "share__handler__body", "share__assignment__plan__office"
    )
    if share is not None:
        due = due.filter(share=share)
    with transaction.atomic():
        found = list(due.order_by("due", "pk")[:AT_ONCE])
        for occurrence in found:
            ask_for_occurrence(occurrence)
        Occurrence.objects.filter(pk__in=[occurrence.pk for occurrence in found]).update(asked_on=today)
    return len(found)


periodic("plans.ask_for_occurrences", every=timedelta(minutes=10))(ask_for_due_occurrences)
