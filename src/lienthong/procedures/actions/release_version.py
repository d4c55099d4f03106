"""The day has come on which an approved version applies: exactly the words that a named person approved are public."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import SYSTEM, record
from lienthong.procedures import events
from lienthong.procedures.deciding import AnyVersion, locked
from lienthong.procedures.models import Version
from lienthong.procedures.releasing import make_public
from lienthong.procedures.workflow import VERSION


@transaction.atomic
def release_version(version: AnyVersion) -> AnyVersion:
    """Nobody's act: it was decided before. Without effect where it was withdrawn or released meanwhile."""
    version = locked(version)
    if version.state != Version.State.AWAITING or version.valid_from > timezone.localdate():
        return version
    version.state = VERSION.move(version.state, "release")
    version.save(update_fields=["state"])
    make_public(version)
    record(events.RELEASED, version.about, by=SYSTEM, number=version.number)
    return version
