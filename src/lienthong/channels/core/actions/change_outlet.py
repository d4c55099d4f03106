"""Change the name, options, keeper or secrets of an outlet."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.core import events
from lienthong.channels.core.accounts import keep_secrets
from lienthong.channels.core.models import Outlet
from lienthong.channels.core.permissions import outlet_abilities
from lienthong.channels.core.sealing import Unreadable, opened
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, Position


@transaction.atomic
def change_outlet(
    actor: Actor,
    outlet: Outlet,
    *,
    name: str,
    options: Mapping[str, Any],
    keeper: Position | None,
    secrets: Mapping[str, str] | None = None,
    expire_at: datetime | None = None,
) -> Outlet:
    """``secrets`` that are not empty replace those of the same name; the others stay as they are."""
    outlet = Outlet.objects.select_for_update().get(pk=outlet.pk)
    if not outlet_abilities(actor, outlet).change:
        raise NotAllowed(_("Quản trị của cơ quan sửa điểm phát hành."))
    if keeper is not None and keeper.body.office_id != outlet.office_id:
        raise NotAllowed(_("Người phụ trách phải thuộc cơ quan này."))
    if not name.strip():
        raise Refused(_("Hãy ghi tên điểm phát hành."), field="name")
    outlet.name, outlet.options, outlet.keeper = name.strip(), dict(options), keeper
    outlet.save(update_fields=["name", "options", "keeper"])
    given = {key: value for key, value in (secrets or {}).items() if value}
    if given:
        keep_secrets(outlet, _known(outlet) | given, expire_at)
    record(events.OUTLET_CHANGED, outlet, by=actor.stamp, name=outlet.name)
    return outlet


def _known(outlet: Outlet) -> dict[str, str]:
    """What was kept; nothing when the keys it was sealed with are gone, for then it is typed anew."""
    try:
        return opened(outlet.sealed)
    except Unreadable:
        return {}
