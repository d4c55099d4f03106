"""Residents' cases on the real site: menu, first page, sitemap, files, and where complaints go."""

import pytest

from lienthong.feedback.tests.factories import QUESTION, make_answered
from lienthong.organisations.tests.factories import cast
from lienthong.portal.actions.change_portal import change_portal
from lienthong.portal.models import Portal
from lienthong.portal.tests.factories import make_portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings, tmp_path):
    settings.ALLOWED_HOSTS = ["minhhoa.example", "testserver"]
    settings.LIENTHONG_PUBLIC = tmp_path
    found = cast()
    make_portal(found)
    return found


def test_a_published_answer_stands_on_the_site(people, client):
    answer = make_answered(people)
    first = client.get("/").text
    assert '<a href="/phan-anh/">Phản ánh, kiến nghị</a>' in first
    assert QUESTION in first
    assert f"/phan-anh/tra-loi/{answer.pk}/" in client.get("/sitemap.xml").text


def test_complaints_are_shown_the_address_of_the_office(people, client):
    portal = Portal.objects.get()
    change_portal(
        people.administrator, portal, address="Thôn 1, xã Minh Hòa", phone="0200 000 100", email="", hotlines="",
        hours="Thứ Hai đến thứ Sáu",
    )  # fmt: skip
    page = client.get("/phan-anh/khieu-nai-to-cao/").text
    for words in ("Ủy ban nhân dân xã Minh Hòa", "Thôn 1, xã Minh Hòa", "0200 000 100", "Thứ Hai đến thứ Sáu"):
        assert words in page


def test_answers_are_written_as_files_and_those_of_one_reader_are_not(
    people, tmp_path, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = make_answered(people)
    folder = tmp_path / "minhhoa.example"
    written = {str(path.relative_to(folder)) for path in folder.rglob("index.html")}
    assert f"phan-anh/tra-loi/{answer.pk}/index.html" in written
    assert "phan-anh/index.html" in written
    assert not [path for path in written if "phan-anh/gui" in path or "phan-anh/ma" in path]
