"""Posters and screens, as those who stand before them see them."""

import io
from datetime import timedelta

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.channels.contrib.noticeboard.models import Poster
from lienthong.channels.core.service import Delivery, withdraw_delivery
from lienthong.channels.core.tests.factories import let_time_pass, make_message, make_outlet, order, send_all
from lienthong.organisations.tests.factories import cast
from lienthong.portal.service import full_address
from lienthong.portal.tests.factories import make_column, make_portal, make_released

pytestmark = pytest.mark.django_db
OPTIONS = {"name": "UBND xã Minh Hòa", "days": 14}
S = Delivery.State


@pytest.fixture
def people(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return cast()


@pytest.fixture
def outlet(people):
    return make_outlet(people, "noticeboard", options=OPTIONS)


def words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    return document[0].get_textpage().get_text_range()


def test_a_poster_bears_the_words_and_the_code(client, people, outlet):
    delivery = order(people, outlet, make_message(link="https://minhhoa.example/lich/", summary="Sáng thứ Bảy"))
    send_all(delivery)
    assert delivery.state == S.DELIVERED
    answer = client.get(reverse("noticeboard_poster", args=[delivery.reference]))
    printed = " ".join(words(answer.getvalue()).split())
    for said in ("UBND XÃ MINH HÒA", "Hướng dẫn dùng dịch vụ công", "Sáng thứ Bảy", "Quét mã để xem thêm"):
        assert said in printed


def test_without_a_link_and_a_portal_there_is_no_code(client, people, outlet):
    delivery = order(people, outlet)
    send_all(delivery)
    answer = client.get(reverse("noticeboard_poster", args=[delivery.reference]))
    assert "Quét mã" not in words(answer.getvalue())


def test_the_code_leads_to_the_article_or_else_to_the_portal(client, people, outlet):
    make_portal(people)
    released = make_released(people, make_column(people))
    thing = released.thing.partition(":")[2]
    for n, (said, address) in enumerate((({"thing": thing}, full_address(released)), ({}, "http://minhhoa.example/"))):
        delivery = order(people, outlet, make_message(extra=said), subject=f"v:{n}")
        send_all(delivery)
        answer = client.get(reverse("noticeboard_poster", args=[delivery.reference]))
        assert address in "".join(words(answer.getvalue()).split())


def test_a_killed_worker_leaves_one_poster(people, outlet):
    delivery = order(people, outlet)
    send_all(delivery)
    Delivery.objects.update(state=S.SENDING, job_state="waiting")
    let_time_pass(delivery)
    send_all(delivery)
    assert (delivery.state, Poster.objects.count()) == (S.DELIVERED, 1)


def test_the_screen_shows_what_is_out_and_not_too_old(client, people, outlet):
    new = order(people, outlet, make_message("Tin mới"), subject="v:1")
    old = order(people, outlet, make_message("Tin cũ"), subject="v:2")
    send_all(new, old)
    Delivery.objects.filter(pk=old.pk).update(delivered_at=timezone.now() - timedelta(days=15))
    page = client.get(reverse("noticeboard_screen", args=[outlet.pk])).content.decode()
    assert "Tin mới" in page
    assert "Tin cũ" not in page


def test_what_was_withdrawn_hangs_no_more(client, people, outlet):
    delivery = order(people, outlet, make_message("Tin sai"))
    send_all(delivery)
    withdraw_delivery(people.leader, delivery, reason="Sai giờ")
    send_all(delivery)
    assert delivery.state == S.WITHDRAWN
    assert "Tin sai" not in client.get(reverse("noticeboard_screen", args=[outlet.pk])).content.decode()
    assert client.get(reverse("noticeboard_poster", args=[delivery.reference])).status_code == 404
    assert Poster.objects.count() == 0


def test_a_screen_that_is_not_turned_on_is_not_there(client, people):
    off = make_outlet(people, "noticeboard", on=False, options=OPTIONS)
    assert client.get(reverse("noticeboard_screen", args=[off.pk])).status_code == 404
