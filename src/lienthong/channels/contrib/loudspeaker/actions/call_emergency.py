"""Call an emergency: everything else is pushed aside once the second person agrees, or after two minutes."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events, items, sounds
from lienthong.channels.contrib.loudspeaker.emergency import says_drill, spoken_text
from lienthong.channels.contrib.loudspeaker.models import Emergency, Station
from lienthong.channels.contrib.loudspeaker.permissions import station_abilities
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, Body
from lienthong.speech.service import Recording, record_script, write_script


@transaction.atomic
def call_emergency(
    actor: Actor, station: Station, *, title: str, text: str = "", recording: Recording | None = None,
    hamlets: Iterable[Body] = (), drill: bool = False,
) -> Emergency:  # fmt: skip
    """``text`` is read by the voice; ``recording`` is one that was approved before. Of a drill the sound says so."""
    if not station_abilities(actor, station).call:
        raise NotAllowed(_("Chỉ người trong danh sách trực hôm nay được gọi phát khẩn cấp."))
    if recording is None:
        if not text.strip():
            raise Refused(_("Hãy viết lời cần phát, hoặc chọn một bản thu đã duyệt."), field="text")
        script = write_script(actor, None, title=title, text=spoken_text(text, drill=drill))
        recording = record_script(actor, script)
    else:
        _require_fitting(station, recording, drill)
    emergency = Emergency.objects.create(
        station=station, title=title.strip(), drill=drill, script=recording.script, recording=recording,
        caller=actor.own_position,
    )  # fmt: skip
    emergency.hamlets.set(hamlets)
    if not items.call_second(emergency, actor):
        raise Refused(_("Hôm nay không có người thứ hai nào để gọi. Hãy bổ sung danh sách trực."))
    record(events.EMERGENCY_CALLED, emergency, by=actor.stamp, title=emergency.title)
    return emergency


def _require_fitting(station: Station, recording: Recording, drill: bool) -> None:
    if recording.script.office_id != station.office_id or sounds.of_recording(recording) is None:
        raise Refused(_("Hãy chọn một bản thu đã được nghe và duyệt của cơ quan."), field="recording")
    if drill and not says_drill(recording.text):
        raise Refused(_("Bản thu này không nói là diễn tập. Hãy chọn bản khác hoặc viết lời."), field="recording")
