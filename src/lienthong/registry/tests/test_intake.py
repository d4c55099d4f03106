"""Files come in: what is kept, what is refused with which sentence, and how reading ends."""

import io
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed
from lienthong.inbox.service import Notice, WorkItem
from lienthong.jobs.service import Claim
from lienthong.organisations.tests.factories import cast
from lienthong.registry import events
from lienthong.registry.actions.add_files import add_files
from lienthong.registry.actions.arrange_files import arrange_files
from lienthong.registry.actions.receive_files import receive_files
from lienthong.registry.content import PDF, TEXT, WORD
from lienthong.registry.models import Direction, DocumentFile, OfficialDocument, Proposal
from lienthong.registry.review.notes import notes_on
from lienthong.registry.tests.factories import (
    document,
    plan_text,
    read_document,
    read_files,
    received_document,
    upload,
)

pytestmark = pytest.mark.django_db
State = OfficialDocument.State


def word_file(text: str) -> bytes:
    made, out = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


def test_an_upload_waits_to_be_read_and_then_to_be_registered():
    people = cast()
    made = received_document(people.clerk, plan_text())
    assert made.state == State.READING
    assert made.files.get().job_state == Claim.WAITING
    read_files(made)
    assert made.state == State.TO_REGISTER
    assert (made.number, made.dated, made.type) == ("12/KH-UBND", "2025-08-05", "kế hoạch")
    assert made.subject == "Tuyên truyền chuyển đổi số năm 2025"
    file = made.files.get()
    assert "Mở chuyên mục" in file.text
    assert file.proposals.filter(kind=Proposal.Kind.TASK).exists()
    assert [event.kind for event in history_of(made)] == [events.RECEIVED.code, events.READ.code]
    assert WorkItem.objects.open().get(kind=WorkItem.Kind.CHECK).body == people.office


def test_a_word_file_is_read_under_its_own_type():
    made = read_document(cast().clerk, word_file(plan_text()), name="kế hoạch.docx")
    assert made.files.get().content_type == WORD
    assert made.number == "12/KH-UBND"


def test_several_files_become_documents_or_one_with_annexes():
    people = cast()
    files = [upload("Một văn bản.", "1.txt"), upload("Hai văn bản.", "2.txt")]
    each = receive_files(people.clerk, files, direction=Direction.INCOMING)
    assert len({outcome.file.document_id for outcome in each}) == 2
    files = [upload("Bản chính.", "a.txt"), upload("Phụ lục I.", "b.txt")]
    one = receive_files(people.clerk, files, direction=Direction.INCOMING, as_one=True)
    assert [outcome.file.part for outcome in one] == ["main", "annex"]
    assert len({outcome.file.document_id for outcome in one}) == 1


def _zip(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x" * 100)
    return out.getvalue()


def workbook(rows: list[list[str]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


BAD = {
    "empty": (b"", "rỗng"),
    "blank": (b"  \n\t ", "rỗng"),
    "protected": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), ".docx"),
    "a truncated Word file": (word_file(plan_text())[:3000], "hỏng"),
    "a workbook": (_zip("xl/workbook.xml"), "Excel"),
    "an empty archive": (b"PK\x05\x06" + bytes(18), "không có tệp nào"),
    "a broken picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh (PNG) bị hỏng"),
    "an empty web page": (b"<!doctype html><html></html>", "không có chữ"),
}


@pytest.mark.parametrize("data,word", BAD.values(), ids=BAD.keys())
def test_a_bad_file_gets_a_sentence_and_the_others_are_kept(data, word):
    people = cast()
    files = [upload("Tốt một.", "tot.txt"), upload(data, "hong.pdf"), upload("Tốt hai.", "tot2.txt")]
    outcomes = receive_files(people.clerk, files, direction=Direction.INCOMING)
    assert [outcome.file is not None for outcome in outcomes] == [True, False, True]
    assert word in outcomes[1].refusal
    assert DocumentFile.objects.count() == 2


def test_a_file_above_the_limit_is_refused(settings):
    settings.LIENTHONG_MAX_UPLOAD = 1024 * 1024
    outcomes = receive_files(
        cast().clerk, [upload(b"a" * (1024 * 1024 + 1)), upload("Nhỏ.")], direction=Direction.INCOMING
    )
    assert "1 MB" in outcomes[0].refusal
    assert outcomes[1].file is not None


def test_content_decides_and_a_wrong_ending_is_remarked():
    made = read_document(cast().clerk, plan_text(), name="ke-hoach.pdf")
    file = made.files.get()
    assert file.content_type == TEXT
    assert any("nội dung là" in note.sentence for note in notes_on(file))


PAGE = "<!doctype html><html><body><p>Số: 12/KH-UBND</p><p>Kế hoạch truyền thông</p></body></html>"


@pytest.mark.parametrize(
    "data,kind,ending",
    [
        (PAGE.encode(), "text/html", ".html"),
        (b"{\\rtf1 Ke hoach}", "application/rtf", ".rtf"),
        (
            workbook([["Nội dung", "Chủ trì", "Thời gian"]]),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx",
        ),
    ],
    ids=["web page", "RTF", "spreadsheet"],
)
def test_other_formats_keep_their_type(monkeypatch, data, kind, ending):
    monkeypatch.setattr("vanban.sources.programs.office", lambda: "soffice")
    [outcome] = receive_files(cast().clerk, [upload(data, "tep")], direction=Direction.INCOMING)
    assert outcome.file.content_type == kind
    assert outcome.file.stored.name.endswith(ending)


def _archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_the_files_of_an_archive_are_taken_in_one_by_one():
    data = _archive({"hồ sơ/ke-hoach.txt": plan_text().encode(), "../ngoai.txt": b"Thong bao", "rong.pdf": b""})
    outcomes = receive_files(cast().clerk, [upload(data, "ho-so.zip")], direction=Direction.INCOMING)
    assert [(outcome.name, outcome.file is not None) for outcome in outcomes] == [
        ("ke-hoach.txt", True), ("ngoai.txt", True), ("rong.pdf", False),
    ]  # fmt: skip
    assert outcomes[0].file.content_type == TEXT


def test_an_archive_of_too_many_files_is_taken_in_so_far(monkeypatch):
    monkeypatch.setattr("lienthong.registry.unpacking.MAX_FILES", 1)
    data = _archive({"a.txt": b"Thong bao mot", "b.txt": b"Thong bao hai"})
    outcomes = receive_files(cast().clerk, [upload(data, "ho-so.zip")], direction=Direction.INCOMING)
    assert [outcome.file is not None for outcome in outcomes] == [True, False]
    assert "chia nhỏ" in outcomes[1].refusal


def test_a_file_that_no_program_here_opens_is_refused_at_once(monkeypatch):
    monkeypatch.setattr("vanban.sources.programs.office", lambda: None)
    [outcome] = receive_files(cast().clerk, [upload(b"{\\rtf1 Ke hoach}", "a.rtf")], direction=Direction.INCOMING)
    assert outcome.file is None
    assert "LibreOffice" in outcome.refusal


def test_a_broken_pdf_is_kept_and_can_be_registered_by_hand():
    made = read_document(cast().clerk, b"%PDF-1.7\nnothing else", name="quet.pdf")
    file = made.files.get()
    assert file.content_type == PDF
    assert file.reading["unreadable"]
    assert [note.step for note in notes_on(file) if "ghi thông tin bằng tay" in note.step]
    assert made.state == State.TO_REGISTER


def test_the_same_content_is_shown_before_it_is_saved_twice():
    people = cast()
    first = received_document(people.clerk, plan_text())
    [outcome] = receive_files(people.clerk, [upload(plan_text(), "khac.txt")], direction=Direction.INCOMING)
    assert outcome.file is None
    assert outcome.earlier == first.files.get()
    [outcome] = receive_files(people.clerk, [upload(plan_text())], direction=Direction.INCOMING, keep_duplicates=True)
    assert outcome.file is not None


def test_another_office_may_have_the_same_file():
    received_document(cast().clerk, plan_text())
    [outcome] = receive_files(cast().clerk, [upload(plan_text())], direction=Direction.INCOMING)
    assert outcome.file is not None


def test_annexes_are_added_read_and_put_in_order():
    people = cast()
    made = read_document(people.clerk)
    [outcome] = add_files(people.clerk, made, [upload("Phụ lục I\nDanh sách", "phu-luc.txt")])
    made.refresh_from_db()
    assert made.state == State.READING
    read_files(made)
    assert made.state == State.TO_REGISTER
    assert made.number == "12/KH-UBND"
    main = made.files.get(part="main")
    arrange_files(people.clerk, made, [outcome.file.pk, main.pk])
    assert [file.pk for file in made.files.all()] == [outcome.file.pk, main.pk]
    assert made.files.get(part="main").pk == outcome.file.pk


def test_a_registered_document_keeps_its_state_when_an_annex_comes():
    people = cast()
    made = document(people.office)
    add_files(people.clerk, made, [upload("Bản chính", "a.txt")])
    read_files(made)
    assert made.state == State.WITH_LEADER
    assert made.files.get().part == "main"


@pytest.mark.parametrize("name", ["leader", "coordinator", "unit_head", "reader", "supervisor", "administrator"])
def test_only_the_clerk_takes_files_in(name):
    people = cast()
    actor = getattr(people, name)
    with pytest.raises(NotAllowed):
        receive_files(actor, [upload("x")], direction=Direction.INCOMING)
    with pytest.raises(NotAllowed):
        add_files(actor, document(people.office), [upload("x")])


def test_an_urgent_document_is_said_at_once():
    people = cast()
    made = read_document(people.clerk, plan_text(mark="HỎA TỐC"))
    assert made.urgency == "hỏa tốc"
    told = set(Notice.objects.filter(urgent=True).values_list("position", flat=True))
    assert told == {people.clerk.position.pk, people.leader.position.pk}


def test_a_failing_reader_puts_no_text_into_the_row(monkeypatch, caplog):
    made = received_document(cast().clerk, plan_text())

    def fail(data, **options):
        raise ValueError(f"cannot read {data!r}")

    monkeypatch.setattr("lienthong.registry.actions.read_file.vanban.read", fail)
    read_files(made)
    file = made.files.get()
    assert file.job_state == Claim.WAITING
    assert file.last_error == "RuntimeError: the reader failed: ValueError"
    assert "Minh Giang" not in caplog.text


def test_a_name_is_shown_without_its_path_and_never_used_on_disk():
    made = received_document(cast().clerk, "Văn bản.", name="..\\..\\bí/mật\x00 " + "x" * 300 + ".txt")
    file = made.files.get()
    assert len(file.name) <= 255
    assert file.name.endswith(".txt")
    assert "/" not in file.name
    assert "x" not in file.stored.name.removeprefix("documents/").removesuffix(".txt")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.sampled_from(
        [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"{\\rtf1", b"\xd0\xcf\x11\xe0"]
    ),
    tail=st.binary(max_size=300),
    name=st.text(max_size=40),
)
def test_no_bytes_and_no_name_break_intake_or_reading(head, tail, name):
    clerk = cast().clerk
    file = upload(head + tail, "tạm")
    file._name = name
    [outcome] = receive_files(clerk, [file], direction=Direction.INCOMING)
    assert (outcome.file is None) == bool(outcome.refusal)
    if outcome.file is not None:
        read_files(outcome.file.document)
        assert DocumentFile.objects.get(pk=outcome.file.pk).job_state == Claim.DONE
