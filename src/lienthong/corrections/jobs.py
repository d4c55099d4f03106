"""What happens by itself: the words of a question go some time after it was settled."""

from datetime import time, timedelta

from django.utils import timezone

from lienthong.corrections.models import ClaimQuestion
from lienthong.jobs.service import periodic

#: Long enough that whoever asked reads the answer beside his words.
KEPT = timedelta(days=90)


@periodic("corrections.forget", at=time(2, 50))
def forget_words() -> int:
    """How many questions lost their words; the counts stay right."""
    due = ClaimQuestion.objects.forgettable(timezone.localdate() - KEPT)
    return due.update(text="", about="", scam_places=[])
