"""What a process remembers of a portal: the frame of a page costs one question, and no act is seen late for it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from lienthong.core.public import changed
from lienthong.organisations.tests.factories import cast
from lienthong.portal.actions.change_portal import change_portal
from lienthong.portal.models import Portal
from lienthong.portal.models import site as remembering
from lienthong.portal.tests.factories import let_out, make_column, make_kind, make_portal, take_down

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(monkeypatch, settings):
    settings.ALLOWED_HOSTS = ["minhhoa.example"]
    # Tests run in a transaction, in which nothing is remembered; requests do not.
    monkeypatch.setattr(remembering, "connection", SimpleNamespace(in_atomic_block=False))
    found = cast()
    make_portal(found)
    return found


@pytest.fixture
def page(client):
    return lambda: client.get("/lien-he/", headers={"host": "minhhoa.example"}).content.decode()


def test_the_frame_asks_for_nothing_but_the_version(people, page, django_assert_num_queries):
    make_column(people, "Chuyển đổi số")
    first = page()
    assert "Chuyển đổi số" in first
    with django_assert_num_queries(1):
        assert page() == first


def test_what_an_act_changed_is_read_at_once(people, page):
    page()
    change_portal(people.administrator, Portal.objects.get(), phone="0220 3000 111")
    assert "0220 3000 111" in page()
    column = make_column(people, "Chuyển đổi số")
    assert "Chuyển đổi số" in page()
    take_down(people, column)
    assert "Chuyển đổi số" not in page()


def test_a_remembered_banner_begins_and_ends_by_the_clock(people, page, monkeypatch):
    now = timezone.now()
    times = {"banner_from": now + timedelta(hours=1), "banner_until": now + timedelta(hours=2)}
    let_out(people.member, people.leader, make_kind(people, make_column(people), "notice", **times))
    seen = []
    for hours in (0, 1.5, 2.5):
        monkeypatch.setattr(remembering.timezone, "now", lambda hours=hours: now + timedelta(hours=hours))
        seen.append('class="banners"' in page())
    assert seen == [False, True, False]


def test_what_nobody_counted_is_read_anew_after_a_minute(people, page, monkeypatch):
    page()
    Portal.objects.update(phone="0220 3000 222")
    assert "0220 3000 222" not in page()
    later = remembering.time.time() + 61
    monkeypatch.setattr(remembering, "time", SimpleNamespace(time=lambda: later))
    assert "0220 3000 222" in page()


def test_a_transaction_that_may_be_taken_back_leaves_nothing_behind(people, page, monkeypatch):
    page()
    monkeypatch.setattr(remembering.connection, "in_atomic_block", True)
    changed(people.office.pk)
    Portal.objects.update(phone="0220 3000 333")
    assert "0220 3000 333" in page()
    Portal.objects.update(phone="0220 3000 444")
    monkeypatch.setattr(remembering.connection, "in_atomic_block", False)
    assert "0220 3000 444" in page()
