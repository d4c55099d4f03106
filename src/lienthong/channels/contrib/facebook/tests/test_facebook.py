"""Posts, pictures and videos against the twin of Facebook's interface, over a real connection."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.channels.contrib.facebook.twin import FacebookTwin
from lienthong.channels.core.service import Delivery, preview_of, withdraw_delivery
from lienthong.channels.core.tests.factories import (
    attach,
    let_time_pass,
    long_after,
    make_message,
    make_outlet,
    make_picture,
    order,
    send_all,
)
from lienthong.channels.core.twins import serving
from lienthong.organisations.tests.factories import cast

pytestmark = pytest.mark.django_db
S = Delivery.State


@pytest.fixture
def twin(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    made = FacebookTwin()
    with serving(made) as addresses:
        settings.LIENTHONG_TWINS = addresses
        yield made


@pytest.fixture
def people(twin):
    return cast()


@pytest.fixture
def outlet(people):
    return make_outlet(
        people,
        "facebook",
        options={"page": FacebookTwin.PAGE},
        secrets={"token": FacebookTwin.TOKEN, "app_secret": "x"},
    )


def film() -> bytes:
    return bytes(range(256)) * 10_000


def test_a_post_with_a_link(twin, people, outlet):
    delivery = order(people, outlet, make_message(link="https://minhhoa.example/bai/"))
    send_all(delivery)
    (post,) = twin.posts.values()
    assert (delivery.state, delivery.item, delivery.counts) == (S.DELIVERED, post["id"], {"shares": 2})
    assert post["link"] == "https://minhhoa.example/bai/"
    assert delivery.reference in post["message"]


def test_pictures_are_attached_as_jpeg(twin, people, outlet):
    files = (make_picture("navy"), make_picture("teal"))
    delivery = order(people, outlet, make_message(files=files))
    send_all(delivery)
    (post,) = twin.posts.values()
    assert delivery.state == S.DELIVERED
    assert post["media"] == list(twin.photos)


def test_a_lost_answer_makes_no_second_post(twin, people, outlet):
    twin.loses = 1
    delivery = order(people, outlet)
    send_all(delivery)
    assert (delivery.state, len(twin.posts)) == (S.SENDING, 1)
    long_after(delivery)
    send_all(delivery)
    assert (delivery.state, len(twin.posts)) == (S.DELIVERED, 1)


def test_a_post_is_kept_by_facebook_until_its_time(twin, people, outlet):
    delivery = order(people, outlet, make_message(starts_at=timezone.now() + timedelta(hours=3)))
    send_all(delivery)
    (post,) = twin.posts.values()
    assert (delivery.state, post["is_published"]) == (S.MODERATION, False)
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.MODERATION
    post["is_published"] = True
    let_time_pass(delivery)
    send_all(delivery)
    assert (delivery.state, len(twin.posts)) == (S.DELIVERED, 1)


def test_a_lost_answer_to_a_scheduled_post_is_found_too(twin, people, outlet):
    twin.loses = 1
    delivery = order(people, outlet, make_message(starts_at=timezone.now() + timedelta(days=2)))
    send_all(delivery)
    long_after(delivery)
    send_all(delivery)
    assert (delivery.state, len(twin.posts)) == (S.MODERATION, 1)


@pytest.mark.parametrize(("ahead", "state"), [(timedelta(minutes=5), S.DELIVERED), (timedelta(days=200), S.REFUSED)])
def test_the_window_of_scheduled_posts(twin, people, outlet, ahead, state):
    delivery = order(people, outlet, make_message(starts_at=timezone.now() + ahead))
    send_all(delivery)
    assert delivery.state == state


def test_a_video_goes_part_by_part_and_is_processed(twin, people, outlet):
    video = attach("phim.mp4", film(), "video/mp4")
    delivery = order(people, outlet, make_message(files=(video,)))
    send_all(delivery)
    (made,) = twin.videos.values()
    assert (delivery.state, made["data"] == film()) == (S.MODERATION, True)
    made["video_status"] = "ready"
    let_time_pass(delivery)
    send_all(delivery)
    assert delivery.state == S.DELIVERED


def test_a_video_that_broke_off_is_no_video(twin, people, outlet):
    twin.breaks = 1
    delivery = order(people, outlet, make_message(files=(attach("phim.mp4", film(), "video/mp4"),)))
    send_all(delivery)
    assert (delivery.state, twin.videos) == (S.WAITING, {})
    let_time_pass(delivery)
    send_all(delivery)
    assert (delivery.state, len(twin.videos)) == (S.MODERATION, 1)


def test_pictures_and_a_video_do_not_go_together(twin, people, outlet):
    files = (make_picture("navy"), attach("phim.mp4", film(), "video/mp4"))
    delivery = order(people, outlet, make_message(files=files))
    send_all(delivery)
    assert (delivery.state, twin.posts) == (S.REFUSED, {})


@pytest.mark.parametrize(
    ("error", "state", "said"),
    [
        ({"code": 190, "message": "expired"}, S.REFUSED, "cấp lại"),
        ({"code": 4, "message": "limit"}, S.WAITING, ""),
        ({"code": 2, "message": "down"}, S.WAITING, ""),
        ({"code": 368, "message": "blocked"}, S.REFUSED, "368"),
    ],
)
def test_errors_that_pass_and_errors_that_stay(twin, people, outlet, error, state, said):
    twin.fails = [error]
    delivery = order(people, outlet)
    send_all(delivery)
    assert (delivery.state, twin.posts) == (state, {})
    assert said in delivery.note


def test_withdrawing_takes_the_post_down_even_twice(twin, people, outlet):
    delivery = order(people, outlet)
    send_all(delivery)
    withdraw_delivery(people.leader, delivery, reason="Sai giờ")
    twin.posts.clear()
    send_all(delivery)
    assert delivery.state == S.WITHDRAWN


def test_the_preview_holds_every_word(people, outlet):
    words = preview_of(outlet, make_message(link="https://minhhoa.example/")).context["words"]
    assert words.splitlines()[0] == "Hướng dẫn dùng dịch vụ công"
    assert "https://minhhoa.example/" in words
