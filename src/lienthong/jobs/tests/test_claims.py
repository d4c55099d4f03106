"""Claiming a row: one worker has it, a late one cannot finish it, failures wait and are given up."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from lienthong.jobs.claiming import claim_and_run
from lienthong.jobs.models import Claim, ClaimQuerySet, Firing, LeaseLost

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 9, 1, 5, tzinfo=UTC)


def make_row() -> Firing:
    return Firing.objects.create(name="test", due=NOON)


def again(row: Firing) -> Firing:
    return Firing.objects.get(pk=row.pk)


def let_lease_run_out(row: Firing) -> None:
    Firing.objects.filter(pk=row.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_the_work_is_done_once() -> None:
    row, done = make_row(), []

    def work(claimed: Firing) -> None:
        done.append(claimed.pk)
        claimed.finish()

    assert claim_and_run(again(row), work)
    assert not claim_and_run(again(row), work)
    assert done == [row.pk]
    assert again(row).job_state == Claim.DONE


def test_a_claimed_row_is_nobody_elses() -> None:
    row = make_row()
    assert again(row).claim()
    assert not again(row).claim()
    assert not ClaimQuerySet(Firing).claimable().exists()


def test_a_worker_that_comes_late_writes_nothing() -> None:
    row = make_row()
    late = again(row)
    assert late.claim()
    let_lease_run_out(row)
    second = again(row)
    assert second.claim()

    @transaction.atomic
    def write_late() -> None:
        Firing.objects.create(name="what the late worker wrote", due=NOON)
        late.finish()

    with pytest.raises(LeaseLost):
        write_late()
    assert not Firing.objects.filter(name="what the late worker wrote").exists()
    with pytest.raises(LeaseLost):
        late.refresh_lease()
    second.finish()
    assert again(row).attempts == 2


def test_a_failure_waits_longer_each_time_and_is_given_up() -> None:
    row, waits = make_row(), []

    def fail(_row: Firing) -> None:
        raise ValueError("broken file")

    for _ in range(Claim.MAX_ATTEMPTS):
        assert not claim_and_run(again(row), fail)
        now = again(row)
        waits.append(now.next_try_at - timezone.now())
        assert now.last_error == "ValueError: broken file"
        assert not again(row).claim()
        Firing.objects.filter(pk=row.pk).update(next_try_at=timezone.now())
    assert waits[0] < waits[1] < waits[2]
    assert again(row).job_state == Claim.FAILED
    assert not again(row).claim()


def test_a_handler_that_does_not_finish_has_failed() -> None:
    row = make_row()
    assert not claim_and_run(again(row), lambda _row: None)
    assert again(row).job_state == Claim.WAITING
    assert "did not finish" in again(row).last_error


def test_a_row_that_kills_its_workers_is_given_up() -> None:
    row = make_row()
    for _ in range(Claim.MAX_CLAIMS):
        assert again(row).claim()
        let_lease_run_out(row)
    assert not again(row).claim()
    assert again(row).job_state == Claim.FAILED


@pytest.mark.django_db(transaction=True)
def test_long_work_keeps_its_lease(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Firing, "LEASE", timedelta(seconds=0.3))
    row = make_row()
    beats = threading.Semaphore(0)
    refresh = Firing.refresh_lease

    def counted(self: Firing) -> None:
        refresh(self)
        beats.release()

    monkeypatch.setattr(Firing, "refresh_lease", counted)

    def work(claimed: Firing) -> None:
        first = again(claimed).lease_until
        assert beats.acquire(timeout=20)
        assert beats.acquire(timeout=20)
        assert again(claimed).lease_until > first
        claimed.finish()

    assert claim_and_run(again(row), work)
    assert again(row).attempts == 1
