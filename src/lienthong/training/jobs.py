"""What happens by itself: a list is asked for when its day is past, the end of a class when it is taught, and names
that may not be kept go."""

from datetime import time, timedelta

from django.db.models import Q
from django.utils import timezone

from lienthong.jobs.service import periodic
from lienthong.training import items
from lienthong.training.actions.erase_names import erase_names
from lienthong.training.models import Nominee, TrainingClass
from lienthong.training.people import KEPT_DAYS

_S = TrainingClass.State


@periodic("training.lists", at=time(6, 35))
def ask_for_lists() -> int:
    """Once the day to name people is past the list is to be approved, whoever has not answered; returns how many."""
    past = TrainingClass.objects.filter(state=_S.NOMINATING, nominate_by__lt=timezone.localdate())
    due = list(past.select_related("office", "body"))
    for training in due:
        items.ask_to_list(training)
    # Nobody is to come to a class that has begun: what waited for its first day is over.
    begun = TrainingClass.objects.filter(state=_S.LISTED, sessions__ends_at__lt=timezone.now()).distinct()
    for nominee in Nominee.objects.on_list().filter(training__in=begun):
        items.release_person(nominee)
    running = TrainingClass.objects.filter(state__in=[_S.LISTED, _S.TAUGHT])
    for training in running.exclude(sessions__ends_at__gt=timezone.now()).select_related("office", "body"):
        items.ask_to_close(training)
    return len(due)


@periodic("training.erase", at=time(2, 55))
def erase_due() -> int:
    """Erase names without an account of classes that ended, or were given up, long ago; returns how many."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    named = Nominee.objects.filter(position=None).exclude(name="").values("training")
    old = TrainingClass.objects.filter(Q(closed_at__lt=before) | Q(closed_at=None, edited_at__lt=before), pk__in=named)
    return sum(erase_names(training) for training in old.select_related("office"))
