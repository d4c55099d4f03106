"""What acts on the programme have in common: the year must still be kept, and devices are told."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.channels.contrib.loudspeaker import items
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Station
from lienthong.channels.contrib.loudspeaker.scheduling import hold, renew
from lienthong.channels.contrib.loudspeaker.stored import plan_of, promised
from lienthong.channels.contrib.loudspeaker.tasks import wake_schedule
from lienthong.channels.contrib.loudspeaker.workflow import BULLETIN
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, after_step


def check_and_renew(station: Station, day: date | None = None) -> None:
    """:class:`Refused` when the programme cannot be kept any more (in the year of ``day``); else tell the devices."""
    hold(station)
    today = timezone.localdate()
    for year in {today.year, (day or today).year}:
        plan_of(promised(station, year), date(year, 12, 31))
    for schedule in renew(station):
        wake_schedule(schedule)


def require_times(not_before: datetime, until: datetime) -> None:
    if until <= not_before:
        raise Refused(_("Giờ hết hạn phải sau giờ được phát."), field="until")
    if until <= timezone.now():
        raise Refused(_("Bản tin này đã hết hạn, không phát được nữa."), field="until")


def moved(actor: Actor, bulletin: AirBulletin, act: str, ability: str, *, reason: str = "") -> AirBulletin:
    """The bulletin after ``act``, once right and state allow it; what waited about it is settled."""
    hold(bulletin.station)
    bulletin = AirBulletin.objects.select_for_update(of=("self",)).select_related("station").get(pk=bulletin.pk)
    bulletin.state = after_step(
        actor, bulletin, BULLETIN, act, ability, unseen=_("Bản tin này của cơ quan khác."),
        refused=_("Lãnh đạo, trưởng đơn vị hoặc cán bộ tổng hợp quyết định bản tin nào được phát."),
    )  # fmt: skip
    bulletin.decided_by, bulletin.decided_at, bulletin.reason = actor.position, timezone.now(), reason
    bulletin.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    items.bulletin_is_decided(bulletin)
    check_and_renew(bulletin.station)
    return bulletin


def keep_file(data: bytes) -> tuple[str, str]:
    """Store a sound from above under its hash, unchanged; its name and hash."""
    sha256 = hashlib.sha256(data).hexdigest()
    storage = AirBulletin._meta.get_field("file").storage
    name = f"loudspeaker/{sha256[:2]}/{sha256}.mp3"
    return (name if storage.exists(name) else storage.save(name, ContentFile(data))), sha256
