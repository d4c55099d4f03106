"""A correction of what is out: it says so everywhere first, goes wherever the wrong words went, and stops the rest."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.channels.core.service import Delivery, ItemState, PassingError, PermanentError, Receipt, deliveries_of
from lienthong.channels.core.tests.factories import let_time_pass, make_outlet, send_all
from lienthong.core.keys import key_of
from lienthong.core.refusals import Refused
from lienthong.newsroom.actions.begin_correction import begin_correction
from lienthong.newsroom.actions.schedule_product import schedule_product
from lienthong.newsroom.actions.submit_product import submit_product
from lienthong.newsroom.actions.write_version import write_version
from lienthong.newsroom.checks import all_checks, blocking, limit_faults
from lienthong.newsroom.models import Product
from lienthong.newsroom.outgoing import message_for, outlets_to_correct
from lienthong.newsroom.receipts import take_receipt
from lienthong.newsroom.tests.factories import NOTE, WORDS, make_corrected, make_files, make_scheduled, soon
from lienthong.newsroom.tests.paper import Paper
from lienthong.newsroom.words import spoken
from lienthong.organisations.tests.factories import sign_in
from lienthong.speech.service import Recording
from lienthong.speech.tests.factories import make_approved as make_recording

S = Delivery.State


def sent(product):
    deliveries = list(deliveries_of(key_of(product)).order_by("pk"))
    send_all(*deliveries)
    product.refresh_from_db()
    return deliveries


@pytest.fixture
def outlet(people):
    return make_outlet(people, "paper", name="Báo xã")


@pytest.fixture
def product(people, outlet):
    """Out at one outlet."""
    made = make_scheduled(people, outlets=[outlet])
    sent(made)
    return made


def test_what_corrects_says_what_was_wrong_before_anybody_may_approve_it(people, product):
    opened = begin_correction(people.leader, product, reason="Sai ngày.")
    opened = write_version(people.member, opened, seen=1, title=opened.title, body=WORDS + "<p>Thêm.</p>")
    with pytest.raises(Refused, match="chưa ghi điều đính chính"):
        submit_product(people.member, opened)
    opened = write_version(
        people.member, opened, seen=2, title=opened.title, body=WORDS + "<p>Thêm.</p>", correction=NOTE
    )
    assert submit_product(people.member, opened).state == Product.State.REVIEW


def test_every_channel_says_it_first_and_in_what_is_read_aloud(people, product):
    version = make_corrected(people, product).approved
    message = message_for(product, version, "paper")
    assert message.title == f"Đính chính: {product.title}"
    assert message.text.startswith(f"Đính chính: {NOTE}\n")
    assert message.html.startswith(f"<p><strong>Đính chính: {NOTE}</strong></p>")
    assert spoken(version).startswith(f"Đính chính: {NOTE}\n")


def test_a_channel_s_own_words_begin_with_it_too(people, product):
    version = make_corrected(people, product, variants={"paper": {"title": "Ngắn", "text": "Lời riêng."}}).approved
    message = message_for(product, version, "paper")
    assert (message.title, message.text, message.html) == (
        "Đính chính: Ngắn", f"Đính chính: {NOTE}\nLời riêng.", "",
    )  # fmt: skip


def test_a_channel_that_shows_it_by_itself_has_the_words_as_they_are(people, product, monkeypatch):
    monkeypatch.setattr(Paper, "shows_corrections", True, raising=False)
    version = make_corrected(people, product).approved
    message = message_for(product, version, "paper")
    assert (message.title, message.html) == (version.title, version.body)
    assert message.extra["correction"] == NOTE


def test_its_words_count_against_the_limits_of_every_place_that_needs_them(people, product, outlet):
    long = "<p>" + "Một câu vừa đủ cho tờ báo. " * 10 + "</p>"
    opened = begin_correction(people.leader, product, reason="Sai ngày.")
    opened = write_version(
        people.member, opened, seen=1, title=opened.title, body=long, outlets=[], correction="Sai. " * 20
    )
    assert limit_faults(opened, opened.newest, outlet)
    with pytest.raises(Refused):
        submit_product(people.member, opened)


def test_it_goes_wherever_the_wrong_words_went(people, outlet, client):
    other, never = make_outlet(people, "paper", name="Đài huyện"), make_outlet(people, "paper", name="Nơi khác")
    product = make_scheduled(people, outlets=[outlet, other])
    sent(product)
    product = make_corrected(people, product, outlets=[])
    with pytest.raises(Refused, match=r"“Báo xã”, “Đài huyện”") as refused:
        schedule_product(people.member, product, outlets=[never])
    assert refused.value.field == "outlets"
    with pytest.raises(Refused, match=r"ở “Đài huyện”\."):
        schedule_product(people.member, product, outlets=[outlet])
    sign_in(client, people.member)
    page = client.get(reverse("newsroom:product", args=[product.pk])).text
    assert "Bản sai đã ra ở: Báo xã, Đài huyện." in page
    for place, chosen in ((outlet, True), (other, True), (never, False)):
        field = next(line for line in page.split("<input") if f'name="outlets" value="{place.pk}"' in line)
        assert ("checked" in field.split(">")[0]) is chosen
    product = schedule_product(people.member, product, outlets=[outlet, other])
    assert {delivery.state for delivery in sent(product)} == {S.DELIVERED}
    assert product.state == Product.State.CORRECTED
    schedule_product(people.member, product, outlets=[never])


@pytest.mark.parametrize("state", [S.WITHDRAWN, S.CANCELLED, S.REFUSED, S.DRY_RUN])
def test_where_nobody_has_the_wrong_words_nothing_must_be_corrected(people, product, state):
    Delivery.objects.update(state=state)
    product = make_corrected(people, product)
    assert not outlets_to_correct(product, product.approved).exists()


@pytest.mark.parametrize("state", [S.DELIVERED, S.UNKNOWN, S.SENDING, S.WITHDRAWING])
def test_where_somebody_may_have_them_it_must(people, product, outlet, state):
    Delivery.objects.update(state=state)
    product = make_corrected(people, product)
    assert list(outlets_to_correct(product, product.approved)) == [outlet]


def test_a_closed_outlet_asks_for_nothing(people, product, outlet):
    outlet.closed_at = timezone.now()
    outlet.save()
    product = make_corrected(people, product)
    assert not outlets_to_correct(product, product.approved).exists()


def test_nothing_more_of_the_wrong_version_goes_out(people, product, outlet):
    """What waits, a rerun, what a channel has yet to let out, what was refused, what is tried and tried again."""
    answers = {
        "Chờ duyệt": Receipt("1", ItemState.WAITING), "Không nhận": PermanentError("Không nhận."),
        "Bận": PassingError("Bận."), "Chưa rõ": RuntimeError("?"),
    }  # fmt: skip
    for name, answer in answers.items():
        Paper.answers[:] = [answer]
        place = make_outlet(people, "paper", name=name)
        schedule_product(people.member, product, outlets=[place])
        sent(product)
    schedule_product(people.member, product, outlets=[make_outlet(people, "paper", name="Mai")], due_at=soon())
    once_more = deliveries_of(key_of(product)).get(outlet=outlet)
    once_more.pk, once_more.run, once_more.state, once_more.reference = None, 1, S.WAITING, "LT-2222-3333"
    once_more.job_state, once_more.next_try_at = "waiting", timezone.now() + timedelta(hours=1)
    once_more.save()
    begin_correction(people.leader, product, reason="Sai ngày.")
    for delivery in sent(product):
        let_time_pass(delivery)
    found = {(one.outlet.name, one.run): one.state for one in sent(product)}
    assert found == {
        ("Báo xã", 0): S.DELIVERED, ("Báo xã", 1): S.CANCELLED, ("Chờ duyệt", 0): S.WITHDRAWN,
        ("Không nhận", 0): S.CANCELLED, ("Bận", 0): S.CANCELLED, ("Chưa rõ", 0): S.UNKNOWN, ("Mai", 0): S.CANCELLED,
    }  # fmt: skip


def test_a_late_word_of_the_wrong_version_does_not_bring_it_back(people, product, outlet):
    product = schedule_product(people.member, make_corrected(people, product), outlets=[outlet])
    old, new = sent(product)
    assert (new.state, product.state, product.released.number) == (S.DELIVERED, "corrected", 2)
    take_receipt(old)
    product.refresh_from_db()
    assert (product.state, product.released.number) == ("corrected", 2)


def test_where_it_is_only_heard_the_sound_has_to_say_it(people, monkeypatch):
    sound = make_files(people)[1]
    product = make_scheduled(people, outlets=[make_outlet(people, "paper")], files=[sound], kind="bulletin")
    sent(product)
    monkeypatch.setattr("lienthong.newsroom.checks._is_only_heard", lambda outlet: True)
    product = begin_correction(people.leader, product, reason="Sai ngày.")
    product = write_version(
        people.member, product, seen=1, title=product.title, body=WORDS, files=[sound], correction=NOTE
    )
    assert [check.sentence for check in blocking(product, product.newest)] == [
        "Tiếng này là của bản trước, chưa đọc điều đính chính."
    ]


def test_a_recording_of_ours_is_held_against_the_words(people, monkeypatch):
    recording = make_recording(people)
    sound = make_files(people)[1]
    product = make_scheduled(people, outlets=[make_outlet(people, "paper")], kind="bulletin")
    sent(product)
    monkeypatch.setattr("lienthong.newsroom.checks._is_only_heard", lambda outlet: True)
    product = begin_correction(people.leader, product, reason="Sai ngày.")
    said = {"title": product.title, "body": WORDS, "files": [sound], "correction": NOTE}
    product = write_version(people.member, product, seen=1, **said)
    unknown = [check.sentence for check in all_checks(product, product.newest)]
    assert "Hãy nghe: tiếng này có đọc điều đính chính trước tiên không." in unknown
    Recording.objects.filter(pk=recording.pk).update(sha256=sound.sha256)
    assert [check.sentence for check in blocking(product, product.newest)] == [
        "Bản thu không mở đầu bằng điều đính chính."
    ]
    Recording.objects.filter(pk=recording.pk).update(text=f"ĐÍNH CHÍNH. {NOTE} Kính thưa bà con.")
    assert blocking(product, product.newest) == []


def test_a_recording_with_the_wrong_sound_is_played_no_more(people):
    recording, sound = make_recording(people), make_files(people)[1]
    Recording.objects.filter(pk=recording.pk).update(sha256=sound.sha256)
    product = make_scheduled(people, outlets=[make_outlet(people, "paper")], files=[sound])
    sent(product)
    begin_correction(people.leader, product, reason="Sai ngày.")
    recording.refresh_from_db()
    assert (recording.state, recording.reason) == (Recording.State.WITHDRAWN, "Sai ngày.")
