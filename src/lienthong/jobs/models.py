"""Schedules: which periodic job ran for which due time, so that two schedulers cannot do it twice."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Firing(models.Model):
    """One periodic job at one due time; the unique pair is what makes it happen once."""

    name = models.CharField(max_length=80)
    due = models.DateTimeField()
    fired_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "due"], name="jobs_firing_once")]


class ClaimQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def claimable(self) -> "ClaimQuerySet":
        """Waiting, or claimed by a worker whose lease has run out; and not before its next try."""
        now = timezone.now()
        ready = Q(job_state=Claim.WAITING, next_try_at__lte=now) | Q(job_state=Claim.CLAIMED, lease_until__lt=now)
        return self.filter(ready)


class Claim(models.Model):
    """A row with work to do in the background. **The row is the truth; the queue only wakes someone up.**

    A worker claims the row with one conditional update, works, and writes result and state in one transaction. When
    it is killed the lease runs out, the sweep wakes another one, and nothing is done twice.
    """

    WAITING, CLAIMED, DONE, FAILED = "waiting", "claimed", "done", "failed"
    MAX_ATTEMPTS = 4
    LEASE = timedelta(minutes=5)

    job_state = models.CharField(max_length=10, default=WAITING, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(default=timezone.now)
    last_error = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True

    def claim(self) -> bool:
        """Take the row for this worker; False when another has it or nothing is left to do."""
        now = timezone.now()
        ready = Q(job_state=Claim.WAITING) | Q(job_state=Claim.CLAIMED, lease_until__lt=now)
        taken = (
            type(self)
            ._base_manager.filter(ready, pk=self.pk)
            .update(job_state=Claim.CLAIMED, lease_until=now + self.LEASE, attempts=F("attempts") + 1)
        )
        if taken:
            self.refresh_from_db()
        return bool(taken)

    def finish(self) -> None:
        """Mark done; call it in the transaction that writes the result."""
        self.job_state, self.lease_until, self.last_error = Claim.DONE, None, ""
        self.save(update_fields=["job_state", "lease_until", "last_error"])

    def give_up_or_retry(self, error: str) -> None:
        """After a failure: another try later, each time four times as long, or failed for good."""
        self.last_error, self.lease_until = error[:500], None
        if self.attempts >= self.MAX_ATTEMPTS:
            self.job_state = Claim.FAILED
        else:
            self.job_state = Claim.WAITING
            self.next_try_at = timezone.now() + timedelta(seconds=30 * 4**self.attempts)
        self.save(update_fields=["job_state", "lease_until", "last_error", "next_try_at"])
