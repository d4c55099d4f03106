"""Articles and broadcasts against the twin of Zalo's interface, over a real connection."""

import hashlib
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from lienthong.channels.contrib.zalo.broadcasting import order_broadcast
from lienthong.channels.contrib.zalo.twin import ZaloTwin
from lienthong.channels.core.service import Delivery, preview_of, withdraw_delivery
from lienthong.channels.core.tests.factories import (
    let_time_pass,
    long_after,
    make_message,
    make_outlet,
    make_picture,
    order,
    send_all,
)
from lienthong.channels.core.twins import serving
from lienthong.core.refusals import Refused
from lienthong.organisations.tests.factories import cast, sign_in

pytestmark = pytest.mark.django_db
S = Delivery.State
OPTIONS = {"author": "UBND xã Minh Hòa", "app_id": "1"}
SECRETS = {"app_secret": "s", "refresh_token": "r-0"}


@pytest.fixture
def twin(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    made = ZaloTwin()
    with serving(made) as addresses:
        settings.LIENTHONG_TWINS = addresses
        yield made


@pytest.fixture
def people(twin):
    return cast()


@pytest.fixture
def outlet(people):
    return make_outlet(people, "zalo", options=OPTIONS, secrets=SECRETS)


def article(title="Lịch hỗ trợ dịch vụ công", **values):
    return make_message(title, files=(make_picture(),), summary="Sáng thứ Bảy, tại nhà văn hóa thôn 1.", **values)


def test_an_article_goes_out_once_with_cover_and_link(twin, people, outlet):
    delivery = order(people, outlet, article())
    send_all(delivery)
    assert (delivery.state, delivery.item, delivery.counts) == (S.DELIVERED, "bai-1", {"views": 0})
    made = twin.articles["bai-1"]
    assert delivery.url == made["link_view"]
    assert made["comment"] == "hide"
    assert delivery.reference in made["body"][-1]["content"]
    assert made["cover"]["photo_url"].endswith(f"/tep-kenh/{delivery.reference}/1.jpg")


def test_the_cover_is_there_for_zalo_once_the_article_is_on_its_way(client, people, outlet):
    delivery = order(people, outlet, article(), due_at=timezone.now() + timedelta(days=1))
    address = reverse("channel_jpeg", args=[delivery.reference, 1])
    assert client.get(address).status_code == 404
    Delivery.objects.update(state=S.SENDING)
    answer = client.get(address)
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (64, 36))
    whole = client.get(reverse("channel_file", args=[delivery.reference, 1]))
    assert hashlib.sha256(whole.content).hexdigest() == delivery.payload["files"][0]["sha256"]
    assert client.get(reverse("channel_file", args=[delivery.reference, 2])).status_code == 404
    Delivery.objects.update(state=S.WITHDRAWN)
    assert client.get(address).status_code == 404


def test_an_answer_that_was_lost_makes_no_second_article(twin, people, outlet):
    twin.loses = 1
    delivery = order(people, outlet, article())
    send_all(delivery)
    assert (delivery.state, len(twin.articles)) == (S.SENDING, 1)
    long_after(delivery)
    send_all(delivery)
    assert (delivery.state, len(twin.articles)) == (S.DELIVERED, 1)


def test_what_did_not_arrive_is_sent_again(twin, people, outlet):
    delivery = order(people, outlet, article())
    Delivery.objects.update(state=S.SENDING, tries=1)
    long_after(delivery)
    send_all(delivery)
    assert (delivery.state, delivery.tries, len(twin.articles)) == (S.DELIVERED, 2, 1)


def test_an_article_that_zalo_still_works_on_is_asked_about(twin, people, outlet):
    twin.slow = 1
    delivery = order(people, outlet, article())
    send_all(delivery)
    assert (delivery.state, delivery.item) == (S.MODERATION, "token:tam-1")
    let_time_pass(delivery)
    send_all(delivery)
    assert (delivery.state, delivery.item) == (S.DELIVERED, "bai-1")


def test_keys_turn_over_and_are_kept(twin, people, outlet):
    first = order(people, outlet, article(), subject="v:1")
    send_all(first)
    kept = outlet.sealed
    twin.end_access()
    second = order(people, outlet, article(), subject="v:2")
    send_all(second)
    outlet.refresh_from_db()
    assert (second.state, len(twin.articles)) == (S.DELIVERED, 2)
    assert outlet.sealed != kept
    assert outlet.secrets_expire_at - timezone.now() > timedelta(days=80)
    assert "r-0" not in outlet.sealed


def test_a_key_that_was_used_elsewhere_is_said(twin, people, outlet):
    twin._refresh = "đã đổi ở nơi khác"
    delivery = order(people, outlet, article())
    send_all(delivery)
    assert (delivery.state, twin.articles) == (S.REFUSED, {})
    assert "cấp quyền lại" in delivery.note


def test_too_many_calls_wait(twin, people, outlet):
    twin.busy = 1
    delivery = order(people, outlet, article())
    send_all(delivery)
    outlet.refresh_from_db()
    assert (delivery.state, twin.articles) == (S.WAITING, {})
    assert outlet.paused_until > timezone.now() + timedelta(minutes=4)


def test_without_a_cover_it_is_refused_while_writing(people, outlet):
    with pytest.raises(Refused, match="ảnh kèm theo"):
        order(people, outlet, make_message())


def test_withdrawing_takes_the_article_down_even_twice(twin, people, outlet):
    delivery = order(people, outlet, article())
    send_all(delivery)
    withdraw_delivery(people.leader, delivery, reason="Sai giờ")
    twin.articles.clear()
    send_all(delivery)
    assert delivery.state == S.WITHDRAWN


def test_the_preview_is_the_article(people, outlet):
    shown = preview_of(outlet, article()).context["article"]
    assert shown["author"] == "UBND xã Minh Hòa"
    assert shown["body"][0]["content"].startswith("<p>")


class TestBroadcast:
    @pytest.fixture
    def place(self, people):
        return make_outlet(people, "zalo-broadcast", name="Tin tới người quan tâm")

    @pytest.fixture
    def articles(self, people, outlet):
        ordered = [order(people, outlet, article(f"Bài {n}"), subject=f"v:{n}") for n in range(6)]
        send_all(*ordered)
        return ordered

    def test_five_at_most_and_a_person_says_how_it_ended(self, client, twin, people, place, articles):
        sign_in(client, people.coordinator)
        page = reverse("zalo:broadcast")
        chosen = [one.pk for one in articles]
        assert "từ 1 đến 5" in client.post(page, {"outlet": place.pk, "articles": chosen}).content.decode()
        client.post(page, {"outlet": place.pk, "articles": chosen[:5]})
        delivery = Delivery.objects.get(outlet=place)
        send_all(delivery)
        assert delivery.state == S.MODERATION
        assert twin.broadcasts == [[one.item for one in articles[:5]]]
        long_after(delivery)
        send_all(delivery)
        assert (delivery.state, len(twin.broadcasts)) == (S.UNKNOWN, 1)

    def test_the_same_choice_is_sent_once(self, twin, people, place, articles):
        for _time in range(2):
            order_broadcast(people.leader, place, articles[:2], timezone.now())
        send_all()
        assert len(twin.broadcasts) == 1

    def test_a_killed_worker_never_sends_twice(self, twin, people, place, articles):
        delivery = order_broadcast(people.leader, place, articles[:1], timezone.now())
        Delivery.objects.filter(pk=delivery.pk).update(state=S.SENDING, tries=1)
        send_all(delivery)
        assert (delivery.state, twin.broadcasts) == (S.UNKNOWN, [])

    def test_articles_of_two_accounts_are_not_sent_together(self, twin, people, place, articles):
        other = make_outlet(people, "zalo", name="Tài khoản khác", options=OPTIONS, secrets=SECRETS)
        Delivery.objects.filter(pk=articles[1].pk).update(outlet=other)
        delivery = order_broadcast(people.leader, place, articles[:2], timezone.now())
        send_all(delivery)
        assert (delivery.state, twin.broadcasts) == (S.REFUSED, [])

    def test_only_who_publishes_finds_the_page(self, client, people):
        for actor, status in ((people.coordinator, 200), (people.administrator, 404), (people.supervisor, 404)):
            assert sign_in(client, actor).get(reverse("zalo:broadcast")).status_code == status
