"""A bulletin that turns out to be wrong: what is still to play of it does not, and the correction is heard first."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.actions.choose_recording import choose_recording
from lienthong.channels.contrib.loudspeaker.hearing import take_in
from lienthong.channels.contrib.loudspeaker.keys import device_secret, sealed
from lienthong.channels.contrib.loudspeaker.models import AirBulletin, ColumnIssue, PlannedAiring
from lienthong.channels.contrib.loudspeaker.scheduling import renew
from lienthong.channels.contrib.loudspeaker.tests.factories import (
    make_approved,
    make_column,
    make_device,
    make_slot,
    make_station,
)
from lienthong.channels.core.service import Delivery, deliver, deliveries_of, message_of
from lienthong.channels.core.tests.factories import let_time_pass, make_outlet, send_all
from lienthong.core.keys import key_of
from lienthong.core.refusals import Refused
from lienthong.newsroom.service import begin_correction, submit_product, write_version
from lienthong.newsroom.tests.factories import NOTE, WORDS, make_scheduled, sound_of
from lienthong.organisations.tests.factories import cast
from lienthong.speech.service import Recording
from lienthong.speech.tests.factories import make_sound_file

pytestmark = pytest.mark.django_db
S = Delivery.State


@pytest.fixture
def people(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return cast()


@pytest.fixture
def station(people):
    found = make_station(people)
    make_slot(people, found)
    return found


@pytest.fixture
def outlet(people):
    return make_outlet(people, "loudspeaker", options={"priority": 1, "days": 3})


def sent(product):
    deliveries = list(deliveries_of(key_of(product)).order_by("pk"))
    for delivery in deliveries:
        let_time_pass(delivery)
    send_all(*deliveries)
    product.refresh_from_db()
    return deliveries


def aired(people, station, device, delivery):
    """A device reports that it played the bulletin of ``delivery``."""
    airing = PlannedAiring.objects.get(bulletin__reference=delivery.reference)
    # As if it had stood in the programme of this hour.
    PlannedAiring.objects.filter(pk=airing.pk).update(begins=timezone.now(), play="vua-phat")
    line = {
        "play": "vua-phat", "begun": timezone.now().isoformat(), "seconds": airing.seconds, "sha256": airing.sha256,
    }  # fmt: skip
    topic = topics.log(device)
    take_in(station, {topic: sealed(device_secret(device), topic, json.dumps({"plays": [line]}))})


@pytest.fixture
def product(people, station, outlet):
    """Played once."""
    device = make_device(people, station)
    made = make_scheduled(people, kind="bulletin", outlets=[outlet], files=[sound_of(people, make_sound_file())])
    aired(people, station, device, sent(made)[0])
    assert sent(made)[0].state == S.DELIVERED
    return made


def test_a_rerun_that_stands_in_the_programme_is_not_played(people, station, outlet, product):
    (first,) = deliveries_of(key_of(product))
    message = message_of(first)
    for run in (1, 2):
        deliver(people.coordinator, outlet, first.subject, message, timezone.now(), product=first.product, run=run)
    Delivery.objects.filter(run=2).update(next_try_at=timezone.now() + timedelta(days=1))
    send_all()
    rerun = Delivery.objects.get(run=1)
    bulletin = AirBulletin.objects.get(reference=rerun.reference)
    assert rerun.state == S.MODERATION
    assert PlannedAiring.objects.filter(bulletin=bulletin, begins__gt=timezone.now()).exists()
    begin_correction(people.leader, product, reason="Sai ngày.")
    assert [one.state for one in sent(product)] == [S.DELIVERED, S.WITHDRAWN, S.CANCELLED]
    bulletin.refresh_from_db()
    assert bulletin.state == AirBulletin.State.CANCELLED
    renew(station)
    assert not PlannedAiring.objects.filter(bulletin=bulletin, begins__gt=timezone.now()).exists()


def test_a_column_does_not_play_the_same_recording_once_more(people, station, product):
    recording = make_approved(people)
    sound = product.released.files[0]
    Recording.objects.filter(pk=recording.pk).update(sha256=sound.sha256)
    recording.refresh_from_db()
    column = make_column(people, station, *station.slots.all(), reruns=2)
    issue = ColumnIssue.objects.filter(column=column).order_by("day").first()
    choose_recording(people.coordinator, issue, recording)
    coming = PlannedAiring.objects.filter(issue__column=column, sha256=sound.sha256, begins__gt=timezone.now())
    assert coming.exists()
    begin_correction(people.leader, product, reason="Sai ngày.")
    renew(station)
    assert not coming.exists()


def test_the_correction_needs_a_sound_of_its_own(people, product):
    begun = begin_correction(people.leader, product, reason="Sai ngày.")
    same = {"title": product.title, "body": WORDS, "correction": NOTE, "files": product.released.files}
    begun = write_version(people.member, begun, seen=1, **same)
    with pytest.raises(Refused, match="Tiếng này là của bản trước"):
        submit_product(people.member, begun)
    other = sound_of(people, make_sound_file(2))
    begun = write_version(people.member, begun, seen=2, **(same | {"files": [other]}))
    submit_product(people.member, begun)
