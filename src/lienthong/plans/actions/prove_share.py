"""Read, do, photo, done: one act for someone at a phone."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from lienthong.organisations.service import Actor
from lienthong.plans.actions.accept_share import accept_share
from lienthong.plans.actions.record_work import record_work
from lienthong.plans.actions.submit_share import submit_share
from lienthong.plans.models import Occurrence, Share, Work
from lienthong.plans.occurrences import nearest_open
from lienthong.plans.proving import Proof


@transaction.atomic
def prove_share(
    actor: Actor,
    share: Share,
    *,
    proofs: Iterable[Proof],
    occurrence: Occurrence | None = None,
    title: str = "",
    done_on: date | None = None,
) -> Work:
    """Accept the share if nobody has, record the work with its evidence, and submit it.

    A share with occurrences is not submitted: the given one is closed, else the open one nearest to today.
    """
    if share.state == Share.State.ASSIGNED and share.part == Share.Part.LEAD:
        accept_share(actor, share)
    occurrence = occurrence or nearest_open(share.occurrences.filter(closed_on=None), timezone.localdate())
    if occurrence is not None:
        occurrence.share = share
    work = record_work(
        actor,
        title=title.strip() or share.assignment.name,
        done_on=done_on or timezone.localdate(),
        proofs=proofs,
        shares=[] if occurrence else [share],
        occurrences=[occurrence] if occurrence else [],
    )
    if occurrence is None:
        submit_share(actor, share, result=title)
    return work
