"""Take a submitted version back to mend it."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.procedures import events
from lienthong.procedures.deciding import AnyVersion, begin, locked


@transaction.atomic
def withdraw_version(actor: Actor, version: AnyVersion) -> AnyVersion:
    version = locked(version)
    version.state = begin(actor, version, "withdraw", "withdraw")
    version.save(update_fields=["state"])
    record(events.WITHDRAWN, version.about, by=actor.stamp)
    return version
