"""Write a step-by-step guide."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.procedures import events
from lienthong.procedures.models import Guide, GuideVersion
from lienthong.procedures.permissions import may_write, thing_abilities
from lienthong.procedures.writing import cleaned, next_number, open_version, saved


@transaction.atomic
def write_guide(actor: Actor, guide: Guide | None, *, values: dict[str, Any], seen: int = 0) -> GuideVersion:
    """A new guide when ``guide`` is None; ``seen`` as in :func:`write_procedure`."""
    if not (thing_abilities(actor, guide).write if guide else may_write(actor)):
        raise NotAllowed(_("Chỉ người của cơ quan viết hướng dẫn của cơ quan."))
    known = cleaned(GuideVersion, values)
    if guide is None:
        guide = Guide.objects.create(office=actor.own_office)
    version = open_version(actor, guide, seen=seen) or GuideVersion(guide=guide, number=next_number(guide))
    saved(actor, version, known)
    assert isinstance(version, GuideVersion)
    record(events.WRITTEN, guide, by=actor.stamp, title=version.title)
    return version
