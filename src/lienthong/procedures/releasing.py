"""What an approved version does when it becomes what the public reads."""

from django.utils import timezone

from lienthong.core import public, search
from lienthong.procedures import items
from lienthong.procedures.links import ask_link
from lienthong.procedures.models import Procedure, ProcedureVersion, Version
from lienthong.procedures.workflow import VERSION


def make_public(version: Version) -> None:
    """``version`` takes the place of what was public, which stays in the history. In the transaction of an act."""
    thing = version.about
    before = thing.current
    if before is not None:
        before.state, before.closed_at = VERSION.move(before.state, "replace"), timezone.now()
        before.save(update_fields=["state", "closed_at"])
    thing.current = version  # type: ignore[assignment]
    words = f"{version.title} {version.steps}"
    if isinstance(thing, Procedure) and isinstance(version, ProcedureVersion):
        assert version.approved_at is not None
        thing.checked_on, thing.checked_by = timezone.localdate(version.approved_at), version.approved_by
        papers = " ".join(paper["name"] for paper in version.papers)
        words = f"{words} {version.field} {papers} {version.legal_basis}"
        ask_link(thing, version.link)
        items.settle(thing)
    thing.save()
    search.index(thing, number=thing.code, words=words)
    public.changed(thing.office_id)
