"""The desk's pages: what they say, what they refuse with what was typed kept, what the public side gives out."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.actions.cancel_bulletin import cancel_bulletin
from lienthong.channels.contrib.loudspeaker.actions.choose_recording import choose_recording
from lienthong.channels.contrib.loudspeaker.models import PlannedAiring, Station
from lienthong.channels.contrib.loudspeaker.tests.factories import (
    from_above,
    make_approved,
    make_column,
    make_device,
    make_slot,
    make_station,
    put_on_duty,
)
from lienthong.organisations.service import abilities_for
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.speech.service import withdraw_recording

pytestmark = pytest.mark.django_db
ROLES = ("clerk", "leader", "coordinator", "unit_head", "member", "hamlet_head", "reader", "supervisor")


@pytest.fixture
def people():
    return cast()


@pytest.fixture
def station(people):
    return make_station(people)


def page(client, name, *args, **query):
    answer = client.get(reverse(f"loudspeaker:{name}", args=args, query=query or None))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_station_is_opened_once_by_who_answers_for_it(client, people):
    sign_in(client, people.member)
    assert "Cơ quan chưa mở đài" in page(client, "desk")
    assert client.post(reverse("loudspeaker:open")).status_code == 404
    sign_in(client, people.unit_head)
    for _time in range(2):
        assert client.post(reverse("loudspeaker:open")).status_code == 302
    assert Station.objects.count() == 1
    assert "Lúc này không phát gì" in page(client, "desk")


def test_the_desk_says_what_is_silent_and_how_old_it_is(client, people, station):
    make_slot(people, station)
    make_device(people, station)
    seen = make_device(people, station, "loa-2")
    seen.seen_at = timezone.now()
    seen.save()
    sign_in(client, people.member)
    text = page(client, "live")
    assert "1/2 cụm loa không báo về quá 3 phút" in text
    assert "Chưa nối máy chủ MQTT" in text
    assert f"Số liệu lúc {timezone.localtime():%H:%M}" in text
    assert "loa-1" in text
    assert "loa-2" not in text


def test_a_fault_is_said_in_the_form_and_what_was_typed_stays(client, people, station):
    sign_in(client, people.coordinator)
    typed = {"name": "Sớm", "begins": "04:00", "minutes": 30, "weekdays": [0, 1]}
    answer = client.post(reverse("loudspeaker:new_slot"), typed)
    text = answer.content.decode()
    assert "Khung “Sớm” chạm vào giờ nghỉ" in text
    assert 'value="Sớm"' in text
    assert client.post(reverse("loudspeaker:new_slot"), typed | {"begins": "05:30"}).status_code == 302


def test_a_month_says_why_each_thing_plays_when_it_does(client, people, station):
    slot = make_slot(people, station)
    make_column(people, station, slot)
    from_above(people, station)
    sign_in(client, people.member)
    text = page(client, "month")
    assert "Đúng ngày của kỳ, khung Buổi sáng." in text
    assert "Cấp trên gửi, xã chưa chọn nên chưa phát." in text
    assert "Chờ bản thu được duyệt" in text
    assert "Lịch phát tháng" in page(client, "month", thang="khong-phai-thang")


def test_a_day_is_downloaded_with_its_sounds_and_a_sheet(client, people, station):
    issue = make_column(people, station, make_slot(people, station)).issues.all()[1]
    choose_recording(people.member, issue, make_approved(people))
    sign_in(client, people.clerk)
    answer = client.get(reverse("loudspeaker:package", args=[issue.day.isoformat()]))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = archive.namelist()
        assert names == ["01-chuyen-doi-so-so-2.mp3", "lich-phat.pdf"]
        assert archive.read("lich-phat.pdf").startswith(b"%PDF")
        issue.refresh_from_db()
        with issue.recording.file.open("rb") as stored:
            assert archive.read(names[0]) == stored.read()
    assert client.get(reverse("loudspeaker:package", args=["mai"])).status_code == 404


def test_a_sound_is_given_out_only_while_it_is_on_the_air_and_approved(client, people, station):
    issue = make_column(people, station, make_slot(people, station)).issues.all()[1]
    recording = make_approved(people)
    address = reverse("loudspeaker_sound", args=[recording.sha256])
    assert client.get(address).status_code == 404
    choose_recording(people.member, issue, recording)
    answer = client.get(address, headers={"Range": "bytes=0-3"})
    assert (answer.status_code, len(answer.content)) == (206, 4)
    withdraw_recording(people.leader, recording, reason="Sai tên thôn")
    assert client.get(address).status_code == 404

    bulletin = from_above(people, station, 3)
    address = reverse("loudspeaker_sound", args=[bulletin.sha256])
    assert client.get(address).status_code == 404 or PlannedAiring.objects.filter(bulletin=bulletin).exists()
    cancel_bulletin(people.coordinator, bulletin, reason="Bão tan")
    assert client.get(address).status_code == 404


def test_who_is_on_duty_sees_the_emergency_form_and_others_do_not(client, people, station):
    put_on_duty(people, station, "member", "clerk")
    sign_in(client, people.member)
    assert "Gọi phát khẩn cấp</button>" in page(client, "call")
    answer = client.post(reverse("loudspeaker:call"), {"title": "Lũ quét"})
    assert "Hãy viết lời cần phát" in answer.content.decode()
    sign_in(client, people.coordinator)
    assert "Gọi phát khẩn cấp</button>" not in page(client, "call")
    assert client.post(reverse("loudspeaker:call"), {"title": "Lũ quét"}).status_code == 404


def test_the_key_of_a_device_is_shown_to_who_looks_after_it_only(client, people, station):
    from lienthong.channels.contrib.loudspeaker.keys import device_secret

    device = make_device(people, station)
    sign_in(client, people.coordinator)
    assert device_secret(device) in page(client, "device", device.pk)
    sign_in(client, people.member)
    assert device_secret(device) not in page(client, "device", device.pk)


def test_what_one_may_see_is_what_is_listed(people, station):
    other = cast()
    elsewhere = make_station(other)
    for where, who in ((station, people), (elsewhere, other)):
        make_column(who, where, make_slot(who, where))
        make_device(who, where)
        from_above(who, where)
        put_on_duty(who, where, "member")
    from lienthong.channels.contrib.loudspeaker import models

    kinds = (models.Station, models.ProgrammeSlot, models.ProgrammeColumn, models.Device, models.AirBulletin,
             models.DutyTurn, models.PlannedAiring)  # fmt: skip
    for role in ROLES:
        actor = getattr(people, role)
        for kind in kinds:
            listed = set(kind.objects.visible_to(actor))
            assert listed == {thing for thing in kind.objects.all() if abilities_for(actor, thing).see}, (role, kind)


def test_a_device_that_comes_late_hears_of_the_next_days(people, station):
    make_slot(people, station)
    make_device(people, station)
    days = {timezone.localtime(one.begins).date() for one in PlannedAiring.objects.all()}
    today = timezone.localdate()
    assert days - {today} == {today + timedelta(days=1), today + timedelta(days=2)}
