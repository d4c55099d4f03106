"""Erase the names of people without an account, when the class is past long enough; its numbers stay."""

from django.db import transaction

from lienthong.audit.service import SYSTEM, record
from lienthong.core.keys import key_of
from lienthong.training import events
from lienthong.training.models import Nominee, TrainingClass


@transaction.atomic
def erase_names(training: TrainingClass) -> int:
    """The schedule acts, nobody else does; returns how many were erased."""
    named = Nominee.objects.filter(training=training, position=None).exclude(name="")
    count = named.update(name="", title="", sort="", certificate="")
    if count:
        record(events.ERASED, training, by=SYSTEM, office=key_of(training.office), count=count)
    return count
