"""A month of the made-up commune's loudspeakers: columns with sound, devices that reported, what waits for a choice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.actions.add_bulletin import add_bulletin
from lienthong.channels.contrib.loudspeaker.actions.add_column import add_column
from lienthong.channels.contrib.loudspeaker.actions.add_device import add_device
from lienthong.channels.contrib.loudspeaker.actions.add_duty import add_duty
from lienthong.channels.contrib.loudspeaker.actions.add_slot import add_slot
from lienthong.channels.contrib.loudspeaker.actions.choose_recording import choose_recording
from lienthong.channels.contrib.loudspeaker.actions.open_station import open_station
from lienthong.channels.contrib.loudspeaker.actions.receive_bulletin import receive_bulletin
from lienthong.channels.contrib.loudspeaker.areas import area_of
from lienthong.channels.contrib.loudspeaker.hearing import take_in
from lienthong.channels.contrib.loudspeaker.items import ask_for_missing
from lienthong.channels.contrib.loudspeaker.keys import device_secret, public_key, signed
from lienthong.channels.contrib.loudspeaker.models import (
    AirBulletin,
    AreaSchedule,
    Device,
    ProgrammeColumn,
    ProgrammeSlot,
    Station,
)
from lienthong.channels.contrib.loudspeaker.scheduling import DAYS_AHEAD, renew
from lienthong.channels.contrib.loudspeaker.simulator import Faults, SimulatedDevice, Written
from lienthong.organisations.service import Actor, Body
from lienthong.speech.service import Recording, approve_recording, sample_recording, write_script

#: So many days before today the station was opened.
DAYS = 25
COLUMNS = (
    (
        "Chuyển đổi số trong đời sống", "thứ Hai hằng tuần",
        (
            "Sáng thứ Bảy hằng tuần, tổ công nghệ số cộng đồng hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa thôn.",
            "Cơ quan nhà nước không gọi điện yêu cầu cài ứng dụng lạ. Bà con không bấm vào liên kết trong tin nhắn.",
            "Khi nộp hồ sơ trực tuyến, bà con chọn nhận kết quả tại nhà qua bưu chính để không phải đi lại.",
            "Ai chưa có điện thoại thông minh được hỗ trợ tại Trung tâm Phục vụ hành chính công của xã.",
        ),
    ),
    (
        "An toàn giao thông", "thứ Năm hằng tuần",
        (
            "Đã uống rượu, bia thì không lái xe. Đội mũ bảo hiểm đúng quy cách và cài quai.",
            "Trời tối sớm, bà con đi xe máy bật đèn từ 17 giờ và giảm tốc độ trước cổng trường.",
            "Không phơi nông sản trên đường giao thông của thôn.",
        ),
    ),
)  # fmt: skip
PLACES = ("Nhà văn hóa", "Ngã ba chợ")


def demo(actor: Callable[[str], Actor], at: Callable[[date, int], AbstractContextManager[date]]) -> str:
    """Carry the month out through the acts; returns a line that says what there is now."""
    today = timezone.localdate()
    begun = today - timedelta(days=DAYS)
    with at(begun, 7):
        station = open_station(actor("dieuphoi"))
        slots = [
            add_slot(actor("dieuphoi"), station, name=name, begins=begins, minutes=15, weekdays=range(7))
            for name, begins in (("Buổi sáng", time(5, 30)), ("Buổi chiều", time(17, 0)))
        ]
        hamlets = list(Body.objects.filter(office=station.office, kind=Body.Kind.HAMLET))
        devices = [
            add_device(
                actor("dieuphoi"), station, code=f"loa-{number}-{place}", place=PLACES[place - 1], hamlet=hamlet,
                renew=False,
            )
            for number, hamlet in enumerate(hamlets, 1)
            for place in (1, 2)
        ]  # fmt: skip
        columns = [_column(actor, station, slots, begun, *column) for column in COLUMNS]
    played = _month(station, devices, begun)
    with at(today, 7):
        _open_things(actor, station)
    return f"Phát thanh: {len(columns)} chuyên mục, {len(devices)} cụm loa, {played} lượt cụm loa báo đã phát."


def _column(
    actor: Callable[[str], Actor], station: Station, slots: list[ProgrammeSlot], begun: date, title: str, rhythm: str,
    texts: tuple[str, ...],
) -> ProgrammeColumn:  # fmt: skip
    column = add_column(
        actor("dieuphoi"), station, title=title, rhythm=rhythm, starts_on=begun, ends_on=date(begun.year, 12, 31),
        minutes=5, reruns=1, slots=slots, unit=actor("chuyenvien").own_position.body,
    )  # fmt: skip
    for issue, text in zip(column.issues.all(), texts, strict=False):
        recording = _approved(actor, f"{title}, số {issue.number}", text)
        choose_recording(actor("chuyenvien"), issue, recording)
    return column


def _approved(actor: Callable[[str], Actor], title: str, text: str) -> Recording:
    script = write_script(actor("chuyenvien"), None, title=title, text=text)
    return approve_recording(actor("truongphong"), sample_recording(actor("chuyenvien"), script))


def _month(station: Station, devices: list[Device], begun: date) -> int:
    """Tell, let live and hear, three days at a time; one device lost power for a day, one has a bad clock."""
    lives: dict[int, SimulatedDevice] = {}
    now, day = timezone.now(), begun
    while day <= timezone.localdate(now):
        starts = timezone.make_aware(datetime.combine(day, time()))
        ends = min(starts + timedelta(days=DAYS_AHEAD + 1), now)
        renew(station, starts)
        reports: dict[str, bytes] = {}
        for number, device in enumerate(devices):
            one = lives.setdefault(device.pk, _simulated(device, number, starts + timedelta(days=9)))
            body = AreaSchedule.objects.get(station=station, area=area_of(device)).body
            one.receive(one.written.schedule, signed(station, one.written.schedule, body), starts)
            one.live(starts, ends)
            reports |= dict(one.report(ends))
            one.played.clear()
        take_in(station, reports, ends)
        day += timedelta(days=DAYS_AHEAD + 1)
    renew(station)
    return sum(device.log.filter(outcome="played", airing__issue__isnull=False).count() for device in devices)


def _simulated(device: Device, number: int, dark: datetime) -> SimulatedDevice:
    root = f"{topics.ROOT}/{device.station.code}"
    topic = topics.schedule(device.station, area_of(device))
    written = Written(root, device.code, topic, public_key(device.station), device_secret(device))
    off = ((dark, dark + timedelta(days=1)),) if number == 1 else ()
    return SimulatedDevice(written, Faults(power_off=off, offset=40 if number == 2 else 0))


def _open_things(actor: Callable[[str], Actor], station: Station) -> None:
    """For whoever tries it: a choice that waits, a bulletin on its way, issues without recording, people on duty."""
    now = timezone.now()
    notice = _approved(
        actor, "Lịch tiêm phòng", "Sáng Chủ nhật, trạm y tế xã tiêm phòng cho trẻ em. Bà con mang theo sổ tiêm."
    )
    add_bulletin(
        actor("chuyenvien"), station, notice, not_before=now, until=now + timedelta(days=3),
        priority=AirBulletin.Rank.FIRST,
    )  # fmt: skip
    with notice.file.open("rb") as sound:
        file = SimpleUploadedFile("tin-tinh.mp3", sound.read())
    receive_bulletin(
        actor("chuyenvien"), station, file, title="Tuần lễ chuyển đổi số của tỉnh",
        sender="Sở Khoa học và Công nghệ tỉnh Minh Giang", basis="Công văn số 812/SKHCN-CĐS", not_before=now,
        until=now + timedelta(days=5),
    )  # fmt: skip
    day = timezone.localdate()
    for username in ("chuyenvien", "vanthu"):
        add_duty(
            actor("dieuphoi"), station, actor(username).own_position, valid_from=day, valid_to=day + timedelta(days=6)
        )
    ask_for_missing(station, day)
