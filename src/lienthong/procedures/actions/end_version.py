"""Take a procedure or guide from the public, with the reason. Its versions stay in the history;
what was approved for a day to come is given back.
"""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.core import public, search
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor
from lienthong.procedures import events, items
from lienthong.procedures.deciding import AnyVersion, begin, locked
from lienthong.procedures.workflow import VERSION


@transaction.atomic
def end_version(actor: Actor, version: AnyVersion, *, reason: str) -> AnyVersion:
    version = locked(version)
    version.state, version.reason = begin(actor, version, "end", "end"), required(reason)
    version.closed_at = timezone.now()
    version.save(update_fields=["state", "reason", "closed_at"])
    thing = version.about
    for next_one in thing.versions.awaiting().select_for_update():
        next_one.state, next_one.reason = VERSION.move(next_one.state, "drop"), version.reason
        next_one.approved_by, next_one.approved_at, next_one.hash = None, None, ""
        next_one.save(update_fields=["state", "reason", "approved_by", "approved_at", "hash"])
    thing.current = None
    thing.save(update_fields=["current"])
    search.forget(thing)
    items.settle(thing)
    public.changed(thing.office_id)
    record(events.ENDED, thing, by=actor.stamp, reason=version.reason)
    return version
