"""What proves a piece of work: told by content, kept with its hash, refused with a sentence."""

import hashlib
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lienthong.core.file_kinds import HEIC, JPEG, M4A, MP3, MP4, PDF, PNG, SHEET, WORD, Kind, kind_of
from lienthong.core.refusals import Refused
from lienthong.organisations.tests.factories import Cast, cast
from lienthong.plans import service
from lienthong.plans.models import Credit, Evidence, Work
from lienthong.plans.tests.factories import MINUTES, make_accepted, make_plan, photo, workbook

_CONTENTS = [
    (b"%PDF-1.7 ...", PDF),
    (b"\xff\xd8\xff\xe1 exif", JPEG),
    (b"\x89PNG\r\n\x1a\n....", PNG),
    (b"\x00\x00\x00\x18ftypheic\x00\x00", HEIC),
    (b"\x00\x00\x00\x18ftypisom\x00\x00", MP4),
    (b"\x00\x00\x00\x18ftypM4A \x00\x00", M4A),
    (b"ID3\x04 ...", MP3),
    (b"\xff\xfb\x90\x64 ...", MP3),
]


def file(content: bytes, name: str = "tep") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("content, kind", _CONTENTS)
def test_the_content_tells_the_kind(content: bytes, kind: Kind) -> None:
    assert kind_of(file(content, "sai-duoi.exe")) == kind


def test_archives_are_word_or_excel_or_nothing() -> None:
    assert kind_of(workbook("xl/workbook.xml")) == SHEET
    assert kind_of(workbook("word/document.xml")) == WORD
    for parts in (["readme.txt"], ["word/document.xml", "word/vbaProject.bin"]):
        with pytest.raises(Refused):
            kind_of(workbook(*parts))


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00", b"<html><script>", b"#!/bin/sh", b"PK\x03\x04broken", b"GIF89a", "chữ".encode(), b"RIFF"]
)
def test_everything_else_is_refused_by_its_name(content: bytes) -> None:
    with pytest.raises(Refused, match=r"anh\.jpg"):
        kind_of(file(content, "anh.jpg"))


def test_empty_and_large_files_are_refused(settings: object) -> None:
    with pytest.raises(Refused, match="rỗng"):
        kind_of(file(b""))
    settings.LIENTHONG_MAX_UPLOAD = 100  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="lớn hơn"):
        kind_of(photo())


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


def record(people: Cast, *proofs: service.Proof, **more: object) -> Work:
    share = make_accepted(people)
    values = {"title": "Ra quân", "done_on": timezone.localdate(), "proofs": proofs, "shares": [share]} | more
    return service.record_work(people.member, **values)  # type: ignore[arg-type]


def test_a_file_is_kept_with_its_hash_under_a_name_of_ours(people: Cast) -> None:
    content = photo().read()
    evidence = record(people, service.Proof(file=photo("../../anh họp dân.png"))).evidence.get()
    assert evidence.sha256 == hashlib.sha256(content).hexdigest()
    assert (evidence.content_type, evidence.size) == ("image/jpeg", len(content))
    assert evidence.stored.name.endswith(".jpg")
    assert evidence.sha256[:32] in evidence.stored.name
    assert evidence.stored.read() == content
    assert evidence.name == "anh họp dân.png"


def test_links_and_minutes(people: Cast) -> None:
    work = record(people, service.Proof(url="https://minhhoa.example.vn/tin"), MINUTES)
    assert set(work.evidence.values_list("kind", flat=True)) == {"link", "minutes"}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "minhhoa.example.vn", "ftp://example.vn/a", "http://", "file:///etc"]
)
def test_what_is_no_link_is_refused(people: Cast, url: str) -> None:
    with pytest.raises(Refused, match="http"):
        record(people, service.Proof(url=url))
    assert not Work.objects.exists()


@pytest.mark.parametrize("number, dated", [("12/BB", None), ("", date(2026, 1, 2)), ("không số", date(2026, 1, 2))])
def test_minutes_need_number_and_date(people: Cast, number: str, dated: date | None) -> None:
    with pytest.raises(Refused):
        record(people, service.Proof(number=number, dated=dated))


def test_nothing_is_kept_of_a_work_that_is_refused(people: Cast) -> None:
    with pytest.raises(Refused):
        record(people, MINUTES, service.Proof(file=file(b"MZ\x90")))
    with pytest.raises(Refused, match="minh chứng"):
        record(people)
    with pytest.raises(Refused, match="sau hôm nay"):
        record(people, MINUTES, done_on=timezone.localdate() + timedelta(days=1))
    assert not Work.objects.exists()
    assert not Evidence.objects.exists()


def test_one_work_credits_several_and_counts_once(people: Cast) -> None:
    plan = make_plan(people)
    first, second = make_accepted(people, plan, frequency_printed="định kỳ quý"), make_accepted(people, plan)
    occurrence = first.occurrences.first()
    service.record_work(
        people.member,
        title="Hội nghị chung",
        done_on=timezone.localdate(),
        proofs=[MINUTES],
        shares=[first, second],
        occurrences=[occurrence],
    )
    assert Credit.objects.count() == 2
    assert service.works_of_plan(plan).count() == 1
    assert service.numbers_for(plan, timezone.localdate()).issues_done == 1


def test_work_of_two_bodies_is_two_pieces_of_work(people: Cast) -> None:
    first = make_accepted(people)
    other = make_accepted(people, leads=[people.culture, people.hamlets[0]], supports=[])
    hamlet = other.assignment.shares.get(body=people.hamlets[0])
    service.accept_share(people.hamlet_head, hamlet)
    with pytest.raises(Refused):
        service.record_work(
            people.member, title="x", done_on=timezone.localdate(), proofs=[MINUTES], shares=[first, hamlet]
        )
