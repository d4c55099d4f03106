"""Record that a product reached the public: the channel's receipt is the evidence, and closes what it was made for."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import SYSTEM, record
from lienthong.core.keys import key_of
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Position
from lienthong.plans import events
from lienthong.plans.models import Credit, Occurrence, Share, Work
from lienthong.plans.proving import Delivered, add_receipt


@transaction.atomic
def record_delivery(
    by: Position,
    work: Work | None,
    *,
    title: str,
    done_on: date,
    delivered: Delivered,
    shares: Iterable[Share] = (),
    occurrences: Iterable[Occurrence] = (),
) -> Work:
    """One piece of work however many receipts it gets: ``work`` is that of the first one, None before it.

    ``by`` put the product into the calendar; nobody acts now, so the event says the system did. Nothing is
    refused: what is out is out. An occurrence that was closed by hand lends its work, so that the same thing is not
    counted twice.
    """
    shares, occurrences = list(shares), list(occurrences)
    first = (*(occurrence.share for occurrence in occurrences), *shares)[0]
    if work is None:
        work = next((one.closed_by for one in occurrences if one.closed_by is not None), None)
    if work is None:
        work = Work.objects.create(
            office=first.assignment.plan.office, body=first.body, title=title[:300], done_on=done_on, entered_by=by
        )
    if not add_receipt(work, delivered, by):
        return work
    for occurrence in occurrences:
        _close(occurrence, work, done_on)
    for share in shares:
        Credit.objects.get_or_create(work=work, share=share, occurrence=None)
    for share in {each.pk: each for each in (*(occurrence.share for occurrence in occurrences), *shares)}.values():
        Share.objects.filter(pk=share.pk).update(last_word_at=timezone.now())
        record(
            events.DELIVERY_RECORDED, share, by=SYSTEM, office=key_of(share.assignment.plan.office), title=work.title,
            outlet=delivered.outlet,
        )  # fmt: skip
    return work


def _close(occurrence: Occurrence, work: Work, done_on: date) -> None:
    late = occurrence.due < timezone.localdate() and done_on < timezone.localdate()
    closed = Occurrence.objects.filter(pk=occurrence.pk, closed_on=None).update(
        closed_on=done_on, closed_by=work, entered_late=late
    )
    Credit.objects.get_or_create(work=work, share=occurrence.share, occurrence=occurrence)
    if closed:
        close_items(occurrence)
        record(
            events.OCCURRENCE_CLOSED, occurrence, by=SYSTEM, office=key_of(occurrence.share.assignment.plan.office),
            occurrence=occurrence.name, date=f"{done_on:%d/%m/%Y}", late="",
        )  # fmt: skip
