"""Films against the twin of YouTube's interface, over a real connection."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from lienthong.channels.contrib.youtube import channel
from lienthong.channels.contrib.youtube.client import until_new_quota
from lienthong.channels.contrib.youtube.models import Upload
from lienthong.channels.contrib.youtube.twin import YouTubeTwin
from lienthong.channels.core.service import Delivery, withdraw_delivery
from lienthong.channels.core.tests.factories import (
    attach,
    let_time_pass,
    long_after,
    make_message,
    make_outlet,
    order,
    send_all,
)
from lienthong.channels.core.twins import serving
from lienthong.core.refusals import Refused
from lienthong.organisations.tests.factories import cast

pytestmark = pytest.mark.django_db
S = Delivery.State
FILM = bytes(range(256)) * 4096


@pytest.fixture
def twin(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(channel, "PART", 256 * 1024)
    made = YouTubeTwin()
    with serving(made) as addresses:
        settings.LIENTHONG_TWINS = addresses
        yield made


@pytest.fixture
def people(twin):
    return cast()


@pytest.fixture
def outlet(people):
    return make_outlet(people, "youtube", options={"category": "25"}, secrets=YouTubeTwin.SECRETS)


def film(title="Dùng dịch vụ công trên điện thoại", **values):
    return make_message(title, files=(attach("phim.mp4", FILM, "video/mp4"),), **values)


def processed(twin):
    for one in twin.films.values():
        one["status"]["uploadStatus"] = "processed"


def test_a_film_goes_in_parts_and_is_out_when_processed(twin, people, outlet):
    delivery = order(people, outlet, film())
    send_all(delivery)
    (made,) = twin.films.values()
    assert (delivery.state, made["data"] == FILM, twin.parts) == (S.MODERATION, True, 4)
    assert Upload.objects.count() == 0
    processed(twin)
    let_time_pass(delivery)
    send_all(delivery)
    assert (delivery.state, delivery.counts) == (S.DELIVERED, {"views": 12})
    assert delivery.url.endswith(delivery.item)


def test_what_broke_off_goes_on_where_it_stood(twin, people, outlet):
    twin.breaks = 1
    delivery = order(people, outlet, film())
    send_all(delivery)
    assert (delivery.state, twin.films) == (S.WAITING, {})
    upload = Upload.objects.get()
    assert "googleapis" not in upload.sealed
    long_after(delivery)
    send_all(delivery)
    assert (delivery.state, len(twin.films), twin.quota) == (S.MODERATION, 1, 99)


def test_a_session_that_has_ended_begins_anew(twin, people, outlet):
    twin.breaks = 1
    delivery = order(people, outlet, film())
    send_all(delivery)
    twin.forget_sessions()
    long_after(delivery)
    send_all(delivery)
    assert (delivery.state, len(twin.films), twin.quota) == (S.MODERATION, 1, 98)


def test_a_lost_answer_makes_no_second_film(twin, people, outlet):
    twin.loses = 1
    delivery = order(people, outlet, film())
    send_all(delivery)
    assert (delivery.state, len(twin.films)) == (S.SENDING, 1)
    twin.forget_sessions()
    processed(twin)
    long_after(delivery)
    send_all(delivery)
    assert (delivery.state, len(twin.films)) == (S.DELIVERED, 1)


def test_no_quota_is_waited_for(twin, people, outlet):
    twin.quota = 0
    delivery = order(people, outlet, film())
    send_all(delivery)
    outlet.refresh_from_db()
    assert delivery.state == S.WAITING
    assert timedelta(0) < outlet.paused_until - timezone.now() <= timedelta(days=1)


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (datetime(2026, 7, 1, 6, 0, tzinfo=UTC), timedelta(hours=1)),
        (datetime(2026, 12, 1, 8, 0, tzinfo=UTC), timedelta(hours=24)),
    ],
)
def test_the_quota_begins_anew_at_pacific_midnight(now, left):
    assert until_new_quota(now) == left


def test_an_access_key_that_ended_is_exchanged(twin, people, outlet):
    first = order(people, outlet, film(), subject="v:1")
    send_all(first)
    twin.end_access()
    second = order(people, outlet, film("Phim thứ hai"), subject="v:2")
    send_all(second)
    assert (second.state, len(twin.films)) == (S.MODERATION, 2)


def test_a_film_that_is_kept_private_is_said(twin, people, outlet):
    twin.locks = True
    delivery = order(people, outlet, film())
    send_all(delivery)
    processed(twin)
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.REFUSED
    assert "riêng tư" in delivery.note


@pytest.mark.parametrize(("values", "said"), [({"text": "a < b"}, "“<”"), ({"text": "ắ" * 3000}, "5.000 byte")])
def test_words_that_youtube_does_not_take(twin, people, outlet, values, said):
    delivery = order(people, outlet, film(**values))
    send_all(delivery)
    assert (delivery.state, twin.quota) == (S.REFUSED, 100)
    assert said in delivery.note


def test_without_a_film_it_is_refused_while_writing(people, outlet):
    with pytest.raises(Refused, match="kèm theo"):
        order(people, outlet, make_message())


def test_withdrawing_takes_the_film_down_even_twice(twin, people, outlet):
    delivery = order(people, outlet, film())
    send_all(delivery)
    withdraw_delivery(people.leader, delivery, reason="Sai giờ")
    twin.films.clear()
    send_all(delivery)
    assert delivery.state == S.WITHDRAWN
