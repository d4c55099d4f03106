"""Make an outlet: an account, page, list or place where the office publishes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.core import events
from lienthong.channels.core.contract import PermanentError
from lienthong.channels.core.models import Outlet
from lienthong.channels.core.permissions import may_add_outlets
from lienthong.channels.core.registry import channel_class
from lienthong.channels.core.sealing import seal
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, Body, Position


@transaction.atomic
def add_outlet(
    actor: Actor,
    *,
    channel: str,
    name: str,
    body: Body | None = None,
    options: Mapping[str, Any] | None = None,
    secrets: Mapping[str, str] | None = None,
    expire_at: datetime | None = None,
    keeper: Position | None = None,
) -> Outlet:
    """A new outlet of the actor's office (or its unit ``body``). It only rehearses until it is turned on."""
    if not may_add_outlets(actor):
        raise NotAllowed(_("Quản trị của cơ quan lập điểm phát hành."))
    office, body = actor.own_office, body or actor.own_office
    if body.office_id != office.pk or (keeper is not None and keeper.body.office_id != office.pk):
        raise NotAllowed(_("Điểm phát hành và người phụ trách phải thuộc cơ quan này."))
    if not name.strip():
        raise Refused(_("Hãy ghi tên điểm phát hành."), field="name")
    try:
        channel_class(channel)
    except PermanentError as missing:
        raise Refused(missing.sentence, field="channel") from missing
    outlet = Outlet.objects.create(
        office=office, body=body, channel=channel, name=name.strip(), keeper=keeper, options=dict(options or {}),
        sealed=seal(dict(secrets or {})), secrets_expire_at=expire_at,
    )  # fmt: skip
    record(events.OUTLET_ADDED, outlet, by=actor.stamp, name=outlet.name)
    return outlet
