"""Letters to those who asked for them: against a mail server of our own, and on the public pages."""

import json
import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.audit.service import Event
from lienthong.channels.contrib.mail.actions.ask_subscription import ask_subscription
from lienthong.channels.contrib.mail.models import Letter, Subscriber
from lienthong.channels.contrib.mail.tasks import ask_to_confirm, forget
from lienthong.channels.core.service import Delivery, settle_unknown, turn_off_outlet, turn_on_outlet, withdraw_delivery
from lienthong.channels.core.tests.factories import let_time_pass, make_message, make_outlet, order, send_all
from lienthong.core.refusals import Refused
from lienthong.jobs.service import Claim
from lienthong.organisations.tests.factories import cast
from lienthong.portal.tests.factories import make_portal

pytestmark = pytest.mark.django_db
S = Delivery.State


@pytest.fixture(scope="module")
def twin(tmp_path_factory):
    """Port and ledger of a mail server that serves this module."""
    ledger = tmp_path_factory.mktemp("mail") / "ledger.jsonl"
    command = [sys.executable, "-m", "lienthong.channels.contrib.mail.twin", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline()), ledger
        process.kill()


@pytest.fixture
def people(settings, twin):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", twin[0], 5
    twin[1].write_text("")
    return cast()


@pytest.fixture
def outlet(people):
    return make_outlet(people, "mail", name="Bản tin xã", options={"about": "Tin của xã, mỗi tuần một lần"})


@pytest.fixture
def inbox(twin):
    """What the server took, in order: to whom, which headers, what text."""
    return lambda: [json.loads(line) for line in twin[1].read_text("utf-8").splitlines()]


def subscribed(outlet, *addresses):
    now = timezone.now()
    return [
        Subscriber.objects.create(outlet=outlet, address=one, confirmed_at=now, job_state=Claim.DONE)
        for one in addresses
    ]


def test_everyone_who_confirmed_gets_one_letter_with_a_way_out(people, outlet, inbox):
    subscribed(outlet, "a@vidu.vn", "b@vidu.vn")
    ask_subscription(outlet, "c@vidu.vn")
    delivery = order(people, outlet)
    send_all(delivery)
    assert (delivery.state, delivery.counts) == (S.DELIVERED, {"sent": 2, "refused": 0, "begun": 0})
    assert sorted(letter["to"] for letter in inbox()) == ["a@vidu.vn", "b@vidu.vn"]
    headers, text = inbox()[0]["headers"], inbox()[0]["text"]
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].strip(" <>") in text
    assert make_message().text in text
    assert not Letter.objects.exists()


def test_an_address_that_is_gone_is_counted_and_written_to_no_more(people, outlet, inbox):
    subscribed(outlet, "gone-a@vidu.vn", "b@vidu.vn")
    first = order(people, outlet)
    send_all(first)
    assert (first.state, first.counts) == (S.DELIVERED, {"sent": 1, "refused": 1, "begun": 0})
    Subscriber.objects.update(asked_at=timezone.now() - timedelta(days=8))
    assert forget() == 1
    assert Subscriber.objects.get().address == "b@vidu.vn"


@pytest.mark.parametrize("address", ["busy-a@vidu.vn", "full-a@vidu.vn"])
def test_who_could_not_be_reached_is_tried_later_and_nobody_else_again(people, outlet, inbox, address):
    late = subscribed(outlet, address, "b@vidu.vn")[0]
    delivery = order(people, outlet)
    send_all(delivery)
    assert (delivery.state, [letter["to"] for letter in inbox()]) == (S.WAITING, ["b@vidu.vn"])
    Subscriber.objects.filter(pk=late.pk).update(address="a@vidu.vn")
    let_time_pass(delivery)
    send_all(delivery)
    assert (delivery.state, delivery.counts["sent"]) == (S.DELIVERED, 2)
    assert sorted(letter["to"] for letter in inbox()) == ["a@vidu.vn", "b@vidu.vn"]


def test_a_letter_without_an_answer_is_never_sent_again(people, outlet, inbox):
    subscribed(outlet, "drop-a@vidu.vn", "b@vidu.vn")
    delivery = order(people, outlet)
    for _try in range(2):
        let_time_pass(delivery)
        send_all(delivery)
    assert (delivery.state, delivery.counts) == (S.DELIVERED, {"sent": 1, "refused": 0, "begun": 1})
    assert sorted(letter["to"] for letter in inbox()) == ["b@vidu.vn", "drop-a@vidu.vn"]


def test_after_a_killed_worker_a_person_is_asked_and_only_the_rest_gets_it(people, outlet, inbox):
    done, _rest = subscribed(outlet, "a@vidu.vn", "b@vidu.vn")
    delivery = order(people, outlet)
    past = timezone.now() - timedelta(seconds=1)
    Delivery.objects.update(state=S.SENDING, job_state=Claim.CLAIMED, lease_until=past, sent_at=past, tries=1)
    for subscriber, state in ((done, "begun"), (_rest, "waiting")):
        Letter.objects.create(delivery=delivery, subscriber=subscriber, state=state)
    send_all(delivery)
    assert (delivery.state, inbox()) == (S.UNKNOWN, [])
    settle_unknown(people.coordinator, delivery, "not-published")
    send_all(delivery)
    assert [letter["to"] for letter in inbox()] == ["b@vidu.vn"]
    assert delivery.counts == {"sent": 1, "refused": 0, "begun": 1}


def test_words_that_the_server_refuses_stop_it_with_a_sentence(people, outlet):
    subscribed(outlet, "spam-a@vidu.vn")
    delivery = order(people, outlet)
    send_all(delivery)
    assert (delivery.state, delivery.note) == (S.REFUSED, "Máy chủ thư không nhận nội dung thư này.")


def test_without_a_server_it_waits(people, outlet, settings):
    settings.EMAIL_PORT = 1
    subscribed(outlet, "a@vidu.vn")
    delivery = order(people, outlet)
    send_all(delivery)
    assert delivery.state == S.WAITING
    assert "vidu" not in delivery.last_error


def test_what_was_sent_cannot_be_taken_back_and_says_so(people, outlet):
    subscribed(outlet, "a@vidu.vn")
    delivery = order(people, outlet)
    send_all(delivery)
    withdraw_delivery(people.leader, delivery, reason="Sai ngày")
    send_all(delivery)
    assert delivery.state == S.DELIVERED
    assert "đính chính" in delivery.note


def test_asking_again_sends_no_second_mail_at_once(people, outlet, inbox):
    for _time in range(2):
        ask_subscription(outlet, " A@vidu.vn ")
        ask_to_confirm.call(Subscriber.objects.get().pk)
    assert [letter["to"] for letter in inbox()] == ["a@vidu.vn"]
    Subscriber.objects.update(asked_at=timezone.now() - timedelta(hours=2))
    ask_subscription(outlet, "a@vidu.vn")
    ask_to_confirm.call(Subscriber.objects.get().pk)
    assert len(inbox()) == 2


def test_a_flood_is_refused(people, outlet, monkeypatch):
    monkeypatch.setattr(sys.modules[ask_subscription.__module__], "MOST_AN_HOUR", 1)
    ask_subscription(outlet, "a@vidu.vn")
    with pytest.raises(Refused, match="quá nhiều"):
        ask_subscription(outlet, "b@vidu.vn")


def test_a_reader_asks_confirms_and_leaves_without_script(people, outlet, inbox, client):
    make_portal(people)
    page = reverse("mail_subscribe")
    assert "Tin của xã, mỗi tuần một lần" in client.get(page).content.decode()
    wrong = client.post(page, {"outlet": outlet.pk, "address": "không phải thư"}).content.decode()
    assert "không phải thư" in wrong
    assert "Địa chỉ thư chưa đúng" in wrong
    first = client.post(page, {"outlet": outlet.pk, "address": "a@vidu.vn"}).content
    ask_to_confirm.call(Subscriber.objects.get().pk)
    assert client.post(page, {"outlet": outlet.pk, "address": "a@vidu.vn"}).content == first
    link = re.search(r"https?://[^/]+(/\S+/)", inbox()[0]["text"])[1]
    client.get(link)
    assert Subscriber.objects.get().confirmed_at is None
    assert "Đã xác nhận" in client.post(link).content.decode()
    delivery = order(people, outlet)
    send_all(delivery)
    way_out = re.search(r"https?://[^/]+(/[^>]+)", inbox()[1]["headers"]["List-Unsubscribe"])[1]
    client.get(way_out)
    assert Subscriber.objects.exists()
    answer = client.post(way_out, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert (answer.status_code, Subscriber.objects.exists()) == (200, False)
    assert client.post(way_out).status_code == 200
    assert "hết hạn" in client.post(link).content.decode()


def test_no_address_is_in_an_event_or_kept_without_an_answer(people, outlet):
    ask_subscription(outlet, "a@vidu.vn")
    subscribed(outlet, "b@vidu.vn")
    send_all(order(people, outlet))
    assert "vidu" not in json.dumps(list(Event.objects.values_list("data", flat=True)))
    Subscriber.objects.update(asked_at=timezone.now() - timedelta(days=8))
    assert forget() == 1
    assert Subscriber.objects.get().confirmed_at is not None


def test_there_is_no_page_where_nothing_is_turned_on(people, client):
    make_portal(people)
    make_outlet(people, "mail", on=False, options={"about": "Tin"})
    assert "chưa có bản tin" in client.get(reverse("mail_subscribe")).content.decode()


def test_the_written_pages_name_the_newsletter_while_it_really_goes_out(
    people, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.LIENTHONG_PUBLIC, settings.ALLOWED_HOSTS = tmp_path, ["minhhoa.example"]
    make_portal(people)
    written = tmp_path / "minhhoa.example" / "lien-he" / "index.html"

    def named(act, *args, **values):
        with django_capture_on_commit_callbacks(execute=True):
            act(people.administrator, *args, **values)
        return reverse("mail_subscribe") in written.read_text("utf-8")

    outlet = make_outlet(people, "mail", name="Bản tin xã", options={"about": "Tin của xã"}, on=False)
    assert named(turn_on_outlet, outlet)
    assert not named(turn_off_outlet, outlet, reason="Tạm nghỉ")
