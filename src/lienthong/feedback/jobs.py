"""What happens by itself: personal data goes when its time is over."""

from datetime import time

from django.utils import timezone

from lienthong.feedback.actions.erase_case import erase_case
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.terms import kept_since
from lienthong.jobs.service import periodic
from lienthong.organisations.service import OPERATOR, Body


@periodic("feedback.erase", at=time(2, 40))
def erase_due() -> int:
    """Erase the personal data of cases that were finished longer ago than their office keeps it; returns how many."""
    today, count = timezone.localdate(), 0
    for office in Body.objects.filter(feedback_cases__erased_at=None).distinct():
        due = FeedbackCase.objects.filter(office=office).erasable(kept_since(office, today))
        for case in due.order_by("pk").iterator(chunk_size=200):
            erase_case(OPERATOR, case)
            count += 1
    return count
