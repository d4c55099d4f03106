"""How an errand is done: some slow work, then the effect and the end of the row in one transaction."""

import time
from datetime import timedelta

from django.db import transaction
from django_tasks import task

from lienthong.jobs.service import ClaimQuerySet, claim_and_run, periodic, register_sweep, wake
from lienthong.jobs.tests.errands.models import Effect, Errand, Round


def do(errand: Errand) -> None:
    time.sleep(0.15)
    with transaction.atomic():
        Effect.objects.create(errand=errand)
        time.sleep(0.005)
        errand.finish()


@task()
def run_errand(pk: int) -> None:
    claim_and_run(Errand.objects.get(pk=pk), do)


def wake_errand(errand: Errand) -> None:
    wake(run_errand, errand.pk)


def order(*, woken: bool) -> Errand:
    """A new errand; without ``woken`` only the sweep can find it, as after a process that died before its wake-up."""
    with transaction.atomic():
        errand = Errand.objects.create()
        if woken:
            wake_errand(errand)
    return errand


register_sweep("errands", lambda: ClaimQuerySet(Errand).claimable(), wake_errand)


@periodic("errands.round", every=timedelta(seconds=1))
def make_round() -> None:
    Round.objects.create()
    time.sleep(0.05)
