"""What the rules of form say: worked out once for one content, never shown for another."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lienthong.drafting import checking
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.actions.write_task import write_task
from lienthong.drafting.checking import check_draft, known_check
from lienthong.drafting.models import Draft, DraftTask
from lienthong.drafting.tests.factories import make_draft
from lienthong.organisations.tests.factories import Cast, cast, sign_in


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


def never(*args: object, **kwargs: object) -> None:
    raise AssertionError("the file was written or checked")


def test_opening_a_draft_neither_writes_nor_checks_its_file(
    people: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = make_draft(people)
    sign_in(client, people.coordinator)
    url, check = reverse("drafting:draft", args=[draft.pk]), reverse("drafting:check", args=[draft.pk])
    with monkeypatch.context() as patched:
        patched.setattr(checking, "docx_of", never)
        html = client.get(url).content.decode()
        assert "đang soát lại" in html
        assert f'hx-get="{check}"' in html
    assert client.get(check).url == url  # where no script runs the link comes back to the draft
    piece = client.get(check, headers={"HX-Request": "true"}).content.decode()
    assert "Không thấy lỗi thể thức." in piece
    assert "<html" not in piece
    monkeypatch.setattr(checking, "docx_of", never)
    html = client.get(url).content.decode()
    assert "Không thấy lỗi thể thức." in html
    assert "đang soát lại" not in html


def test_what_was_found_of_other_words_is_not_said_of_these(people: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = make_draft(people)
    check_draft(draft)
    assert known_check(draft) is not None
    task = DraftTask.objects.get(section__draft=draft)
    write_task(people.coordinator, task, values={"text": "Phát bản tin khác"}, seen=task.version)
    assert known_check(Draft.objects.get(pk=draft.pk)) is None
    check_draft(draft)
    section = draft.sections.first()
    assert section is not None
    write_section(people.coordinator, section, values={"text": "Mục đích khác"}, seen=section.version)
    assert known_check(Draft.objects.get(pk=draft.pk)) is None
    kept = check_draft(draft)
    assert known_check(draft) == kept
    # Rules are dated: tomorrow it is asked again.
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(checking.timezone, "localdate", lambda: tomorrow)
    assert known_check(draft) is None


def test_what_cannot_be_written_is_said(people: Cast, client: Client) -> None:
    draft = make_draft(people)
    Draft.objects.filter(pk=draft.pk).update(type="quyết định")
    draft.sections.update(text="")
    sign_in(client, people.coordinator)
    assert "chưa có nội dung" in client.get(reverse("drafting:draft", args=[draft.pk])).content.decode()
    assert client.get(reverse("drafting:check", args=[draft.pk])).status_code == 302


def test_a_draft_of_another_office_is_not_checked(people: Cast, client: Client) -> None:
    sign_in(client, people.reader)
    assert client.get(reverse("drafting:check", args=[make_draft(people).pk])).status_code == 404


def test_opening_asks_as_much_of_the_database_however_long_it_is(people: Cast, client: Client) -> None:
    draft = make_draft(people)
    check_draft(draft)
    sign_in(client, people.coordinator)
    url = reverse("drafting:draft", args=[draft.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as short:
        client.get(url)
    for order in range(10, 16):
        section = draft.sections.create(order=order, title=f"PHẦN {order}", text="Nội dung")
        for number in range(5):
            section.tasks.create(order=number, text=f"Việc {order}.{number}", lead="Phòng Văn hóa - Xã hội")
    with CaptureQueriesContext(connection) as long:
        client.get(url)
    assert len(long) <= len(short) + 1
