"""Events with registration on the real site: one list with those of the portal, files, and what search engines read."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.activities.tests.factories import make_public_event
from lienthong.organisations.tests.factories import cast
from lienthong.portal.jobs import publish_scheduled
from lienthong.portal.tests.factories import let_out, make_column, make_kind, make_portal

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings, tmp_path):
    settings.ALLOWED_HOSTS = ["minhhoa.example", "testserver"]
    settings.LIENTHONG_PUBLIC = tmp_path
    found = cast()
    make_portal(found)
    return found


def test_all_that_one_can_come_to_stands_in_one_list(people, client):
    later, sooner = (timezone.now() + timedelta(days=days) for days in (9, 3))
    fair = make_kind(people, make_column(people), "event", title="Hội chợ", starts_at=later, ends_at=None)
    let_out(people.member, people.leader, fair)
    make_public_event(people, title="Tọa đàm", starts_at=sooner)
    for place in ("/", "/su-kien/"):
        page = client.get(place).text
        assert 0 < page.index(">Tọa đàm</a>") < page.index(">Hội chợ</a>")


def test_an_event_is_a_file_that_follows_its_end(people, tmp_path, django_capture_on_commit_callbacks, monkeypatch):
    def act(do, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return do(*args, **kwargs)

    event = act(make_public_event, people, title="Tọa đàm")
    folder = tmp_path / "minhhoa.example" / "su-kien"
    one, everything = folder / str(event.pk) / "index.html", folder / "index.html"
    assert "Đăng ký dự" in one.read_text("utf-8")
    assert not (folder / str(event.pk) / "dang-ky").exists()
    over = event.ends_at + timedelta(minutes=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: over)
    act(publish_scheduled)
    assert "Đăng ký dự" not in one.read_text("utf-8")
    assert "Đã qua" in everything.read_text("utf-8")


def test_search_engines_read_when_and_where(people, client):
    event = make_public_event(people, title="Tọa đàm", link="https://hop.example.vn/a")
    page = client.get(f"/su-kien/{event.pk}/").text
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert (said["@type"], said["name"], said["location"][1]["url"]) == ("Event", "Tọa đàm", "https://hop.example.vn/a")
    assert said["startDate"] == timezone.localtime(event.starts_at).isoformat()
    assert f'<meta property="og:description" content="{event.about}">' in page
