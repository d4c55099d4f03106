"""Write on a nomination before it is proposed."""

from typing import Any

from django.db import transaction

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import Nomination
from lienthong.commendations.permissions import begin
from lienthong.core.fields import labels_of
from lienthong.core.language import site_language
from lienthong.organisations.service import Actor


@transaction.atomic
def write_nomination(actor: Actor, nomination: Nomination, *, values: dict[str, Any]) -> Nomination:
    """``values``: kind, title and story; whose it is stays, because what is cited is that unit's."""
    nomination = begin(actor, nomination, "write")
    changed = [name for name in ("kind", "title", "story") if getattr(nomination, name) != values[name]]
    for name in changed:
        setattr(nomination, name, values[name])
    if changed:
        nomination.last_editor = actor.own_position
        nomination.save(update_fields=[*changed, "last_editor"])
        with site_language():
            names = ", ".join(labels_of(Nomination, changed))
        record(events.WRITTEN, nomination, by=actor.stamp, fields=names)
    return nomination
