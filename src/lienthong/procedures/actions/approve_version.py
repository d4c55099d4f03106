"""Approve a version: exactly what the approver read is public, now or from the day to come on which it applies."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.procedures import events, items
from lienthong.procedures.deciding import AnyVersion, begin, hash_of, locked
from lienthong.procedures.models import Version
from lienthong.procedures.releasing import make_public
from lienthong.procedures.workflow import VERSION


@transaction.atomic
def approve_version(actor: Actor, version: AnyVersion, *, seen: int | None) -> AnyVersion:
    """``seen`` is the count of saves of what the approver read; another one is refused. He never edited it last."""
    version = locked(version)
    if actor.holds(version.last_editor):
        raise Refused(_("Bạn là người sửa sau cùng nên cần người khác duyệt."))
    state = begin(actor, version, "approve", "decide")
    if version.edits != seen:
        raise Refused(_("Nội dung đã đổi sau khi bạn mở. Hãy tải lại và đọc bản mới."))
    if version.valid_from > timezone.localdate():
        state = VERSION.move(version.state, "schedule")
    version.state, version.hash = state, hash_of(version)
    version.approved_by, version.approved_at = actor.own_position, timezone.now()
    version.save(update_fields=["state", "hash", "approved_by", "approved_at"])
    if state == Version.State.APPROVED:
        make_public(version)
    items.tell_editor(version, actor)
    record(events.APPROVED, version.about, by=actor.stamp, number=version.number, hash=version.hash[:12])
    return version
