"""Corrections of issued documents: the two ways of Nghị định 30/2020/NĐ-CP, Điều 18.3, and what the public may know."""

import json

import pytest
from django.urls import reverse

from lienthong.core import public
from lienthong.core.keys import key_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.corrections.actions.correct_document import correct_document
from lienthong.corrections.actions.draft_correction import draft_correction
from lienthong.corrections.actions.drop_correction import drop_correction
from lienthong.corrections.actions.publish_correction import publish_correction
from lienthong.corrections.actions.submit_correction import submit_correction
from lienthong.corrections.actions.write_claim import write_claim
from lienthong.corrections.actions.write_document_note import write_document_note
from lienthong.corrections.models import Correction
from lienthong.corrections.noting import is_intact
from lienthong.corrections.section import public_url
from lienthong.corrections.service import notes_on
from lienthong.corrections.tests.factories import VALUES, WRONG, make_document, make_document_note, make_issued
from lienthong.corrections.tests.test_public import Site
from lienthong.drafting.service import Draft, long_day, write_section
from lienthong.drafting.tests.factories import issued, make_draft
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.registry.tests.factories import document as any_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(monkeypatch):
    found = cast()
    monkeypatch.setattr(public, "_sites", [lambda request: Site(found.office)])
    monkeypatch.setattr(public, "_places", [])
    return found


@pytest.fixture
def document(people):
    return make_document(people)


def on_the_portal(monkeypatch, *documents):
    keys = {key_of(one): f"/van-ban-cong-khai/{one.pk}/" for one in documents}
    monkeypatch.setattr(public, "_places", [lambda _office, key: keys.get(key, "")])


def words_of(draft):
    return "\n".join(section.text for section in draft.sections.all())


def published(people, note):
    if note.state == Correction.State.WRITING:
        note = submit_correction(people.coordinator, note)
    note.refresh_from_db()
    return publish_correction(people.leader, note, seen=note.edits)


def test_wrong_content_begins_a_document_of_the_same_kind_that_replaces_it(people, document):
    note = make_document_note(people, document, fault="content")
    assert (note.kind, note.state, note.document, note.fault) == ("document", "writing", document, "content")
    draft = note.draft
    assert (draft.type, draft.subject, draft.state) == (document.type, document.subject, Draft.State.WRITING)
    assert f"số {document.number}" in draft.bases
    assert f"Kế hoạch này thay thế Kế hoạch số {document.number} {long_day(document)}." in words_of(draft)
    assert "Nâng cao nhận thức của người dân" in words_of(draft)


def test_wrong_form_begins_a_letter_to_whom_the_document_went(people, document):
    document.recipients = ["- Như Điều 2;", "- Các thôn;", "- Lưu: VT."]
    document.save()
    note = make_document_note(people, document, fault="form")
    draft = note.draft
    day = document.dated.split("-")
    assert draft.type == "công văn"
    assert draft.subject == (f"đính chính Kế hoạch số {document.number} ngày {day[2]} tháng {int(day[1])} năm {day[0]}")
    text = words_of(draft)
    assert f"- Đã in là: {WRONG['claim']}" in text
    assert f"- Nay đính chính là: {WRONG['truth']}" in text
    assert f"đã ban hành Kế hoạch số {document.number}" in text
    assert draft.addressees.splitlines() == [
        f"Các cơ quan, đơn vị, cá nhân nêu tại Điều 2 Kế hoạch số {document.number}", "Các thôn",
    ]  # fmt: skip
    assert draft.recipients.splitlines() == ["Như trên", "Lưu: VT"]


def test_to_whom_the_old_document_spoke_speaks_the_letter(people, document):
    document.addressees = ["Các đơn vị thuộc xã"]
    document.save()
    assert make_document_note(people, document, fault="form").draft.addressees == "Các đơn vị thuộc xã"


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"fault": ""}, "fault", "nội dung hay về thể thức"),
        ({"claim": " "}, "claim", "chép đúng chỗ sai"),
        ({"truth": ""}, "truth", "nay đúng"),
        ({"truth": WRONG["claim"]}, "truth", "giống nhau"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_begins(people, document, changed, field, words):
    with pytest.raises(Refused, match=words) as refused:
        make_document_note(people, document, **changed)
    assert refused.value.field == field
    assert not Correction.objects.exists()
    assert Draft.objects.count() == 1


def test_only_issued_documents_of_the_own_office_are_corrected_by_who_writes(people, document):
    elsewhere = cast()
    with pytest.raises(NotAllowed):
        correct_document(elsewhere.coordinator, document, values=WRONG)
    with pytest.raises(NotAllowed):
        correct_document(people.administrator, document, values=WRONG)
    incoming = any_document(people.office)
    with pytest.raises(NotAllowed):
        correct_document(people.coordinator, incoming, values=WRONG)


def test_one_at_a_time_and_nothing_that_was_replaced(people, document):
    note = make_document_note(people, document, fault="content")
    with pytest.raises(Refused, match="đang được đính chính"):
        make_document_note(people, document)
    make_issued(people, note)
    published(people, note)
    document.refresh_from_db()
    with pytest.raises(Refused, match="đã được thay thế bằng Kế hoạch"):
        make_document_note(people, document)


def test_a_form_is_corrected_as_often_as_it_must_be(people, document):
    for n in (1, 2):
        note = make_document_note(people, document, fault="form", truth=f"Đúng lần {n}")
        make_issued(people, note)
        published(people, note)
    assert [one.number for one in notes_on(document)] == [2, 1]
    assert document.corrected_by.count() == 2


def test_it_is_published_only_when_its_document_is_issued(people, document):
    note = submit_correction(people.coordinator, make_document_note(people, document))
    with pytest.raises(Refused, match="còn ở bước “Đang soạn thảo”"):
        publish_correction(people.leader, note, seen=note.edits)
    note.refresh_from_db()
    assert (note.state, note.number) == ("waiting", None)
    make_issued(people, note)
    assert published(people, note).number == 1


def test_when_it_is_issued_whoever_wrote_the_note_is_asked_and_the_old_one_says_so(people, document):
    note = make_document_note(people, document, fault="form")
    draft = make_issued(people, note)
    item = WorkItem.objects.get(subject=key_of(note), closed_at=None)
    assert (item.position, item.title) == (
        people.coordinator.position, f"Trình công bố đính chính: {WRONG['claim']}",
    )  # fmt: skip
    draft.document.refresh_from_db()
    assert (draft.document.corrects, draft.document.replaces) == (document, False)
    submit_correction(people.coordinator, note)
    assert not WorkItem.objects.filter(pk=item.pk, closed_at=None).exists()


def test_the_register_and_its_page_say_by_what(people, document, client):
    note = make_document_note(people, document, fault="content")
    draft = make_issued(people, note)
    sign_in(client, people.clerk)
    page = client.get(reverse("registry:document", args=[document.pk])).text
    assert "Được thay thế bằng" in page
    assert reverse("registry:document", args=[draft.document.pk]) in page
    other = client.get(reverse("registry:document", args=[draft.document.pk])).text
    assert f'Thay thế <a href="{reverse("registry:document", args=[document.pk])}">' in other
    book = client.get(reverse("registry:register_book", args=["di"]))
    assert f"Được thay thế bằng {draft.document.number}" in book.text


def test_a_dropped_draft_leaves_the_way_to_another_or_out(people, document):
    note = make_document_note(people, document)
    with pytest.raises(Refused, match="đã được soạn"):
        draft_correction(people.coordinator, note)
    Draft.objects.filter(pk=note.draft.pk).update(state=Draft.State.DROPPED)
    waiting = submit_correction(people.coordinator, Correction.objects.get(pk=note.pk))
    with pytest.raises(Refused, match="Chưa có văn bản để đính chính"):
        publish_correction(people.leader, waiting, seen=waiting.edits)
    Correction.objects.filter(pk=note.pk).update(state="writing")
    again = draft_correction(people.coordinator, Correction.objects.get(pk=note.pk))
    assert again.pk != note.draft.pk
    note.refresh_from_db()
    assert note.draft == again
    drop_correction(people.coordinator, note, reason="Không sai.")
    assert make_document_note(people, document).pk != note.pk


def test_its_words_are_mended_while_it_is_open_and_kept_from_the_form_of_claims(people, document, client):
    note = make_document_note(people, document)
    sign_in(client, people.coordinator)
    url = reverse("corrections:edit", args=[note.pk])
    assert WRONG["claim"] in client.get(url).text
    client.post(url, {**WRONG, "truth": "Lúc 8 giờ", "seen": note.edits})
    note.refresh_from_db()
    assert (note.truth, note.edits, note.fault) == ("Lúc 8 giờ", 2, "form")
    stale = client.post(url, {**WRONG, "truth": "Lúc 9 giờ", "seen": 1})
    assert "Người khác vừa sửa bản này" in stale.text
    assert "Lúc 9 giờ" in stale.text
    with pytest.raises(Refused, match="không sửa ở đây"):
        write_claim(people.coordinator, note, values=VALUES, seen=note.edits)
    submit_correction(people.coordinator, note)
    with pytest.raises(Refused, match="chờ duyệt"):
        write_document_note(people.coordinator, note, values=WRONG, seen=note.edits)


def test_the_page_begins_it(people, document, client):
    sign_in(client, people.coordinator)
    url = reverse("corrections:correct_document", args=[document.pk])
    assert url in client.get(reverse("registry:document", args=[document.pk])).text
    empty = client.post(url, {"claim": WRONG["claim"], "truth": "x"})
    assert "Hãy chọn sai về nội dung" in empty.text
    assert WRONG["claim"] in empty.text
    made = client.post(url, WRONG)
    note = Correction.objects.get()
    assert made.url == reverse("corrections:correction", args=[note.pk])
    page = client.get(made.url).text
    assert reverse("drafting:draft", args=[note.draft.pk]) in page
    assert url not in client.get(reverse("registry:document", args=[document.pk])).text
    assert made.url in client.get(reverse("drafting:draft", args=[note.draft.pk])).text


def everything_public(client, note):
    """All that a stranger can read of a note, in one text."""
    addresses = ("/dinh-chinh/", "/dinh-chinh/?loai=cua-co-quan", public_url(note), f"{public_url(note)}ban-luu.json")
    return "\n".join(client.get(one).text for one in (*addresses, "/dinh-chinh/nguon-tin.xml"))


@pytest.mark.parametrize("fault", ["content", "form"])
def test_of_documents_that_are_not_public_nothing_is_told(people, document, client, fault):
    note = make_document_note(people, document, fault=fault)
    draft = make_issued(people, note)
    note = published(people, note)
    said = everything_public(client, note)
    for hidden in (document.number, document.subject, draft.document.number, draft.subject):
        assert hidden not in said
    assert "Một văn bản của cơ quan" in said
    assert WRONG["claim"] in said
    assert client.get("/dinh-chinh/", {"q": document.number}).text.count("Không tìm thấy") == 1
    assert note.old == {"document": {}, "by": {}}
    assert is_intact(note)


def test_number_and_day_are_told_when_a_person_said_so_and_the_subject_is_not(people, document, client):
    note = make_document_note(people, document, names_document=True)
    draft = make_issued(people, note)
    note = published(people, note)
    said = everything_public(client, note)
    day = "/".join(reversed(document.dated.split("-")))
    assert f"Đính chính: Kế hoạch số {document.number} ngày {day}" in said
    assert f"Được đính chính bằng Công văn số {draft.document.number} ngày" in said
    assert document.subject not in said


def test_what_is_public_is_named_whole_and_led_to(people, document, client, monkeypatch):
    note = make_document_note(people, document, fault="content")
    draft = make_issued(people, note)
    on_the_portal(monkeypatch, document, draft.document)
    note = published(people, note)
    page = client.get(public_url(note)).text
    assert document.subject in page
    assert f'href="/van-ban-cong-khai/{document.pk}/"' in page
    assert f"Được thay thế bằng Kế hoạch số {draft.document.number}" in page
    assert f'href="/van-ban-cong-khai/{draft.document.pk}/"' in page
    frozen = json.loads(note.frozen)
    assert frozen["old"]["by"]["subject"] == draft.document.subject
    assert (frozen["fault"], frozen["fault_name"]) == ("content", "Sai về nội dung")
    assert "ClaimReview" not in page


def test_what_it_replaces_stands_where_it_says_from_when_it_holds(people):
    draft = make_draft(people)
    first = draft.sections.first()
    write_section(people.coordinator, first, values={"text": "Có hiệu lực từ ngày ký."}, seen=first.version)
    note = make_document_note(people, issued(people, draft).document, fault="content")
    section = next(one for one in note.draft.sections.all() if "thay thế Kế hoạch số" in one.text)
    assert section.text.startswith("Có hiệu lực từ ngày ký.")
