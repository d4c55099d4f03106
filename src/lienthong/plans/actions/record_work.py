"""Record a piece of work with what proves it, and what it counts towards."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.inbox.service import close_items
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.models import Credit, Occurrence, Share, Work
from lienthong.plans.permissions import begin
from lienthong.plans.proving import Proof, add_evidence


@transaction.atomic
def record_work(
    actor: Actor,
    *,
    title: str,
    done_on: date,
    proofs: Iterable[Proof],
    shares: Iterable[Share] = (),
    occurrences: Iterable[Occurrence] = (),
) -> Work:
    """One piece of work may count towards several shares and occurrences of one body; figures count it once.

    Each occurrence is closed by it; one that was due in the past and is entered after the day of the work is marked
    so. Refused without evidence, and as a whole when one of the shares does not take it.
    """
    shares, occurrences = list(shares), list(occurrences)
    credited = {share.pk: share for share in [*(o.share for o in occurrences), *shares]}
    for share in credited.values():
        begin(actor, share, "record")
    bodies = {share.body_id: share.body for share in credited.values()}
    if len(bodies) != 1:
        raise Refused(_("Hãy chọn ít nhất một nhiệm vụ; các nhiệm vụ phải của cùng một đơn vị."))
    today = timezone.localdate()
    if not title.strip():
        raise Refused(_("Hãy ghi việc đã làm."), field="title")
    if done_on > today:
        raise Refused(_("Ngày làm xong không được sau hôm nay."), field="done_on")
    plan = next(iter(credited.values())).assignment.plan
    work = Work.objects.create(
        office=plan.office,
        body=next(iter(bodies.values())),
        title=title.strip()[:300],
        done_on=done_on,
        entered_by=actor.own_position,
    )
    evidence = add_evidence(work, proofs, actor.own_position)
    for occurrence in occurrences:
        _close(actor, occurrence, work, today)
    with_occurrence = {occurrence.share_id for occurrence in occurrences}
    Credit.objects.bulk_create(Credit(work=work, share=share) for share in shares if share.pk not in with_occurrence)
    for share in credited.values():
        share.last_word_at = timezone.now()
        share.save(update_fields=["last_word_at"])
        day = f"{done_on:%d/%m/%Y}"
        record(events.WORK_RECORDED, share, by=actor.stamp, title=work.title, date=day, count=len(evidence))
    return work


def _close(actor: Actor, occurrence: Occurrence, work: Work, today: date) -> None:
    late = occurrence.due < today and work.done_on < today
    closed = Occurrence.objects.filter(pk=occurrence.pk, closed_on=None).update(
        closed_on=work.done_on, closed_by=work, entered_late=late
    )
    if not closed:
        raise Refused(_("%(name)s đã có minh chứng rồi.") % {"name": occurrence.name})
    occurrence.refresh_from_db(fields=["closed_on", "closed_by", "entered_late"])
    Credit.objects.create(work=work, share=occurrence.share, occurrence=occurrence)
    close_items(occurrence)
    record(
        events.OCCURRENCE_CLOSED,
        occurrence,
        by=actor.stamp,
        occurrence=occurrence.name,
        date=f"{work.done_on:%d/%m/%Y}",
        late=_(", nhập sau") if late else "",
    )
