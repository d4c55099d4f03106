"""Large files in parts: they go on after a lost line, are checked whole, and what nobody finishes is taken away."""

import hashlib
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom import uploads
from lienthong.newsroom.models.files import MediaFile, Upload
from lienthong.newsroom.uploads import begin_upload, path_of, put_part, sweep_leftovers
from lienthong.organisations.tests.factories import sign_in

FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 40
SAID = {"alt": "Buổi hướng dẫn", "credit": "Phòng VH-XH", "rights": "own"}


def begun(client, data=FILM):
    return client.post(reverse("newsroom:begin_upload"), {"name": "phim.mp4", "size": len(data)})


def put(client, told, offset, part):
    return client.post(f"{told['url']}?o={offset}", part, content_type="application/octet-stream")


def test_a_film_arrives_in_parts_and_goes_on_where_it_stopped(people, client):
    sign_in(client, people.member)
    told = begun(client).json()
    assert put(client, told, 0, FILM[:4000]).json()["received"] == 4000
    again = begun(client).json()
    assert (again["key"], again["received"]) == (told["key"], 4000)
    assert put(client, told, 0, FILM[:4000]).json()["received"] == 4000
    missing = put(client, told, 6000, FILM[6000:])
    assert (missing.status_code, missing.json()["received"]) == (422, 4000)
    put(client, told, 4000, FILM[4000:])
    done = client.post(told["finish"], {"sha256": hashlib.sha256(FILM).hexdigest(), **SAID})
    media = MediaFile.objects.get(pk=done.json()["pk"])
    assert (media.kind, media.content_type, media.sha256) == ("film", "video/mp4", hashlib.sha256(FILM).hexdigest())
    with media.file.open("rb") as stored:
        assert stored.read() == FILM
    assert not Upload.objects.exists()


def test_another_content_than_the_one_sent_is_given_up(people, client):
    sign_in(client, people.member)
    told = begun(client).json()
    put(client, told, 0, FILM)
    place = path_of(Upload.objects.get())
    answer = client.post(told["finish"], {"sha256": "0" * 64, **SAID})
    assert answer.status_code == 422
    assert "không giống" in answer.json()["sentence"]
    assert not place.exists()
    assert not Upload.objects.exists()


def test_what_is_no_sound_or_film_is_given_up(people, client):
    sign_in(client, people.member)
    other = b"%PDF-1.7" + bytes(200)
    told = begun(client, other).json()
    put(client, told, 0, other)
    wrong = client.post(told["finish"], {"sha256": hashlib.sha256(other).hexdigest(), **SAID})
    assert "MP4" in wrong.json()["sentence"]
    assert not MediaFile.objects.exists()
    assert not Upload.objects.exists()


def test_a_file_without_words_about_it_waits_for_them(people, client):
    sign_in(client, people.member)
    told = begun(client).json()
    put(client, told, 0, FILM)
    digest = hashlib.sha256(FILM).hexdigest()
    assert client.post(told["finish"], {"sha256": digest, **SAID, "alt": ""}).status_code == 422
    assert client.post(told["finish"], {"sha256": digest, **SAID}).json()["kind"] == "Video"


def test_a_file_that_is_not_whole_is_not_finished(people, client):
    sign_in(client, people.member)
    told = begun(client).json()
    put(client, told, 0, FILM[:100])
    assert client.post(told["finish"], {"sha256": "0" * 64, **SAID}).status_code == 422
    assert client.get(told["url"]).json()["received"] == 100


def test_limits(people, monkeypatch):
    with pytest.raises(Refused, match="GB"):
        begin_upload(people.member, name="to.mp4", size=uploads.MOST + 1)
    with pytest.raises(NotAllowed):
        begin_upload(people.supervisor, name="a.mp4", size=10)
    for n in range(uploads.AT_ONCE):
        upload = begin_upload(people.member, name=f"{n}.mp4", size=10)
    with pytest.raises(Refused, match="tải dở"):
        begin_upload(people.member, name="them.mp4", size=10)
    with pytest.raises(Refused, match="quá lớn"):
        put_part(upload, 8, b"123")


def test_an_upload_is_its_beginners_own(people, client):
    upload = begin_upload(people.member, name="a.mp4", size=10)
    assert sign_in(client, people.coordinator).get(reverse("newsroom:upload", args=[upload.key])).status_code == 404


def test_what_nobody_goes_on_with_is_taken_away(people):
    old, fresh = (
        begin_upload(people.member, name="cu.mp4", size=10),
        begin_upload(people.member, name="moi.mp4", size=10),
    )
    Upload.objects.filter(pk=old.pk).update(touched_at=timezone.now() - timedelta(days=3))
    assert sweep_leftovers() == 1
    assert not path_of(old).exists()
    assert path_of(fresh).exists()
