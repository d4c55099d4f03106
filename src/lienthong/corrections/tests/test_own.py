"""What the office said wrong itself: once the corrected version is out, a numbered note holds the old words."""

import json
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.channels.core.service import Delivery, deliveries_of
from lienthong.channels.core.tests.factories import make_outlet, send_all
from lienthong.core import public
from lienthong.core.keys import key_of
from lienthong.core.refusals import Refused
from lienthong.corrections.actions.note_product import note_product
from lienthong.corrections.actions.write_claim import write_claim
from lienthong.corrections.models import Correction
from lienthong.corrections.noting import is_intact
from lienthong.corrections.receipts import take_receipt
from lienthong.corrections.section import public_url
from lienthong.corrections.service import notes_of
from lienthong.corrections.tests.factories import VALUES, make_published
from lienthong.corrections.tests.test_public import Site
from lienthong.newsroom.service import schedule_product
from lienthong.newsroom.tests.factories import CORRECTED, NOTE, make_corrected, make_scheduled
from lienthong.organisations.tests.factories import cast, sign_in

pytestmark = pytest.mark.django_db
FEED = {"title": "Tin xã", "about": "Tin của xã"}


@pytest.fixture
def people(monkeypatch):
    found = cast()
    monkeypatch.setattr(public, "_sites", [lambda request: Site(found.office)])
    return found


@pytest.fixture
def outlets(people):
    return [make_outlet(people, "feeds", name=f"Nguồn tin {n}", options=FEED) for n in (1, 2)]


@pytest.fixture
def product(people, outlets):
    return sent(make_scheduled(people, outlets=outlets, lead="Mỗi thôn một buổi."))


def sent(product):
    send_all(*deliveries_of(key_of(product)))
    product.refresh_from_db()
    return product


def let_out(people, product, outlets, **values):
    return sent(schedule_product(people.member, make_corrected(people, product, **values), outlets=outlets))


def test_the_first_receipt_makes_one_numbered_frozen_note(people, product, outlets):
    claim = make_published(people)
    corrected = let_out(people, product, outlets)
    note = Correction.objects.get(kind=Correction.Kind.PRODUCT)
    assert (claim.number, note.number, note.year, note.state) == (1, 2, timezone.localdate().year, "published")
    assert (note.product, note.version, note.claim) == (product, corrected.released, NOTE)
    assert "Từ ngày 06/3" in note.truth
    assert (note.approved_by, note.last_editor) == (people.leader.position, people.member.position)
    first = corrected.versions.get(number=1)
    assert note.old["title"] == first.title
    assert note.old["lead"] == "Mỗi thôn một buổi."
    assert note.old["text"].startswith("Từ ngày 05/3")
    assert (note.old["number"], note.old["hash"]) == (1, first.sha256)
    assert note.old["day"] == f"{timezone.localdate():%d/%m/%Y}"
    frozen = json.loads(note.frozen)
    assert (frozen["old"], frozen["number"], frozen["approved_hash"]) == (
        note.old, note.printed, corrected.released.sha256,
    )  # fmt: skip
    assert is_intact(note)
    assert notes_of(key_of(product)) == {2: note}


def test_receipts_that_come_again_or_late_make_no_second_one(people, product, outlets):
    corrected = let_out(people, product, outlets)
    for delivery in deliveries_of(key_of(product)):
        take_receipt(delivery)
    note = Correction.objects.get()
    assert note_product(corrected.released, approved_by=people.leader.position) == note


def test_two_corrections_in_succession_have_a_note_each(people, product, outlets):
    let_out(people, product, outlets)
    again = let_out(people, product, outlets, body=CORRECTED.replace("06/3", "07/3"), correction="Đúng là ngày 07/3.")
    notes = list(Correction.objects.order_by("number"))
    assert [(one.number, one.version.number, one.old["number"]) for one in notes] == [(1, 2, 1), (2, 3, 2)]
    assert "06/3" in notes[1].old["text"]
    second = deliveries_of(key_of(again)).filter(subject=key_of(again.versions.get(number=2))).first()
    Correction.objects.filter(pk=notes[0].pk).delete()
    take_receipt(second)
    assert list(Correction.objects.all()) == [notes[1]]


def test_rehearsals_reruns_and_first_versions_make_none(people, product, outlets):
    assert not Correction.objects.exists()
    corrected = make_corrected(people, product)
    for outlet in outlets:
        outlet.dry_run = True
        outlet.save()
    sent(schedule_product(people.member, corrected, outlets=outlets))
    assert set(deliveries_of(key_of(corrected.approved)).values_list("state", flat=True)) == {"dry_run"}
    assert not Correction.objects.exists()
    delivery = deliveries_of(key_of(corrected.approved)).first()
    delivery.state, delivery.run = Delivery.State.DELIVERED, 1
    take_receipt(delivery)
    assert not Correction.objects.exists()


def test_the_public_reads_what_was_wrong_what_is_right_and_the_old_words(people, product, outlets, client, monkeypatch):
    monkeypatch.setattr(public, "_places", [lambda office, key: "/tin/bai/" if key == key_of(product) else ""])
    let_out(people, product, outlets)
    note = Correction.objects.get()
    page = client.get(public_url(note)).text
    assert f"<title>{note.headline}" in page
    assert f"Đính chính số {note.printed}" in page
    assert NOTE in page
    assert 'href="/tin/bai/"' in page
    old = re.search(r'<details class="old"><summary>(.*?)</details>', page, re.S)[1]
    assert "Bản cũ, phát hành ngày" in old
    assert "Từ ngày 05/3" in old
    assert "Từ ngày 06/3" in page
    assert "ClaimReview" not in page
    listed = client.get("/dinh-chinh/?loai=cua-co-quan").text
    assert public_url(note) in listed
    assert NOTE in listed
    assert public_url(note) not in client.get("/dinh-chinh/?loai=sai").text
    assert public_url(note) in client.get("/dinh-chinh/?q=06/3").text
    assert NOTE in client.get("/dinh-chinh/nguon-tin.xml").text
    assert json.loads(client.get(f"{public_url(note)}ban-luu.json").text)["old"]["text"].startswith("Từ ngày 05/3")


def test_without_a_page_on_the_site_the_right_words_stand_open(people, product, outlets, client, monkeypatch):
    monkeypatch.setattr(public, "_places", [])
    let_out(people, product, outlets)
    page = client.get(public_url(Correction.objects.get())).text
    assert '<details class="old" open><summary>Bản đúng' in page


def test_the_desk_and_the_thread_lead_from_one_to_the_other(people, product, outlets, client):
    let_out(people, product, outlets)
    note = Correction.objects.get()
    url = reverse("corrections:correction", args=[note.pk])
    sign_in(client, people.member)
    assert url in client.get(reverse("newsroom:product", args=[product.pk])).text
    assert url in client.get(reverse("corrections:corrections")).text
    page = client.get(url).text
    assert "Bản cũ, phát hành ngày" in page
    assert reverse("newsroom:product", args=[product.pk]) in page
    assert client.get(reverse("corrections:edit", args=[note.pk])).status_code == 404
    with pytest.raises(Refused, match="không sửa ở đây"):
        write_claim(people.member, note, values=VALUES, seen=note.edits)


def test_a_channel_s_own_old_words_stay_readable_too(people, outlets, client):
    own = {"feeds": {"title": "Ngắn", "text": "Ngày 05/3, lời riêng."}}
    product = sent(make_scheduled(people, outlets=outlets, variants=own))
    let_out(people, product, outlets)
    note = Correction.objects.get()
    assert note.old["variants"] == [own["feeds"]]
    assert "Ngày 05/3, lời riêng." in client.get(public_url(note)).text
