"""Feeds as a program reads them."""

import feedparser
import pytest
from django.urls import reverse

from lienthong.channels.core.service import Delivery, withdraw_delivery
from lienthong.channels.core.tests.factories import attach, make_message, make_outlet, order, send_all
from lienthong.organisations.tests.factories import cast

pytestmark = pytest.mark.django_db
OPTIONS = {"title": "Tin xã Minh Hòa", "about": "Tin tức & hướng dẫn của xã"}


@pytest.fixture
def people(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return cast()


@pytest.fixture
def outlet(people):
    return make_outlet(people, "feeds", options=OPTIONS)


def read(client, outlet, kind):
    answer = client.get(reverse("feeds_feed", args=[outlet.pk, kind]))
    assert answer.status_code == 200
    parsed = feedparser.parse(answer.content, response_headers={"content-type": answer["Content-Type"]})
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


@pytest.mark.parametrize("kind", ["rss", "atom", "podcast"])
def test_an_empty_feed_is_one(client, outlet, kind):
    parsed = read(client, outlet, kind)
    assert (parsed.feed.title, parsed.entries) == ("Tin xã Minh Hòa", [])


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_what_is_out_is_in_it_the_newest_first(client, people, outlet, kind):
    first = order(people, outlet, make_message("Tin <cũ> & sạch"), subject="v:1")
    second = order(people, outlet, make_message("Tin mới", link="https://minhhoa.example/tin-moi/"), subject="v:2")
    send_all(first)
    send_all(second)
    parsed = read(client, outlet, kind)
    assert {entry.title for entry in parsed.entries} == {"Tin mới", "Tin <cũ> & sạch"} or kind == "rss"
    assert [entry.id for entry in parsed.entries] == [f"urn:lienthong:{one.reference}" for one in (second, first)]
    assert parsed.entries[0].link == "https://minhhoa.example/tin-moi/"
    assert "nhà văn hóa thôn 1" in parsed.entries[1].summary


def test_scripts_do_not_get_in(client, people, outlet):
    send_all(order(people, outlet, make_message(html="<p>Lời</p><script>alert(1)</script>")))
    answer = client.get(reverse("feeds_feed", args=[outlet.pk, "rss"]))
    assert "alert" not in answer.content.decode()


def test_a_podcast_holds_what_has_a_sound(client, people, outlet):
    sound = attach("ban-tin.mp3", b"ID3" + b"\0" * 997, "audio/mpeg")
    heard = order(people, outlet, make_message("Bản tin", files=(sound,), extra={"seconds": 61}), subject="v:1")
    silent = order(people, outlet, subject="v:2")
    send_all(heard, silent)
    (entry,) = read(client, outlet, "podcast").entries
    (enclosure,) = entry.enclosures
    assert (enclosure.type, enclosure.length) == ("audio/mpeg", "1000")
    assert enclosure.href.endswith(f"/tep-kenh/{heard.reference}/1/")
    assert entry.itunes_duration == "61"
    path = reverse("channel_file", args=[heard.reference, 1])
    assert client.get(path).content[:3] == b"ID3"


def test_what_was_withdrawn_is_gone(client, people, outlet):
    delivery = order(people, outlet)
    send_all(delivery)
    withdraw_delivery(people.leader, delivery, reason="Sai giờ")
    send_all(delivery)
    assert delivery.state == Delivery.State.WITHDRAWN
    assert read(client, outlet, "rss").entries == []


def test_nothing_is_there_before_it_is_turned_on_or_of_another_channel(client, people):
    off = make_outlet(people, "feeds", on=False, options=OPTIONS)
    other = make_outlet(people, "demo", options={"port": 1, "behaviour": "takes"})
    for outlet, kind in ((off, "rss"), (other, "rss")):
        assert client.get(reverse("feeds_feed", args=[outlet.pk, kind])).status_code == 404


def test_an_unknown_kind_is_not_there(client, outlet):
    assert client.get(reverse("feeds_feed", args=[outlet.pk, "json"])).status_code == 404
