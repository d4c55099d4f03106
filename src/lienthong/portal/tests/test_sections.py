"""Rooms below the portal show themselves on it: menu, first page, sitemap, files, and only at an open site."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from lienthong.core import public
from lienthong.core.public import Found, PublicPage, PublicSection, Searched, at_site, changed
from lienthong.organisations.service import Body
from lienthong.organisations.tests.factories import cast
from lienthong.portal.actions.open_portal import open_portal
from lienthong.portal.models import Portal
from lienthong.portal.tests.factories import make_column, make_portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    found = cast()
    make_portal(found)
    return found


@pytest.fixture
def section(monkeypatch):
    """A section about the units of an office, at the address of the contact page."""
    made = PublicSection(
        name="units", title="Đơn vị", url_name="portal_contact", pages=lambda office: [PublicPage("/lien-he/")],
        searched=(
            Searched(
                Body, "Đơn vị", public=lambda office: Body.objects.filter(parent=office),
                show=lambda body: Found(body.name, "/lien-he/", f"Đơn vị {body.name} tiếp công dân"),
            ),
        ),
        block="portal/document_list.html", block_context=lambda office: {"any": True},
    )  # fmt: skip
    monkeypatch.setattr(public, "_sections", {"units": made})
    return made


def test_a_section_stands_in_the_menu_on_the_first_page_and_in_the_sitemap(people, section, client):
    said = client.get("/").content.decode()
    assert '<li><a href="/lien-he/">Đơn vị</a></li>' in said
    assert '<h2 id="muc-units">Đơn vị</h2>' in said
    assert "/lien-he/</loc>" in client.get("/sitemap.xml").content.decode()


def test_a_section_without_anything_to_show_is_left_out(people, section, monkeypatch, client):
    from dataclasses import replace

    monkeypatch.setattr(public, "_sections", {"units": replace(section, shown=lambda office: False)})
    assert "Đơn vị" not in client.get("/").content.decode()


def test_its_views_answer_only_at_an_open_site(people, settings):
    settings.ALLOWED_HOSTS = ["minhhoa.example"]
    view = at_site(lambda request, site: HttpResponse(site.office.name))
    there = RequestFactory().get("/", headers={"host": "minhhoa.example"})
    assert "Minh Hòa" in view(there).content.decode()
    Portal.objects.get().site.root_page.unpublish()
    with pytest.raises(public.Http404):
        view(RequestFactory().get("/", headers={"host": "minhhoa.example"}))


def test_of_two_portals_at_one_host_name_the_port_says_which(people, settings):
    settings.ALLOWED_HOSTS = ["minhhoa.example"]
    others = cast()
    beside = open_portal(others.administrator, hostname="minhhoa.example", port=8080)
    for port, found in (("80", Portal.objects.get(office=people.office)), ("8080", beside)):
        asked = RequestFactory().get("/", headers={"host": f"minhhoa.example:{port}"}, SERVER_PORT=port)
        assert Portal.at(asked) == found


def test_what_changed_in_one_act_is_written_once(people, django_capture_on_commit_callbacks):
    before = Portal.objects.get().version
    with django_capture_on_commit_callbacks() as waiting:
        for _each in range(30):
            changed(people.office.pk)
    assert len(waiting) == 1
    assert Portal.objects.get().version == before + 30


def test_a_page_never_takes_an_address_of_the_program(people):
    assert make_column(people, "Liên hệ", public=False).page.slug == "lien-he-2"
    assert make_column(people, "Nội bộ", public=False).page.slug == "noi-bo-2"
