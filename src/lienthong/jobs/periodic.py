"""Periodic jobs: what runs when, each due time exactly once however many schedulers there are."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from lienthong.jobs.claiming import claim_and_run
from lienthong.jobs.models import Claim, ClaimQuerySet, Firing

Job = Callable[[], object]
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Periodic:
    """``every``: aligned to midnight UTC of 1970. ``at``: local time of each day, or of one ``weekday`` (0 Monday)."""

    name: str
    function: Job
    every: timedelta | None = None
    at: time | None = None
    weekday: int | None = None

    def last_due(self, now: datetime) -> datetime:
        """The last due time at or before ``now``."""
        if self.every is not None:
            epoch = datetime(1970, 1, 1, tzinfo=ZoneInfo("UTC"))
            return epoch + (now - epoch) // self.every * self.every
        assert self.at is not None
        zone = ZoneInfo(settings.TIME_ZONE)
        local = now.astimezone(zone)
        due = datetime.combine(local.date(), self.at, tzinfo=zone)
        while due > local or (self.weekday is not None and due.weekday() != self.weekday):
            due -= timedelta(days=1)
        return due


_jobs: dict[str, Periodic] = {}


def periodic(
    name: str, *, every: timedelta | None = None, at: time | None = None, weekday: int | None = None
) -> Callable[[Job], Job]:
    """Run the decorated function ``every`` so long, or daily ``at`` a local time, or weekly with ``weekday`` too.

    The function runs in the transaction that marks its firing done, so it happens once; what takes long it writes as
    rows with work of their own. After a stand-still only the last missed due time is made up for.
    """
    if (every is None) == (at is None) or (weekday is not None and at is None):
        raise ValueError("say either every, or at with or without weekday")

    def decorate(function: Job) -> Job:
        _jobs[name] = Periodic(name, function, every, at, weekday)
        return function

    return decorate


def all_periodic() -> list[Periodic]:
    return sorted(_jobs.values(), key=lambda job: job.name)


def fire_due(now: datetime | None = None) -> int:
    """Run what is due and was not run yet; returns how many ran in this process."""
    now = now or timezone.now()
    for job in all_periodic():
        Firing.objects.get_or_create(name=job.name, due=job.last_due(now))
    waiting = ClaimQuerySet(Firing).claimable().filter(name__in=_jobs)
    return sum(claim_and_run(firing, _run) for firing in waiting.order_by("due", "pk"))


def _run(firing: Firing) -> None:
    with transaction.atomic():
        _jobs[firing.name].function()
        firing.finish()


@periodic("jobs.prune", at=time(2, 15))
def prune() -> None:
    """Take away wake-up calls and firings that are over: the rows they were for say themselves how they ended."""
    from django_tasks_db.models import DBTaskResult

    now = timezone.now()
    DBTaskResult.objects.filter(enqueued_at__lt=now - timedelta(days=2)).delete()
    over = Firing.objects.filter(job_state__in=(Claim.DONE, Claim.FAILED))
    over.filter(due__lt=now - timedelta(days=60)).delete()
