"""What goes out is signed, what comes back is sealed, and what devices say they played is the evidence."""

import base64
import json
import random
from datetime import date, datetime, timedelta
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.actions.choose_recording import choose_recording
from lienthong.channels.contrib.loudspeaker.actions.renew_key import renew_key
from lienthong.channels.contrib.loudspeaker.actions.retire_device import retire_device
from lienthong.channels.contrib.loudspeaker.counting import numbers_of
from lienthong.channels.contrib.loudspeaker.hearing import take_in
from lienthong.channels.contrib.loudspeaker.keys import device_secret, opened, public_key, sealed, signed
from lienthong.channels.contrib.loudspeaker.models import AirLogEntry, AreaSchedule, Device, PlannedAiring
from lienthong.channels.contrib.loudspeaker.scheduling import renew
from lienthong.channels.contrib.loudspeaker.simulator import Faults, SimulatedDevice, Written, some_faults
from lienthong.channels.contrib.loudspeaker.tasks import send_schedule
from lienthong.channels.contrib.loudspeaker.tests.broker import twin_broker
from lienthong.channels.contrib.loudspeaker.tests.factories import (
    make_approved,
    make_column,
    make_device,
    make_slot,
    make_station,
)
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.tests.factories import cast
from lienthong.plans.service import Evidence, Work
from lienthong.plans.tests.factories import make_accepted

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def people():
    return cast()


@pytest.fixture
def station(people):
    """A morning slot with a daily column since midnight; it is nine o'clock."""
    with mock.patch.object(timezone, "now", return_value=NOW - timedelta(hours=8)):
        station = make_station(people)
        column = make_column(people, station, make_slot(people, station), ends_on=date(2026, 12, 31))
        make_device(people, station)
        choose_recording(people.member, column.issues.first(), make_approved(people))
    return station


@pytest.fixture
def device(station):
    return station.devices.select_related("station").get()


def simulated(device, **faults) -> SimulatedDevice:
    schedule = topics.schedule(device.station, AreaSchedule.objects.get().area)
    root = f"{topics.ROOT}/{device.station.code}"
    written = Written(root, device.code, schedule, public_key(device.station), device_secret(device))
    return SimulatedDevice(written, Faults(**faults))


def told(device) -> tuple[str, bytes]:
    schedule = AreaSchedule.objects.get()
    topic = topics.schedule(device.station, schedule.area)
    return topic, signed(device.station, topic, schedule.body)


def lived(device, **faults) -> dict[str, bytes]:
    one = simulated(device, **faults)
    assert one.receive(*told(device), NOW - timedelta(hours=8))
    one.live(NOW - timedelta(hours=9), NOW)
    return dict(one.report(NOW))


def test_a_device_plays_its_schedule_and_its_log_counts(station, device):
    counted = take_in(station, lived(device), NOW)
    assert counted == {"nhip": 1, "nhan": 1, "nhat-ky": 1}
    device.refresh_from_db()
    assert device.seen_at == NOW
    assert device.schedule_hash == AreaSchedule.objects.get().sha256
    column = station.columns.get()
    numbers = numbers_of(column, NOW)
    assert (numbers.planned, numbers.approved, numbers.broadcast, numbers.received) == (36, 1, 1, 1)
    assert AirLogEntry.objects.filter(outcome="played").count() > 1, "music is logged, and counts for nothing"
    entry = AirLogEntry.objects.get(airing__issue__number=1)
    assert (entry.outcome, entry.seconds) == ("played", 300)
    assert take_in(station, lived(device), NOW)["nhat-ky"] == 1
    assert AirLogEntry.objects.filter(airing__issue__number=1).count() == 1


def test_the_air_log_closes_the_occurrence_of_an_issue_once(people):
    with mock.patch.object(timezone, "now", return_value=NOW - timedelta(hours=8)):
        share = make_accepted(people, frequency_printed="Mỗi tháng 01 số")
        station = make_station(people)
        column = make_column(people, station, make_slot(people, station), ends_on=date(2026, 12, 31), share=share)
        for code in ("loa-1", "loa-2"):
            make_device(people, station, code)
        issue = column.issues.first()
        choose_recording(people.member, issue, make_approved(people))
    assert issue.occurrence is not None
    first, second = station.devices.select_related("station")
    early = NOW.replace(hour=5, minute=32)
    take_in(station, lived(first, power_off=((early, early + timedelta(hours=1)),)), NOW)
    issue.occurrence.refresh_from_db()
    assert issue.occurrence.closed_on is None, "what broke off proves nothing"
    for _time in range(2):
        take_in(station, lived(second), NOW)
    issue.refresh_from_db()
    issue.occurrence.refresh_from_db()
    receipt = Evidence.objects.get()
    assert (receipt.kind, receipt.work) == (Evidence.Kind.RECEIPT, issue.work)
    assert receipt.sha256 == PlannedAiring.objects.filter(issue=issue, rerun=0).first().sha256
    assert (issue.occurrence.closed_on, issue.occurrence.closed_by) == (NOW.date(), issue.work)
    assert Work.objects.counted().count() == 1


def test_an_issue_beyond_the_promised_ones_counts_for_the_task_and_a_rerun_for_nothing(people):
    with mock.patch.object(timezone, "now", return_value=NOW - timedelta(hours=8)):
        share = make_accepted(people)
        station = make_station(people)
        column = make_column(people, station, make_slot(people, station), ends_on=date(2026, 12, 31), share=share)
        device = make_device(people, station)
        choose_recording(people.member, column.issues.first(), make_approved(people))
    PlannedAiring.objects.filter(issue__number=1).update(rerun=1)
    take_in(station, lived(device), NOW)
    assert not Work.objects.exists()
    AirLogEntry.objects.all().delete()
    PlannedAiring.objects.filter(issue__number=1).update(rerun=0)
    take_in(station, lived(device), NOW)
    assert [credit.share_id for credit in Work.objects.get().credits.all()] == [share.pk]


def test_without_power_or_network_less_is_heard(station, device):
    early = NOW.replace(hour=5, minute=32)
    take_in(station, lived(device, power_off=((early, early + timedelta(hours=1)),)), NOW)
    entry = AirLogEntry.objects.get(airing__issue__number=1)
    assert (entry.outcome, entry.seconds) == ("cut", 120)
    assert numbers_of(station.columns.get(), NOW).received == 0
    assert lived(device, network_off=((NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)),)) == {}


def test_a_clock_that_is_off_is_corrected(station, device):
    take_in(station, lived(device, offset=90), NOW)
    device.refresh_from_db()
    assert (device.clock_offset, device.seen_at) == (90, NOW)
    begins = PlannedAiring.objects.get(issue__number=1).begins
    assert AirLogEntry.objects.get(airing__issue__number=1).began_at == begins - timedelta(seconds=90)


def test_only_what_the_station_signed_for_this_area_is_taken(station, device):
    one = simulated(device)
    topic, message = told(device)
    changed = json.loads(message)
    changed["body"] = changed["body"].replace("300", "301")
    assert not one.receive(topic, json.dumps(changed).encode(), NOW)
    other = topics.schedule(device.station, "t0")
    assert not one.receive(topic, signed(device.station, other, AreaSchedule.objects.get().body), NOW)
    assert one.receive(topic, message, NOW)
    old = AreaSchedule.objects.get().body.replace('"version": ', '"version": -')
    assert not one.receive(topic, signed(device.station, topic, old), NOW)


def test_what_is_not_sealed_by_the_device_is_left_aside(people, station, device):
    topic = topics.heartbeat(device)
    body = json.dumps({"at": NOW.isoformat(), "offset": 0})
    forged = {topic: sealed(base64.b64encode(b"x" * 32).decode(), topic, body)}
    assert take_in(station, forged, NOW) == {"unreadable": 1}
    for wrong in (b"", b"[]", b"{}", b"\xff", b'{"body": 1, "hmac": 2}'):
        assert opened(device_secret(device), topic, wrong) is None
    for wrong in ("{", "[]", '{"at": "heute", "offset": 0}', '{"at": "2026-11-26T09:00", "offset": "x"}', "null"):
        assert take_in(station, {topic: sealed(device_secret(device), topic, wrong)}, NOW) == {"unreadable": 1}
    right = {topic: sealed(device_secret(device), topic, body)}
    renew_key(people.coordinator, device)
    assert take_in(station, right, NOW) == {"unreadable": 1}


def test_what_was_in_no_schedule_or_another_sound_is_no_evidence(station, device):
    topic = topics.log(device)
    airing = PlannedAiring.objects.get(issue__number=1)
    line = {"play": airing.play, "begun": airing.begins.isoformat(), "seconds": 300}

    def say(**changed):
        body = json.dumps({"plays": [line | changed]})
        return take_in(station, {topic: sealed(device_secret(device), topic, body)}, NOW)

    say(play="nothing")
    assert not AirLogEntry.objects.exists()
    say(sha256="0" * 64)
    assert AirLogEntry.objects.get().outcome == "missed"
    assert numbers_of(station.columns.get(), NOW).received == 0


def test_a_device_is_registered_once_and_taken_down(people, station, device):
    with pytest.raises(Refused, match="đã có"):
        make_device(people, station)
    with pytest.raises(NotAllowed):
        retire_device(people.member, device)
    with pytest.raises(Refused, match="xã khác"):
        make_device(people, station, "loa-9", hamlet=cast().hamlets[0])
    retire_device(people.leader, device)
    assert not Device.objects.all().in_use().exists()


def test_a_schedule_that_waits_is_sent_and_read_back(station, device, settings):
    with twin_broker() as address:
        settings.LIENTHONG_MQTT = address
        schedule = AreaSchedule.objects.get()
        send_schedule.call(schedule.pk)
        schedule.refresh_from_db()
        assert schedule.sent_at is not None
        assert schedule.job_state == "done"
        from lienthong.channels.contrib.loudspeaker.client import Broker

        kept = Broker(address).retained("lienthong/v1/+/khu/+/lich", marker="lienthong/v1/x")
        assert simulated(device).receive(*kept.popitem(), NOW)


def test_without_a_broker_nothing_is_sent_and_nothing_fails(station):
    from lienthong.channels.contrib.loudspeaker.hearing import collect

    assert collect(station) == {}
    with pytest.raises(CommandError, match="LIENTHONG_MQTT"):
        call_command("devices", "simulate")


def test_simulated_devices_live_and_report_through_a_broker(station, settings, capsys):
    renew(station)
    with twin_broker() as address:
        settings.LIENTHONG_MQTT = address
        call_command("devices", "simulate", "--count", "30")
    said = capsys.readouterr().out
    assert said.startswith("30 cụm loa: ")
    assert "0 tin không đọc được" in said
    assert Device.objects.filter(code__startswith="mo-phong-", seen_at__isnull=False).count() >= 20


def test_faults_are_the_same_for_the_same_seed():
    day = (NOW - timedelta(hours=9), NOW)
    many = [some_faults(random.Random(f"1-{number}"), *day) for number in range(1000)]
    assert many == [some_faults(random.Random(f"1-{number}"), *day) for number in range(1000)]
    assert 40 < sum(bool(one.power_off) for one in many) < 140
    assert 50 < sum(bool(one.network_off) for one in many) < 160
    assert 60 < sum(bool(one.offset) for one in many) < 190
