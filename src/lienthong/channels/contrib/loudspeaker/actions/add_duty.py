"""Put a person on the duty list, from a day to a day."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.models import DutyTurn, Station
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.channels.contrib.loudspeaker.queries import LISTENERS
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Position


@transaction.atomic
def add_duty(actor: Actor, station: Station, position: Position, *, valid_from: date, valid_to: date) -> DutyTurn:
    require_run(actor, station)
    if position.body.office_id != station.office_id or position.role not in LISTENERS:
        raise Refused(_("Hãy chọn cán bộ, công chức của cơ quan."), field="position")
    if valid_to < valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="valid_to")
    turn = DutyTurn.objects.create(station=station, position=position, valid_from=valid_from, valid_to=valid_to)
    days = {"first": f"{valid_from:%d/%m/%Y}", "last": f"{valid_to:%d/%m/%Y}"}
    record(events.DUTY_ADDED, turn, by=actor.stamp, who=str(position), **days)
    return turn
