"""Work in the background: rows that say themselves how far they are, and the due times of periodic jobs."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class LeaseLost(Exception):
    """Another worker has taken the row over; what this one was about to write must not be written."""


class ClaimQuerySet(models.QuerySet):
    def claimable(self) -> "ClaimQuerySet":
        """Waiting, and not before its next try; or claimed by a worker whose lease has run out."""
        now = timezone.now()
        waiting = Q(job_state=Claim.WAITING, next_try_at__lte=now)
        return self.filter(waiting | Q(job_state=Claim.CLAIMED, lease_until__lt=now))


class Claim(models.Model):
    """A row with work to do in the background. **The row is the truth; the queue only wakes someone up.**

    A worker claims the row with one conditional update, works, and writes result and state in one transaction. When
    it is killed the lease runs out, the sweep wakes another one, and nothing is done twice: ``attempts`` grows with
    each claim, and only the worker that holds the last one can finish.
    """

    WAITING, CLAIMED, DONE, FAILED = "waiting", "claimed", "done", "failed"
    #: Failures after which the row is given up.
    MAX_ATTEMPTS = 4
    #: Claims after which a row whose workers die without a word is given up: it is what kills them.
    MAX_CLAIMS = 20
    LEASE = timedelta(minutes=2)
    #: Relations that its handler always reads; they come with the row when it is claimed.
    WITH: tuple[str, ...] = ()

    job_state = models.CharField(max_length=10, default=WAITING, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(default=timezone.now)
    last_error = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True

    def claim(self) -> bool:
        """Take the row for this worker; False when another has it, its time has not come or nothing is left to do."""
        claimable = ClaimQuerySet(type(self)).claimable().filter(pk=self.pk)
        # What this worker read of the row is enough: who reads it next knows of every claim before.
        if self.attempts >= self.MAX_CLAIMS:
            claimable.update(job_state=Claim.FAILED, lease_until=None, last_error="the worker died each time")
            return False
        taken = claimable.update(
            job_state=Claim.CLAIMED, lease_until=timezone.now() + self.LEASE, attempts=F("attempts") + 1
        )
        if taken:
            rows = type(self)._base_manager.all()
            self.refresh_from_db(from_queryset=rows.select_related(*self.WITH) if self.WITH else rows)
        return bool(taken)

    def refresh_lease(self) -> None:
        """Say that this worker is still at it; :class:`LeaseLost` when another one has the row."""
        self.write(job_state=Claim.CLAIMED, lease_until=timezone.now() + self.LEASE)

    def finish(self) -> None:
        """Mark done; call it in the transaction that writes the result. :class:`LeaseLost` rolls that back."""
        self.write(job_state=Claim.DONE, lease_until=None, last_error="")

    def put_back(self, until: datetime, error: str = "") -> None:
        """Let the row wait ``until`` then: nothing failed, its time has not come. :class:`LeaseLost` as above."""
        self.write(job_state=Claim.WAITING, lease_until=None, last_error=error[:500], next_try_at=until)

    def give_up_or_retry(self, error: str) -> None:
        """After a failure: another try later, each time four times as long, or failed for good."""
        if self.attempts >= self.MAX_ATTEMPTS:
            self.write(job_state=Claim.FAILED, lease_until=None, last_error=error[:500])
            return
        self.put_back(timezone.now() + timedelta(seconds=30 * 4**self.attempts), error)

    def write(self, **values: object) -> None:
        """Write ``values`` as long as this worker holds the row; :class:`LeaseLost` when it does not."""
        held: ClaimQuerySet = ClaimQuerySet(type(self)).filter(
            pk=self.pk, job_state=Claim.CLAIMED, attempts=self.attempts
        )
        if not held.update(**values):
            raise LeaseLost(f"{self._meta.label} {self.pk}")
        for name, value in values.items():
            setattr(self, name, value)


class Firing(Claim):
    """One periodic job at one due time; the unique pair is what makes it happen once, however many schedulers run."""

    name = models.CharField(max_length=80)
    due = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "due"], name="jobs_firing_once")]
