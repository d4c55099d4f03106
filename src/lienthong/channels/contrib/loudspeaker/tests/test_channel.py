"""As a channel: one bulletin for each reference, a receipt from the air log, and nothing after it was withdrawn."""

import hashlib
import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.hearing import take_in
from lienthong.channels.contrib.loudspeaker.keys import device_secret, sealed
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, PlannedAiring
from lienthong.channels.contrib.loudspeaker.tests.factories import make_device, make_slot, make_station
from lienthong.channels.core.service import Attachment, Delivery, channel_of, withdraw_delivery
from lienthong.channels.core.tests.factories import let_time_pass, make_message, make_outlet, order, send_all
from lienthong.organisations.tests.factories import cast
from lienthong.speech.tests.factories import make_sound_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


@pytest.fixture
def outlet(people):
    return make_outlet(people, "loudspeaker", options={"priority": 1, "days": 3})


def message(data: bytes | None = None):
    data = make_sound_file() if data is None else data
    sha256 = hashlib.sha256(data).hexdigest()
    name = f"test/{sha256}.mp3"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))
    return make_message(files=(Attachment(name, sha256, "tin.mp3", "audio/mpeg"),))


def test_a_delivery_becomes_one_bulletin_however_often_it_is_published(people, outlet):
    station = make_station(people)
    make_slot(people, station)
    delivery = order(people, outlet, message())
    send_all(delivery)
    assert delivery.state == Delivery.State.MODERATION
    bulletin = AirBulletin.objects.get()
    assert bulletin.reference == delivery.reference
    assert PlannedAiring.objects.filter(bulletin=bulletin, sha256=bulletin.sha256).count() == 1
    channel = channel_of(outlet)
    from dataclasses import replace

    channel.publish(replace(message(), reference=delivery.reference))
    assert AirBulletin.objects.count() == 1


def test_its_receipt_comes_from_the_air_log(people, outlet):
    station = make_station(people)
    make_slot(people, station)
    device = make_device(people, station)
    delivery = order(people, outlet, message())
    send_all(delivery)
    airing = PlannedAiring.objects.get(bulletin__reference=delivery.reference)
    PlannedAiring.objects.filter(pk=airing.pk).update(begins=timezone.now())
    line = {
        "play": airing.play, "begun": timezone.now().isoformat(), "seconds": airing.seconds, "sha256": airing.sha256,
    }  # fmt: skip
    topic = topics.log(device)
    take_in(station, {topic: sealed(device_secret(device), topic, json.dumps({"plays": [line]}))})
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == Delivery.State.DELIVERED
    assert delivery.counts == {"expected": 1, "played": 1}


def test_withdrawn_it_leaves_the_schedule(people, outlet):
    station = make_station(people)
    make_slot(people, station)
    delivery = order(people, outlet, message())
    send_all(delivery)
    withdraw_delivery(people.coordinator, delivery, reason="Sai giờ")
    let_time_pass(delivery)
    send_all(delivery)
    assert AirBulletin.objects.get().state == AirBulletin.State.CANCELLED
    assert not PlannedAiring.objects.filter(bulletin__isnull=False).exists()


def test_without_station_or_sound_it_says_why(people, outlet):
    delivery = order(people, outlet, message())
    send_all(delivery)
    assert delivery.state == Delivery.State.REFUSED
    assert "chưa mở đài" in delivery.note + delivery.last_error
    make_station(people)
    broken = order(people, outlet, message(b"khong phai tieng"), subject="test.version:2")
    send_all(broken)
    assert broken.state == Delivery.State.REFUSED
