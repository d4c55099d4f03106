"""What is posted by hand: to the named person at its time, and back with something to show."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from lienthong.channels.contrib.by_hand.actions.confirm_removal import confirm_removal
from lienthong.channels.contrib.by_hand.actions.decline_handover import decline_handover
from lienthong.channels.contrib.by_hand.actions.report_handover import report_handover
from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.contrib.by_hand.tests.factories import make_handover
from lienthong.channels.core.service import Delivery, withdraw_delivery
from lienthong.channels.core.tests.factories import make_attachment, make_message, make_outlet, order, send_all
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor, abilities_for
from lienthong.organisations.tests.factories import Cast, cast, sign_in

pytestmark = pytest.mark.django_db
S = Delivery.State


@pytest.fixture
def people(settings, tmp_path) -> Cast:
    settings.MEDIA_ROOT = tmp_path
    return cast()


@pytest.fixture
def handover(people):
    return make_handover(people, people.hamlet_head)


def state(handover):
    return Delivery.objects.get(pk=handover.delivery_id).state


def photo(name="anh.jpg"):
    data = io.BytesIO()
    Image.new("RGB", (640, 480), "navy").save(data, "JPEG", exif=b"Exif\x00\x00GPS")
    return SimpleUploadedFile(name, data.getvalue())


def test_at_its_time_it_waits_for_the_named_person(people, handover):
    item = WorkItem.objects.open().get()
    assert (item.position, item.due) == (people.hamlet_head.position, timezone.localdate())
    assert "Nhóm chat thôn 1" in item.title
    assert state(handover) == S.MODERATION
    assert not Delivery.objects.counted().exists()


def test_he_brings_a_link_and_it_is_declared_by_hand(people, handover):
    report_handover(people.hamlet_head, handover, link="https://chat.example.vn/1")
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.declared, delivery.url) == (S.DELIVERED, True, "https://chat.example.vn/1")
    assert not WorkItem.objects.open().exists()
    with pytest.raises(Refused):
        report_handover(people.hamlet_head, handover, link="https://chat.example.vn/2")


def test_or_a_picture_without_what_the_phone_wrote_into_it(people, handover):
    done = report_handover(people.hamlet_head, handover, picture=photo())
    with done.picture.open("rb") as stored:
        data = stored.read()
    assert data[8:12] == b"WEBP"
    assert b"GPS" not in data
    assert state(handover) == S.DELIVERED


def test_nothing_to_show_or_something_else_is_refused_and_nothing_changes(people, handover):
    with pytest.raises(Refused, match="đường liên kết, hoặc thêm ảnh"):
        report_handover(people.hamlet_head, handover, link=" ")
    with pytest.raises(Refused, match="bắt đầu bằng https"):
        report_handover(people.hamlet_head, handover, link="nhóm chat")
    with pytest.raises(Refused, match="JPG, PNG hoặc HEIC"):
        report_handover(people.hamlet_head, handover, picture=SimpleUploadedFile("a.jpg", b"%PDF-1.7 tep"))
    assert state(handover) == S.MODERATION


def test_only_he_says_so(people, handover):
    for actor in (people.leader, people.coordinator, people.administrator):
        with pytest.raises(Refused):
            report_handover(actor, handover, link="https://chat.example.vn/1")
    for actor in (people.reader, people.supervisor, cast().leader):
        with pytest.raises(NotAllowed):
            report_handover(actor, handover, link="https://chat.example.vn/1")


def test_he_says_why_it_cannot_be_posted_and_the_office_is_told(people, handover):
    with pytest.raises(Refused, match="lý do"):
        decline_handover(people.hamlet_head, handover, reason="")
    decline_handover(people.hamlet_head, handover, reason="Nhóm đã đóng")
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.note) == (S.REFUSED, "Nhóm đã đóng")


def test_what_is_withdrawn_he_takes_down(people, handover):
    report_handover(people.hamlet_head, handover, link="https://chat.example.vn/1")
    withdraw_delivery(people.leader, Delivery.objects.get(), reason="Sai ngày")
    send_all()
    assert state(handover) == S.WITHDRAWING
    assert WorkItem.objects.open().get().urgent
    confirm_removal(people.hamlet_head, Handover.objects.get())
    assert state(handover) == S.WITHDRAWN
    assert not WorkItem.objects.open().exists()


def test_what_was_not_posted_yet_is_simply_taken_back(people, handover):
    withdraw_delivery(people.leader, Delivery.objects.get(), reason="Sai ngày")
    send_all()
    assert state(handover) == S.WITHDRAWN
    assert not WorkItem.objects.open().exists()


def test_an_outlet_without_a_person_says_so(people):
    delivery = order(people, make_outlet(people, "by_hand", options={"place": "Họp thôn"}))
    send_all(delivery)
    assert delivery.state == S.REFUSED
    assert "Chưa giao người đăng" in delivery.note


def test_on_his_page_each_piece_is_copied_and_files_are_saved(people, client):
    message = make_message(link="https://minhhoa.example.gov.vn/tin", files=(make_attachment(b"anh"),))
    handover = make_handover(people, people.hamlet_head, message=message)
    sign_in(client, people.hamlet_head)
    url = reverse("by_hand:handover", args=[handover.pk])
    shown = client.get(url).content.decode()
    for piece in (message.title, message.text, message.link):
        assert piece in shown
    assert shown.count("data-copy=") == 3
    saved = client.get(reverse("by_hand:file", args=[handover.pk, 0]))
    assert b"".join(saved.streaming_content) == b"anh"
    assert client.get(reverse("by_hand:file", args=[handover.pk, 1])).status_code == 404
    wrong = client.post(url, {"link": "nhóm chat thôn 1"})
    assert "nhóm chat thôn 1" in wrong.content.decode()
    assert "bắt đầu bằng https" in wrong.content.decode()
    client.post(url, {"link": "", "picture": photo()})
    assert "Người đăng khai" in client.get(url).content.decode()
    answer = client.get(reverse("by_hand:picture", args=[handover.pk]))
    assert answer.status_code == 200
    answer.close()


def test_rights_agree_with_what_is_visible(people, handover):
    elsewhere = cast()
    actors = [one for crowd in (people, elsewhere) for one in vars(crowd).values() if isinstance(one, Actor)]
    for actor in [*actors, Actor(people.member.user, None)]:
        assert abilities_for(actor, handover).see == Handover.objects.visible_to(actor).exists()
