"""Due times, the sweep, wake-up calls and one round of all three."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from lienthong.jobs import periodic as schedule
from lienthong.jobs import sweeping
from lienthong.jobs.models import Claim, Firing
from lienthong.jobs.periodic import Periodic, fire_due, periodic
from lienthong.jobs.service import register_sweep, sweep, wake
from lienthong.jobs.worker import WorkerLoop

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2025, 9, 1, 7, 30, tzinfo=VIETNAM)
_seen: list[int] = []


@task()
def note(number: int) -> None:
    _seen.append(number)


@task(queue_name="reading")
def note_reading(number: int) -> None:
    _seen.append(-number)


@pytest.fixture(autouse=True)
def empty_registries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "_jobs", {})
    monkeypatch.setattr(sweeping, "_sweeps", {})
    _seen.clear()


@pytest.mark.parametrize(
    "job, wanted",
    [
        (Periodic("x", int, at=time(7)), datetime(2025, 9, 1, 7, tzinfo=VIETNAM)),
        (Periodic("x", int, at=time(8)), datetime(2025, 8, 31, 8, tzinfo=VIETNAM)),
        (Periodic("x", int, at=time(7), weekday=0), datetime(2025, 9, 1, 7, tzinfo=VIETNAM)),
        (Periodic("x", int, at=time(8), weekday=0), datetime(2025, 8, 25, 8, tzinfo=VIETNAM)),
        (Periodic("x", int, at=time(7), weekday=4), datetime(2025, 8, 29, 7, tzinfo=VIETNAM)),
        (Periodic("x", int, every=timedelta(hours=1)), datetime(2025, 9, 1, 7, tzinfo=VIETNAM)),
    ],
)
def test_the_last_due_time(job: Periodic, wanted: datetime) -> None:
    assert job.last_due(MONDAY) == wanted


@given(st.integers(0, 30 * 365 * 24 * 60), st.integers(0, 6))
def test_a_due_time_is_never_ahead_and_never_older_than_its_period(minutes: int, weekday: int) -> None:
    now = MONDAY + timedelta(minutes=minutes)
    daily = Periodic("x", int, at=time(6)).last_due(now)
    weekly = Periodic("x", int, at=time(6), weekday=weekday).last_due(now)
    often = Periodic("x", int, every=timedelta(minutes=10)).last_due(now)
    assert timedelta() <= now - daily < timedelta(days=1)
    assert timedelta() <= now - weekly < timedelta(days=7)
    assert timedelta() <= now - often < timedelta(minutes=10)


def test_a_schedule_needs_one_kind_of_time() -> None:
    with pytest.raises(ValueError, match="either"):
        periodic("x")
    with pytest.raises(ValueError, match="either"):
        periodic("x", every=timedelta(days=1), weekday=1)


@pytest.mark.django_db
def test_a_due_time_fires_once_and_the_next_one_again() -> None:
    runs: list[int] = []
    periodic("count", at=time(7))(lambda: runs.append(1))
    assert fire_due(MONDAY) == 1
    assert fire_due(MONDAY + timedelta(hours=3)) == 0
    assert fire_due(MONDAY + timedelta(days=1)) == 1
    assert len(runs) == 2


@pytest.mark.django_db
def test_a_failed_job_leaves_nothing_and_runs_again_later() -> None:
    def half() -> None:
        Firing.objects.create(name="half done", due=MONDAY)
        raise RuntimeError("no paper")

    periodic("half", at=time(7))(half)
    assert fire_due(MONDAY) == 0
    assert not Firing.objects.filter(name="half done").exists()
    firing = Firing.objects.get(name="half")
    assert (firing.job_state, firing.last_error) == (Claim.WAITING, "RuntimeError: no paper")
    periodic("half", at=time(7))(lambda: None)
    Firing.objects.update(next_try_at=timezone.now())
    assert fire_due(MONDAY) == 1


@pytest.mark.django_db(transaction=True)
def test_a_wake_up_waits_for_the_commit_and_is_not_doubled() -> None:
    with transaction.atomic():
        wake(note, 1)
        wake(note, 1)
        wake(note, 2)
        assert not DBTaskResult.objects.exists()
    assert DBTaskResult.objects.count() == 2

    @transaction.atomic
    def take_back() -> None:
        wake(note, 3)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        take_back()
    assert DBTaskResult.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_tick_does_everything_that_waits() -> None:
    row = Firing.objects.create(name="left behind", due=MONDAY)
    register_sweep("rows", lambda: Firing.objects.filter(name="left behind"), lambda found: wake(note, found.pk))
    periodic("daily", at=time(0))(lambda: _seen.append(0))
    wake(note_reading, 7)
    call_command("tick")
    assert sorted(_seen) == sorted([0, row.pk, -7])


@pytest.mark.django_db(transaction=True)
def test_a_worker_takes_only_its_queues() -> None:
    wake(note, 1)
    wake(note_reading, 1)
    assert WorkerLoop(["reading"]).take_calls()
    assert _seen == [-1]
    assert not WorkerLoop(["reading"]).take_calls()


@pytest.mark.django_db
def test_one_broken_sweep_does_not_keep_the_others_from_their_work() -> None:
    def broken() -> list[Claim]:
        raise RuntimeError("gone")

    Firing.objects.create(name="left behind", due=MONDAY)
    woken: list[Claim] = []
    register_sweep("broken", broken, woken.append)
    register_sweep("rows", lambda: Firing.objects.all(), woken.append)
    assert sweep() == 1
    assert len(woken) == 1


@pytest.mark.django_db
def test_what_is_over_is_pruned() -> None:
    old, new = MONDAY - timedelta(days=400), timezone.now()
    for due, state in [(old, Claim.DONE), (old, Claim.WAITING), (new, Claim.DONE)]:
        Firing.objects.create(name=f"{due}{state}", due=due, job_state=state)
    schedule.prune()
    assert Firing.objects.count() == 2
    assert not Firing.objects.filter(due=old, job_state=Claim.DONE).exists()
