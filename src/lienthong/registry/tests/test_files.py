"""Single files of a document: read once more, taken away."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.jobs.service import Claim
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.registry import events
from lienthong.registry.actions.add_field import add_field
from lienthong.registry.actions.add_files import add_files
from lienthong.registry.actions.confirm_proposal import confirm_proposal
from lienthong.registry.actions.read_again import read_again
from lienthong.registry.actions.reject_proposal import reject_proposal
from lienthong.registry.actions.remove_file import remove_file
from lienthong.registry.actions.reopen_proposal import reopen_proposal
from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.tests.factories import plan_text, read_document, read_files, received_document, upload

pytestmark = pytest.mark.django_db
State = OfficialDocument.State


@pytest.fixture
def people() -> Cast:
    return cast()


def with_annex(people: Cast, text: str) -> tuple[OfficialDocument, DocumentFile]:
    made = read_document(people.clerk, plan_text())
    add_files(people.clerk, made, [upload(text, "phụ lục.txt")])
    read_files(made)
    return made, made.files.get(part="annex")


class TestReadingAgain:
    def test_a_reading_that_failed_is_done_once_more(
        self, people: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(*args: object, **kwargs: object) -> None:
            raise RuntimeError

        made = received_document(people.clerk, plan_text())
        with monkeypatch.context() as patched:
            patched.setattr("vanban.read", fails)
            DocumentFile.objects.update(attempts=Claim.MAX_ATTEMPTS - 1)
            read_files(made)
        file = made.files.get()
        assert file.job_state == Claim.FAILED
        page = sign_in(client, people.clerk).get(reverse("registry:document", args=[made.pk])).content.decode()
        assert "Đọc lại" in page
        client.post(reverse("registry:read_file_again", args=[file.pk]))
        read_files(made)
        assert made.state == State.TO_REGISTER
        assert made.number == "12/KH-UBND"
        assert events.READ_AGAIN.code in [event.kind for event in history_of(made)]

    def test_what_could_not_be_read_then_replaces_nothing_that_was_typed(self, people: Cast) -> None:
        made = read_document(people.clerk, b"%PDF-1.7 broken", name="quét.pdf")
        file = made.files.get()
        assert file.reading["unreadable"]
        add_field(people.clerk, made, name="number", value="7/TB-UBND")
        file.stored.storage.delete(str(file.stored.name))
        file.stored.storage.save(str(file.stored.name), upload(plan_text(number="9/KH-UBND")))
        read_again(people.clerk, file)
        read_files(made)
        numbers = Proposal.objects.filter(file=file, kind="field", name="number")
        assert {row.confirmed for row in numbers if row.state == "corrected"} == {"7/TB-UBND"}
        assert Proposal.objects.filter(file=file, kind="field", name="subject").exists()

    def test_not_while_it_is_read_and_not_once_decided_on(self, people: Cast) -> None:
        made = received_document(people.clerk, plan_text())
        with pytest.raises(Refused, match="đang được đọc"):
            read_again(people.clerk, made.files.get())
        read_files(made)
        confirm_proposal(people.clerk, Proposal.objects.filter(file__document=made, kind="field")[0])
        with pytest.raises(Refused, match="Đã duyệt nội dung"):
            read_again(people.clerk, made.files.get())

    def test_only_by_the_clerk(self, people: Cast) -> None:
        made = read_document(people.clerk)
        with pytest.raises(NotAllowed):
            read_again(people.leader, made.files.get())


class TestRemoving:
    def test_an_annex_goes_with_its_bytes_and_what_was_read_from_it(self, people: Cast, client: Client) -> None:
        made, annex = with_annex(people, plan_text(number="77/KH-UBND"))
        stored = Path(annex.stored.path)
        assert Proposal.objects.filter(file=annex).exists()
        client = sign_in(client, people.clerk)
        assert "Xóa tệp này" in client.get(reverse("registry:document", args=[made.pk])).content.decode()
        client.post(reverse("registry:remove_annex", args=[annex.pk]))
        assert [file.part for file in made.files.all()] == ["main"]
        assert not stored.exists()
        assert not Proposal.objects.filter(file=annex).exists()
        assert events.FILE_REMOVED.code in [event.kind for event in history_of(made)]

    def test_a_failed_annex_no_longer_holds_the_document_up(self, people: Cast) -> None:
        made = read_document(people.clerk, plan_text())
        add_files(people.clerk, made, [upload("Phụ lục", "phụ lục.txt")])
        annex = made.files.get(part="annex")
        DocumentFile.objects.filter(pk=annex.pk).update(job_state=Claim.FAILED)
        made.refresh_from_db()
        assert made.state == State.READING
        remove_file(people.clerk, annex)
        made.refresh_from_db()
        assert made.state == State.TO_REGISTER

    def test_not_the_main_text_and_not_below_what_was_confirmed(self, people: Cast) -> None:
        made, annex = with_annex(people, plan_text(number="77/KH-UBND"))
        with pytest.raises(Refused, match="Văn bản chính"):
            remove_file(people.clerk, made.files.get(part="main"))
        citation = Proposal.objects.filter(file=annex, kind="citation")[0]
        confirm_proposal(people.clerk, citation)
        with pytest.raises(Refused, match="Đã xác nhận"):
            remove_file(people.clerk, annex)
        reopen_proposal(people.clerk, citation)
        reject_proposal(people.clerk, citation)
        remove_file(people.clerk, annex)
        assert made.files.count() == 1

    def test_only_by_the_clerk(self, people: Cast) -> None:
        _made, annex = with_annex(people, "Phụ lục I")
        with pytest.raises(NotAllowed):
            remove_file(people.coordinator, annex)
