"""Approve a version: exactly what the approver read is public from now on."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import public, search
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.procedures import events, items
from lienthong.procedures.deciding import AnyVersion, begin, hash_of, locked
from lienthong.procedures.links import ask_link
from lienthong.procedures.models import Procedure, ProcedureVersion, Version
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
        day = f"{version.valid_from:%d/%m/%Y}"
        raise Refused(
            _("Chưa đến ngày áp dụng. Hãy duyệt từ ngày %(day)s, bản cũ công khai đến khi đó.") % {"day": day}
        )
    version.state, version.hash = state, hash_of(version)
    version.approved_by, version.approved_at = actor.own_position, timezone.now()
    version.save(update_fields=["state", "hash", "approved_by", "approved_at"])
    _make_public(actor, version)
    items.tell_editor(version, actor)
    record(events.APPROVED, version.about, by=actor.stamp, number=version.number, hash=version.hash[:12])
    return version


def _make_public(actor: Actor, version: Version) -> None:
    thing = version.about
    before = thing.current
    if before is not None:
        before.state, before.closed_at = VERSION.move(before.state, "replace"), timezone.now()
        before.save(update_fields=["state", "closed_at"])
    thing.current = version  # type: ignore[assignment]
    words = f"{version.title} {version.steps}"
    if isinstance(thing, Procedure) and isinstance(version, ProcedureVersion):
        thing.checked_on, thing.checked_by = timezone.localdate(), actor.own_position
        papers = " ".join(paper["name"] for paper in version.papers)
        words = f"{words} {version.field} {papers} {version.legal_basis}"
        ask_link(thing, version.link)
        items.settle(thing)
    thing.save()
    search.index(thing, number=thing.code, words=words)
    public.changed(thing.office_id)
