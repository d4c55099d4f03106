"""A station for tests, made through the acts."""

from datetime import date, time, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.actions.add_bulletin import add_bulletin
from lienthong.channels.contrib.loudspeaker.actions.add_column import add_column
from lienthong.channels.contrib.loudspeaker.actions.add_device import add_device
from lienthong.channels.contrib.loudspeaker.actions.add_duty import add_duty
from lienthong.channels.contrib.loudspeaker.actions.add_slot import add_slot
from lienthong.channels.contrib.loudspeaker.actions.open_station import open_station
from lienthong.channels.contrib.loudspeaker.actions.receive_bulletin import receive_bulletin
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Device, ProgrammeColumn, ProgrammeSlot, Station
from lienthong.organisations.tests.factories import Cast
from lienthong.speech.service import Recording, approve_recording
from lienthong.speech.tests.factories import make_recording, make_sound_file

EVERY_DAY = range(7)


def make_station(people: Cast) -> Station:
    return open_station(people.coordinator)


def make_slot(people: Cast, station: Station, **values: Any) -> ProgrammeSlot:
    promised = {"name": "Buổi sáng", "begins": time(5, 30), "minutes": 15, "weekdays": EVERY_DAY} | values
    return add_slot(people.coordinator, station, **promised)


def make_column(people: Cast, station: Station, *slots: ProgrammeSlot, **values: Any) -> ProgrammeColumn:
    """A daily column from today to the end of the year."""
    today = timezone.localdate()
    promised: dict[str, Any] = {
        "title": "Chuyển đổi số", "rhythm": "hằng ngày", "starts_on": today, "ends_on": date(today.year, 12, 31),
        "minutes": 5, "unit": people.culture,
    }  # fmt: skip
    return add_column(people.coordinator, station, slots=slots, **(promised | values))


def make_approved(people: Cast) -> Recording:
    """A recording that somebody else heard and approved."""
    return approve_recording(people.unit_head, make_recording(people))


def make_bulletin(people: Cast, station: Station, **values: Any) -> AirBulletin:
    now = timezone.now()
    promised: dict[str, Any] = {"not_before": now, "until": now + timedelta(days=5)} | values
    return add_bulletin(people.member, station, make_approved(people), **promised)


def from_above(people: Cast, station: Station, priority: int = AirBulletin.Rank.ORDINARY, **values: Any) -> AirBulletin:
    now = timezone.now()
    promised: dict[str, Any] = {
        "title": "Phòng chống bão", "sender": "UBND tỉnh Minh Giang", "basis": "Công điện 01/CĐ-UBND ngày 20/11/2026",
        "not_before": now, "until": now + timedelta(days=5), "priority": priority,
    }  # fmt: skip
    file = SimpleUploadedFile("bao.mp3", make_sound_file())
    return receive_bulletin(people.member, station, file, **(promised | values))


def make_device(people: Cast, station: Station, code: str = "loa-1", **values: Any) -> Device:
    return add_device(
        people.coordinator, station, code=code, hamlet=values.pop("hamlet", people.hamlets[0]),
        place="Nhà văn hóa", **values,
    )  # fmt: skip


def put_on_duty(people: Cast, station: Station, *names: str) -> None:
    today = timezone.localdate()
    for name in names:
        position = getattr(people, name).own_position
        add_duty(people.coordinator, station, position, valid_from=today, valid_to=today + timedelta(days=6))
