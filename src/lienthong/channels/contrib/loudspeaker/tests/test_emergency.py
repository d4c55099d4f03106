"""An emergency on a given clock: one on duty calls, another may stop it, two silent minutes let it through."""

from datetime import datetime, timedelta
from unittest import mock

import pytest
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.actions.advance_emergency import advance_emergency
from lienthong.channels.contrib.loudspeaker.actions.agree_emergency import agree_emergency
from lienthong.channels.contrib.loudspeaker.actions.call_emergency import call_emergency
from lienthong.channels.contrib.loudspeaker.actions.review_emergency import review_emergency
from lienthong.channels.contrib.loudspeaker.actions.stop_emergency import stop_emergency
from lienthong.channels.contrib.loudspeaker.emergency import Standing, due_step, says_drill, spoken_text
from lienthong.channels.contrib.loudspeaker.models import PlannedAiring
from lienthong.channels.contrib.loudspeaker.sending import send_alarm
from lienthong.channels.contrib.loudspeaker.tests.broker import twin_broker
from lienthong.channels.contrib.loudspeaker.tests.factories import (
    make_approved,
    make_device,
    make_station,
    put_on_duty,
)
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import Notice, WorkItem
from lienthong.organisations.tests.factories import cast
from lienthong.speech.service import approve_recording
from lienthong.speech.tests.factories import make_recording

START = datetime(2026, 11, 26, 2, 0, tzinfo=timezone.get_default_timezone())
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("standing", "after", "step"),
    [
        (Standing("called", START), 2 * MINUTE - timedelta(seconds=1), None),
        (Standing("called", START), 2 * MINUTE, "let_through"),
        (Standing("playing", START, 30, START), timedelta(seconds=29), None),
        (Standing("playing", START, 30, START), timedelta(seconds=30), "finish"),
        (Standing("playing", START, None, START), 60 * MINUTE, None),
        (Standing("stopped", START), 60 * MINUTE, None),
        (Standing("ended", START, 30, START), 60 * MINUTE, None),
    ],
)
def test_what_time_does(standing, after, step):
    assert due_step(standing, START + after) == step


def test_a_drill_says_before_and_after_that_it_is_one():
    said = spoken_text("Nước lũ đang lên.", drill=True)
    assert said.startswith("Đây là nội dung diễn tập.")
    assert said.splitlines()[-1].startswith("Hết nội dung diễn tập")
    assert says_drill(said)
    assert spoken_text("Nước lũ đang lên.", drill=False) == "Nước lũ đang lên."


@pytest.fixture
def people(db):
    return cast()


@pytest.fixture
def station(people):
    station = make_station(people)
    put_on_duty(people, station, "member", "clerk")
    make_device(people, station)
    return station


def called(people, station, **values):
    recording = make_approved(people)
    return call_emergency(people.member, station, title="Lũ quét", recording=recording, **values)


def minutes_later(emergency, minutes: float) -> datetime:
    return emergency.called_at + minutes * MINUTE


@pytest.mark.django_db
def test_only_who_is_on_duty_today_calls(people, station):
    for who in (people.coordinator, people.leader, people.reader):
        with pytest.raises(NotAllowed, match="danh sách trực"):
            call_emergency(who, station, title="Lũ quét", recording=make_approved(people))
    with pytest.raises(Refused, match="Hãy viết lời"):
        call_emergency(people.member, station, title="Lũ quét")
    with pytest.raises(Refused, match="không nói là diễn tập"):
        called(people, station, drill=True)
    with mock.patch.object(timezone, "localdate", return_value=timezone.localdate() + timedelta(days=30)), \
            pytest.raises(NotAllowed):  # fmt: skip
        called(people, station)


@pytest.mark.django_db
def test_the_second_person_is_called_at_once_and_agrees(people, station):
    emergency = called(people, station)
    item = WorkItem.objects.open().get(subject=f"loudspeaker.emergency:{emergency.pk}")
    assert (item.position, item.urgent) == (people.clerk.position, True)
    assert Notice.objects.get(position=people.clerk.position).urgent
    with pytest.raises(NotAllowed, match="người khác với người gọi"):
        agree_emergency(people.member, emergency)
    with pytest.raises(NotAllowed):
        agree_emergency(people.coordinator, emergency)
    emergency = agree_emergency(people.clerk, emergency)
    airing = PlannedAiring.objects.get(emergency=emergency)
    assert (emergency.state, airing.sha256, airing.expected) == ("playing", emergency.recording.sha256, 1)
    item.refresh_from_db()
    assert item.closed_at is not None


@pytest.mark.django_db
def test_the_second_person_stops_it_before_anything_is_heard(people, station):
    emergency = called(people, station)
    with pytest.raises(Refused, match="lý do"):
        stop_emergency(people.clerk, emergency, reason="")
    emergency = stop_emergency(people.clerk, emergency, reason="Nhầm thôn")
    assert emergency.state == "stopped"
    assert not PlannedAiring.objects.filter(emergency=emergency).exists()
    assert advance_emergency(emergency, minutes_later(emergency, 10)).state == "stopped"


@pytest.mark.django_db
def test_it_is_stopped_while_it_plays(people, station, settings):
    emergency = agree_emergency(people.clerk, called(people, station))
    with twin_broker() as address:
        settings.LIENTHONG_MQTT = address
        assert send_alarm(emergency) == 1
        emergency = stop_emergency(people.leader, emergency, reason="Tin đã cũ")
        assert send_alarm(emergency) == 1
        from lienthong.channels.contrib.loudspeaker.client import Broker

        kept = Broker(address).retained("lienthong/v1/+/khu/+/khan", marker="lienthong/v1/x")
        (message,) = kept.values()
        assert b'\\"stop\\": true' in message


@pytest.mark.django_db
def test_unanswered_for_two_minutes_it_plays_in_the_callers_name_and_is_reviewed(people, station):
    emergency = called(people, station)
    assert advance_emergency(emergency, minutes_later(emergency, 1.9)).state == "called"
    emergency = advance_emergency(emergency, minutes_later(emergency, 2))
    assert (emergency.state, emergency.second) == ("playing", None)
    assert PlannedAiring.objects.get(emergency=emergency).sha256 == emergency.recording.sha256
    told = Notice.objects.get(position=people.leader.position)
    assert told.urgent
    assert str(people.member.position) in told.text
    again = advance_emergency(emergency, minutes_later(emergency, 2))
    assert (again.state, Notice.objects.filter(position=people.leader.position).count()) == ("playing", 1)

    emergency = advance_emergency(emergency, minutes_later(emergency, 3))
    assert emergency.state == "ended"
    item = WorkItem.objects.open().get(subject=f"loudspeaker.emergency:{emergency.pk}", kind="check")
    assert item.position == people.leader.position
    assert item.due == timezone.localdate(emergency.called_at) + timedelta(days=1)
    with pytest.raises(NotAllowed):
        review_emergency(people.clerk, emergency, review="Đúng")
    with pytest.raises(Refused, match="kết luận"):
        review_emergency(people.leader, emergency, review=" ")
    assert review_emergency(people.leader, emergency, review="Gọi đúng, người trực hai vắng.").state == "reviewed"
    assert not WorkItem.objects.open().exists()


@pytest.mark.django_db
def test_a_stop_that_comes_with_the_second_minute_wins_or_loses_but_never_both(people, station):
    emergency = called(people, station)
    let = advance_emergency(emergency, minutes_later(emergency, 2))
    with pytest.raises(Refused, match="Bước này không còn làm được"):
        agree_emergency(people.clerk, emergency)
    assert stop_emergency(people.clerk, let, reason="Nhầm").state == "stopped"


@pytest.mark.django_db
def test_without_another_person_nobody_can_call(people, station):
    station.duty.exclude(position=people.member.position).delete()
    assert WorkItem.objects.count() == 0
    emergency = called(people, station)
    assert {item.position for item in WorkItem.objects.filter(urgent=True)} == {people.leader.position}
    emergency.delete()
    people.leader.own_position.valid_to = timezone.localdate() - timedelta(days=1)
    people.leader.own_position.save()
    with pytest.raises(Refused, match="không có người thứ hai"):
        called(people, station)


@pytest.mark.django_db
def test_a_drill_with_a_recording_that_says_so(people, station):
    text = spoken_text("Nước lũ đang lên.", drill=True)
    recording = approve_recording(people.unit_head, make_recording(people, text))
    emergency = call_emergency(people.member, station, title="Thử", recording=recording, drill=True)
    assert WorkItem.objects.open().get(position=people.clerk.position).title.endswith("[Diễn tập] Thử")
    assert emergency.drill
