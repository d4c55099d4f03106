"""Give a submitted version back, saying what to mend."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.organisations.service import Actor
from lienthong.procedures import events, items
from lienthong.procedures.deciding import AnyVersion, begin, locked


@transaction.atomic
def return_version(actor: Actor, version: AnyVersion, *, reason: str) -> AnyVersion:
    version = locked(version)
    version.state, version.reason = begin(actor, version, "return", "decide"), required(reason)
    version.save(update_fields=["state", "reason"])
    items.ask_to_mend(version, actor)
    record(events.RETURNED, version.about, by=actor.stamp, reason=version.reason)
    return version
