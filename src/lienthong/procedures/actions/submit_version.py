"""Submit a version to who may let it out."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.procedures import events, items
from lienthong.procedures.deciding import AnyVersion, begin, locked


@transaction.atomic
def submit_version(actor: Actor, version: AnyVersion, *, asks: bool = True) -> AnyVersion:
    """``asks`` False: the batch to which it belongs asks for all of them at once."""
    version = locked(version)
    version.state, version.reason = begin(actor, version, "submit", "submit"), ""
    version.save(update_fields=["state", "reason"])
    if asks:
        items.ask_for_approval(version, actor)
    record(events.SUBMITTED, version.about, by=actor.stamp)
    return version
