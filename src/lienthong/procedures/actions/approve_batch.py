"""Approve what one import brought in, all that still waits of it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.procedures import events, items
from lienthong.procedures.actions.approve_version import approve_version
from lienthong.procedures.batches import waiting, words_of_batch
from lienthong.procedures.models import Batch


@transaction.atomic
def approve_batch(actor: Actor, batch: Batch, *, seen: str) -> int:
    """``seen`` is :func:`words_of_batch` of what the approver read. Returns how many procedures became public."""
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    abilities = abilities_for(actor, batch)
    if not abilities.see:
        raise NotAllowed(_("Đợt nhập này của cơ quan khác."))
    if not abilities.approve:
        raise NotAllowed(_("Lãnh đạo, điều phối của cơ quan không nhập đợt này mới duyệt."))
    if words_of_batch(batch) != seen:
        raise Refused(_("Nội dung đã đổi sau khi bạn mở. Hãy tải lại và đọc bản mới."))
    versions = list(waiting(batch))
    if not versions:
        raise Refused(_("Đợt nhập này không còn thủ tục nào chờ duyệt."))
    for version in versions:
        approve_version(actor, version, seen=version.edits)
    batch.approved_by, batch.approved_at = actor.own_position, timezone.now()
    batch.save(update_fields=["approved_by", "approved_at"])
    items.settle(batch)
    record(events.BATCH_APPROVED, batch, by=actor.stamp, count=len(versions), decision=batch.decision)
    return len(versions)
