"""Enter a bulletin that a level above sent down: its very file, in its name."""

import math
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events, items
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew, keep_file, require_times
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Station
from lienthong.channels.contrib.loudspeaker.permissions import require_work
from lienthong.core.file_kinds import MP3, kind_of
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.speech.service import NotSound, seconds_of


@transaction.atomic
def receive_bulletin(
    actor: Actor, station: Station, file: UploadedFile, *, title: str, sender: str, basis: str, not_before: datetime,
    until: datetime, **values: Any,
) -> AirBulletin:  # fmt: skip
    """``values``: priority, hamlets, groups. An urgent one plays at once and unaltered, the others wait for the choice
    of the commune (Thông tư 39/2020/TT-BTTTT).
    """
    require_work(actor, station)
    if not sender.strip() or not basis.strip():
        sentence = _("Hãy ghi cơ quan gửi xuống và số, ngày văn bản; bản tin phát dưới tên cơ quan đó.")
        raise Refused(sentence, field="basis" if sender.strip() else "sender")
    require_times(not_before, until)
    data = file.read()
    try:
        if kind_of(file) != MP3:
            raise NotSound("not an MP3")
        seconds = math.ceil(seconds_of(data))
    except NotSound as fault:
        raise Refused(
            _("Không đọc được tệp “%(name)s”. Hãy xin lại tệp MP3.") % {"name": file.name}, field="file"
        ) from fault
    priority = values.get("priority", AirBulletin.Rank.ORDINARY)
    urgent = priority == AirBulletin.Rank.URGENT
    name, sha256 = keep_file(data)
    bulletin = AirBulletin.objects.create(
        station=station, title=title.strip(), sender=sender.strip(), basis=basis.strip(), file=name, sha256=sha256,
        seconds=seconds, priority=priority, not_before=not_before, until=until, entered_by=actor.own_position,
        entered_at=timezone.now(),
        state=AirBulletin.State.CHOSEN if urgent else AirBulletin.State.OFFERED,
    )  # fmt: skip
    bulletin.hamlets.set(values.get("hamlets", ()))
    bulletin.groups.set(values.get("groups", ()))
    items.ask_to_choose(bulletin)
    check_and_renew(station)
    record(
        events.BULLETIN_RECEIVED, bulletin, by=actor.stamp, title=bulletin.title, sender=bulletin.sender,
        hash=sha256[:12],
    )  # fmt: skip
    return bulletin
