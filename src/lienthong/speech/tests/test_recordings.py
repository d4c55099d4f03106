"""From a script to a recording that somebody else heard and approved."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor, Role, abilities_for
from lienthong.organisations.tests.factories import Cast, PositionFactory, cast, sign_in
from lienthong.speech.actions.approve_recording import approve_recording
from lienthong.speech.actions.record_script import record_script
from lienthong.speech.actions.remove_pronunciation import remove_pronunciation
from lienthong.speech.actions.return_recording import return_recording
from lienthong.speech.actions.set_pronunciation import set_pronunciation
from lienthong.speech.actions.upload_recording import upload_recording
from lienthong.speech.actions.withdraw_recording import withdraw_recording
from lienthong.speech.actions.write_script import write_script
from lienthong.speech.models import Pronunciation, Recording, Script
from lienthong.speech.tests.factories import make_recording, make_script, tone, voiced, wave_of
from lienthong.speech.words import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings, tmp_path) -> Cast:
    settings.MEDIA_ROOT = tmp_path
    return cast()


def test_a_script_is_read_heard_and_approved(people):
    recording = voiced(people)
    assert recording.state == Recording.State.READY
    assert recording.loudness == pytest.approx(-16, abs=0.5)
    assert recording.peak <= -0.9
    with recording.file.open("rb") as file:
        assert hashlib.sha256(file.read()).hexdigest() == recording.sha256
    estimate = said(people.office, recording.text).seconds
    assert recording.seconds == pytest.approx(estimate, rel=0.35)
    assert [item.position for item in WorkItem.objects.open()] == [people.unit_head.position]
    approved = approve_recording(people.unit_head, recording)
    assert (approved.state, approved.decided_by) == (Recording.State.APPROVED, people.unit_head.position)
    assert not WorkItem.objects.open().exists()


def test_who_wrote_or_made_it_never_approves_it(people):
    script = write_script(people.unit_head, None, title="Bản tin", text="Chào bà con.")
    recording = upload_recording(people.coordinator, script, SimpleUploadedFile("a.wav", wave_of(tone())))
    for actor in (people.unit_head, people.coordinator, people.member, people.hamlet_head, people.supervisor):
        with pytest.raises(NotAllowed):
            approve_recording(actor, recording)
    assert approve_recording(people.leader, recording).state == Recording.State.APPROVED


def test_nor_does_he_in_another_of_his_positions(people):
    recording = make_recording(people)
    leading = PositionFactory(user=people.member.user, body=people.office, title="Phó Chủ tịch", role=Role.LEADER)
    with pytest.raises(NotAllowed):
        approve_recording(Actor(people.member.user, leading), recording)


def test_what_was_approved_stays_when_the_script_changes(people):
    recording = approve_recording(people.leader, make_recording(people))
    before = (recording.text, recording.sha256)
    write_script(people.member, recording.script, title="Khác", text="Lời khác.", seen=recording.script.version)
    recording.refresh_from_db()
    assert (recording.text, recording.sha256) == before
    with pytest.raises(Refused):
        return_recording(people.leader, recording, reason="muộn")


def test_returned_with_a_reason_and_withdrawn_with_one(people):
    recording = make_recording(people)
    with pytest.raises(Refused, match="lý do"):
        return_recording(people.leader, recording, reason=" ")
    return_recording(people.leader, recording, reason="Đọc sai ngày")
    assert WorkItem.objects.open().get().position == people.member.position
    second = approve_recording(people.leader, make_recording(people))
    assert withdraw_recording(people.leader, second, reason="Sai số").state == Recording.State.WITHDRAWN


def test_a_wave_of_a_person_is_levelled_and_an_mp3_is_kept(people):
    script = make_script(people)
    wave = upload_recording(people.member, script, SimpleUploadedFile("a.wav", wave_of(tone(3, height=0.01))))
    assert wave.loudness == pytest.approx(-16, abs=0.3)
    assert make_recording(people).loudness is None


@pytest.mark.parametrize("data", [b"%PDF-1.4 abc", b"RIFF0000", b"hello", b"\xff\xfb" + bytes(30)])
def test_another_file_is_refused_with_a_sentence(people, data):
    with pytest.raises(Refused):
        upload_recording(people.member, make_script(people), SimpleUploadedFile("la.bin", data))
    assert not Recording.objects.exists()


def test_two_who_write_at_once_lose_nothing(people, client):
    script = make_script(people)
    write_script(people.coordinator, script, title=script.title, text="Lời mới.", seen=1)
    page = sign_in(client, people.member).post(
        reverse("speech:edit_script", args=[script.pk]), {"title": "Tên", "text": "Lời của tôi.", "seen": 1}
    )
    assert page.status_code == 200
    assert "Lời của tôi." in page.text
    assert "Lời mới." in page.text
    assert 'value="2"' in page.text
    assert Script.objects.get().text == "Lời mới."


def test_without_a_voice_the_sentence_names_the_package(people, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(Refused, match="espeak-ng"):
        record_script(people.member, make_script(people))


def test_the_dictionary_of_the_office(people):
    word = set_pronunciation(people.coordinator, written="TTVH", said="Trung tâm Văn hóa")
    assert said(people.office, "TTVH xã").sentences[0].words == "Trung tâm Văn hóa xã"
    assert said(people.province, "TTVH xã").remarks[0].written == "TTVH"
    for wrong in ("center", "25", "UBND"):
        with pytest.raises(Refused):
            set_pronunciation(people.coordinator, written="X", said=wrong)
    with pytest.raises(NotAllowed):
        set_pronunciation(people.member, written="X", said="ích")
    remove_pronunciation(people.coordinator, word)
    assert not Pronunciation.objects.exists()


def test_a_player_may_ask_for_a_part(people, client):
    recording = make_recording(people)
    url = reverse("speech:audio", args=[recording.pk])
    whole = sign_in(client, people.reader).get(url)
    assert whole.status_code == 404
    whole = sign_in(client, people.member).get(url)
    part = client.get(url, headers={"range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert client.get(url, headers={"range": "bytes=99999999-"}).status_code == 416


def test_pages(people, client):
    recording = make_recording(people)
    sign_in(client, people.leader)
    for name, args in (
        ("scripts", []),
        ("script", [recording.script_id]),
        ("recording", [recording.pk]),
        ("words", []),
    ):
        assert client.get(reverse(f"speech:{name}", args=args)).status_code == 200
    done = client.post(reverse("speech:step", args=[recording.pk, "duyet"]), follow=True)
    assert "Đã duyệt bản thu." in done.text


def test_abilities_agree_with_lists(people):
    other = cast()
    recording = make_recording(people)
    word = set_pronunciation(people.coordinator, written="TTVH", said="Trung tâm Văn hóa")
    for group in (people, other):
        for name in ("clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader",
                     "supervisor", "administrator"):  # fmt: skip
            actor = getattr(group, name)
            for thing in (recording, recording.script, word):
                listed = type(thing).objects.visible_to(actor).filter(pk=thing.pk).exists()
                assert abilities_for(actor, thing).see == listed, (name, thing)
