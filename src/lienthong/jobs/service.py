"""The door of background work: wake a worker, run a row, register what is periodic and what is swept."""

from lienthong.jobs.claiming import claim_and_run
from lienthong.jobs.models import Claim, ClaimQuerySet, LeaseLost
from lienthong.jobs.periodic import all_periodic, fire_due, periodic
from lienthong.jobs.sweeping import register_sweep, sweep
from lienthong.jobs.waking import wake

__all__ = [
    "Claim",
    "ClaimQuerySet",
    "LeaseLost",
    "all_periodic",
    "claim_and_run",
    "fire_due",
    "periodic",
    "register_sweep",
    "sweep",
    "wake",
]
