"""A document with a secrecy mark leaves nothing: no row, file, index, log, job argument, no bytes in the database."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed
from lienthong.core.tests.databases import in_file
from lienthong.inbox.service import Notice
from lienthong.jobs.service import wake
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.registry import events
from lienthong.registry.actions.add_files import add_files
from lienthong.registry.actions.discard_secret import discard_secret
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.models import HeldNumber, OfficialDocument
from lienthong.registry.tasks import read_document_file
from lienthong.registry.tests.factories import plan_text, read_document, read_files, received_document, upload

# A word of no language, because an index keeps single words.
WORD = "qzjxkhenohoa"
PHRASE = f"cây {WORD} trên đồi Trinh"
FOLDED = f"cay {WORD} tren doi trinh"
FILE_NAME = "đồi Trinh.txt"
SPELLINGS = [
    PHRASE,
    FOLDED,
    WORD,
    WORD[3:],
    "đồi Trinh",
    PHRASE.encode("unicode_escape").decode(),
]


def secret_text(**more: str) -> str:
    return plan_text(subject=PHRASE, task=f"Giữ {PHRASE}", **more)


def everything_stored() -> str:
    """Every column of every table, as the database gives it."""
    found = []
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [repr(row) + str(row) for row in cursor.fetchall()]
    assert len(tables) > len(apps.get_models()) / 2
    return "\n".join(found)


def everything_on_disk() -> bytes:
    """All stored files and, with SQLite, the database file with its write-ahead log."""
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    if connection.vendor == "sqlite":
        name = Path(str(connection.settings_dict["NAME"]))
        files += [path for path in name.parent.glob(f"{name.name}*") if path.is_file()]
    return b"\n".join(path.read_bytes() for path in files)


def assert_gone(caplog: pytest.LogCaptureFixture) -> None:
    stored, on_disk = everything_stored(), everything_on_disk()
    for spelling in SPELLINGS:
        assert spelling not in stored
        assert spelling not in caplog.text
        assert spelling.encode() not in on_disk


@pytest.fixture
def file_database(transactional_db, tmp_path, settings):
    """A database in a file, because freed pages and the log would keep a text there; and a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.MEDIA_ROOT.mkdir()
    with in_file(connection, tmp_path):
        if connection.vendor == "sqlite":
            assert connection.cursor().execute("PRAGMA secure_delete").fetchone() == (1,)
        yield


@pytest.mark.usefixtures("file_database")
def test_the_phrase_is_found_where_nothing_was_discarded(caplog):
    """The search itself works: an ordinary document is found in tables and files."""
    people = cast()
    made = read_document(people.clerk, secret_text(), name=FILE_NAME)
    register_incoming(people.clerk, made, arrived_on=date(2025, 8, 6))
    with pytest.raises(AssertionError):
        assert_gone(caplog)
    stored = everything_stored()
    assert PHRASE in stored
    assert FOLDED in stored
    assert PHRASE.encode() in everything_on_disk()


@pytest.mark.usefixtures("file_database")
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_marked_file_is_not_kept(mark, caplog):
    caplog.set_level("DEBUG")
    people = cast()
    made = received_document(people.clerk, secret_text(mark=mark), name=FILE_NAME)
    wake(read_document_file, made.files.get().pk)
    read_files(made)
    assert not OfficialDocument.objects.exists()
    assert_gone(caplog)
    assert Notice.objects.get().position == people.clerk.position
    assert [event.kind for event in history_of(made)][-1] == events.SECRET_DISCARDED.code


@pytest.mark.usefixtures("file_database")
def test_a_marked_word_file_is_not_kept(caplog):
    word, out = docx.Document(), io.BytesIO()
    for line in secret_text(mark="MẬT").splitlines():
        word.add_paragraph(line)
    word.save(out)
    made = received_document(cast().clerk, out.getvalue(), name="đồi Trinh.docx")
    read_files(made)
    assert not OfficialDocument.objects.exists()
    assert_gone(caplog)


@pytest.mark.usefixtures("file_database")
def test_a_marked_annex_takes_the_whole_document_with_it(caplog):
    people = cast()
    made = read_document(people.clerk, plan_text(subject=PHRASE), name=FILE_NAME)
    add_files(people.clerk, made, [upload(secret_text(mark="MẬT"), "phụ lục.txt")])
    read_files(made)
    assert not OfficialDocument.objects.exists()
    assert_gone(caplog)


@pytest.mark.usefixtures("file_database")
def test_what_the_clerk_marks_after_registering_goes_too_and_its_number_is_explained(caplog):
    people = cast()
    made = read_document(people.clerk, secret_text(mark="HỎA TỐC"), name=FILE_NAME)
    made = register_incoming(people.clerk, made, arrived_on=date(2025, 8, 6))
    assert PHRASE in everything_stored()
    discard_secret(people.clerk, made)
    assert not OfficialDocument.objects.exists()
    assert_gone(caplog)
    held = HeldNumber.objects.get()
    assert (held.number, held.cancelled_on is None) == (1, False)
    history = [event.sentence for event in history_of(OfficialDocument(pk=made.pk or held.pk))]
    assert all(PHRASE not in sentence for sentence in history)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["leader", "coordinator", "reader", "unit_head", "administrator"])
def test_only_the_clerk_marks_a_document_secret(name):
    people = cast()
    made = read_document(people.clerk)
    with pytest.raises(NotAllowed):
        discard_secret(getattr(people, name), made)
    assert OfficialDocument.objects.filter(pk=made.pk).exists()


@pytest.mark.django_db
def test_the_screen_says_what_to_do_and_only_to_the_clerk():
    people = cast()
    made = received_document(people.clerk, secret_text(mark="MẬT"), name=FILE_NAME)
    url = reverse("registry:document", args=[made.pk])
    read_files(made)
    answer = sign_in(Client(), people.clerk).get(url)
    assert answer.status_code == 410
    assert "sổ văn bản mật trên giấy" in answer.content.decode()
    assert PHRASE not in answer.content.decode()
    for other in (people.leader, people.reader, cast().clerk):
        assert sign_in(Client(), other).get(url).status_code == 404
