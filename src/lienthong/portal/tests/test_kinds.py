"""Notices, events, exemplars and guides: what each needs, what the public reads, and what stands for how long."""

import json
import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from icalendar import Calendar
from wagtail.models import Revision

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.tests.factories import cast
from lienthong.portal.actions.begin_page import KINDS, begin_page
from lienthong.portal.actions.submit_page import submit_page
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.forms import PageForm
from lienthong.portal.models import Portal
from lienthong.portal.tests.factories import let_out, make_column, make_kind, make_portal
from lienthong.portal.writing import hash_of
from lienthong.speech.tests.factories import make_approved, make_withdrawn

pytestmark = pytest.mark.django_db

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
BEGINS = datetime(2030, 10, 10, 8, 0, tzinfo=HERE)


@pytest.fixture
def people():
    found = cast()
    make_portal(found)
    return found


@pytest.fixture
def column(people):
    return make_column(people)


@pytest.fixture
def out(people, column):
    """Let a page of a kind out."""

    def public(kind, **values):
        return let_out(people.member, people.leader, make_kind(people, column, kind, **values))

    return public


def structured(client, url):
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', client.get(url).content.decode())
    return json.loads(found.group(1))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("notice", "Thông báo còn giá trị đến hết 31/12/2030."),
        ("event", "10/10/2030"),
        ("exemplar", "Tổ công nghệ số thôn 1"),
        ("guide", "Căn cước"),
    ],
)
def test_each_kind_says_what_is_its_own(client, out, kind, words):
    standing = out(kind)
    said = client.get(standing.page.url).content.decode()
    assert words in said
    assert standing.page.title in client.get("/chuyen-doi-so/").content.decode()


@pytest.mark.parametrize(
    ("kind", "missing", "sentence"),
    [
        ("event", {"starts_at": None}, "Trang chưa có bắt đầu"),
        ("exemplar", {"result": ""}, "Trang chưa có kết quả"),
        ("guide", {"steps": ""}, "Trang chưa có các bước"),
        ("notice", {"body": ""}, "Trang chưa có nội dung"),
    ],
)
def test_what_a_kind_needs_is_asked_for(people, column, kind, missing, sentence):
    with pytest.raises(Refused, match=sentence):
        submit_page(people.member, make_kind(people, column, kind, **missing))


def test_every_kind_is_hashed_with_what_is_its_own(people, column):
    for kind in KINDS.keys() - {"article", "column", "text"}:
        standing = make_kind(people, column, kind)
        before = hash_of(Revision.objects.get(pk=standing.written_id))
        field = {"notice": "banner_until", "event": "place", "exemplar": "doer", "guide": "steps"}[kind]
        value = timezone.now() if kind == "notice" else "Nơi khác"
        after = write_page(
            people.member, standing, seen=standing.written_id, title=standing.page.title, **{field: value}
        )
        assert hash_of(Revision.objects.get(pk=after.written_id)) != before, kind


def test_an_event_goes_into_a_calendar(client, out):
    standing = out("event")
    answer = client.get(f"/lich/{standing.page.pk}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert event["summary"] == standing.page.title
    assert event.decoded("dtstart") == BEGINS
    assert event["url"].endswith(standing.page.url)


def test_an_event_that_is_not_public_has_no_calendar(client, people, column, out):
    draft = make_kind(people, column, "event")
    article = out("notice")
    for pk in (draft.page.pk, article.page.pk, 99999):
        assert client.get(f"/lich/{pk}.ics").status_code == 404


@pytest.mark.parametrize(
    ("values", "mode", "places"),
    [
        ({}, "OfflineEventAttendanceMode", ["Place"]),
        ({"place": "", "link": "https://hop.example/1"}, "OnlineEventAttendanceMode", ["VirtualLocation"]),
        ({"link": "https://hop.example/1"}, "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
    ],
)
def test_search_engines_read_an_event(client, out, values, mode, places):
    said = structured(client, out("event", **values).page.url)
    assert said["@type"] == "Event"
    assert said["startDate"] == "2030-10-10T08:00:00+07:00"
    assert said["eventAttendanceMode"] == f"https://schema.org/{mode}"
    assert [place["@type"] for place in said["location"]] == places


def test_search_engines_read_the_office_and_a_guide(client, out):
    assert structured(client, "/")["@type"] == "GovernmentOrganization"
    said = structured(client, out("guide").page.url)
    assert (said["@type"], len(said["step"])) == ("HowTo", 3)


def test_a_title_cannot_end_the_script(client, out):
    said = structured(client, out("notice", title="</script><b>Lịch").page.url)
    assert said["headline"] == "</script><b>Lịch"


def test_a_page_says_itself_to_who_shares_it(client, out):
    standing = out("notice", language="en", lead="From Monday.")
    said = client.get(standing.page.url).content.decode()
    for part in (
        'property="og:title" content="Lịch tiếp công dân"', 'property="og:description" content="From Monday."',
        'property="og:type" content="article"', f'property="og:url" content="http://testserver{standing.page.url}"',
        'property="og:locale" content="en_GB"', 'property="article:published_time"', 'property="og:site_name"',
        f'rel="canonical" href="http://testserver{standing.page.url}"',
    ):  # fmt: skip
        assert part in said
    assert '<main id="noi-dung" tabindex="-1" lang="en">' in said


def test_a_notice_stands_above_every_page_from_then_until_then(client, out, monkeypatch):
    now = timezone.now()
    times = {"banner_from": now + timedelta(hours=1), "banner_until": now + timedelta(hours=2)}
    out("notice", **times)

    def shown(after):
        monkeypatch.setattr(timezone, "now", lambda: now + after)
        return 'class="banners"' in client.get("/lien-he/").content.decode()

    assert [shown(timedelta(minutes=minutes)) for minutes in (0, 61, 119, 121)] == [False, True, True, False]


def test_a_banner_is_no_way_around_the_approval(client, people, column):
    now = timezone.now()
    make_kind(people, column, "notice", banner_from=now - timedelta(hours=1), banner_until=now + timedelta(hours=1))
    assert 'class="banners"' not in client.get("/").content.decode()


def test_the_first_page_leaves_out_what_is_over(client, out):
    out("notice", title="Còn", valid_until=timezone.localdate())
    out("notice", title="Hết hạn", valid_until=timezone.localdate() - timedelta(days=1))
    out("event", title="Sắp tới")
    out("event", title="Đã qua", starts_at=timezone.now() - timedelta(days=2), ends_at=timezone.now())
    said = client.get("/").content.decode()
    assert "Còn" in said
    assert "Sắp tới" in said
    assert "Hết hạn" not in said
    assert "Đã qua" not in said


def test_a_page_is_heard_while_its_recording_is_approved(client, people, out):
    recording = make_approved(people)
    standing = out("notice", recording=recording)
    assert f'src="/nghe/{recording.pk}.mp3"' in client.get(standing.page.url).content.decode()
    assert client.get(f"/nghe/{recording.pk}.mp3")["Content-Type"] == "audio/mpeg"
    make_withdrawn(people, recording)
    assert "/nghe/" not in client.get(standing.page.url).content.decode()
    assert client.get(f"/nghe/{recording.pk}.mp3").status_code == 404


def test_nobody_takes_a_recording_or_picture_of_another_office(people, column):
    others = cast()
    with pytest.raises(NotAllowed, match="của cơ quan khác"):
        make_kind(people, column, "notice", recording=make_approved(others))


def test_the_form_says_what_is_wrong_with_times(people, column):
    portal = Portal.objects.get()
    given = {
        "parent": column.page.pk, "title": "Họp", "day": date(2030, 1, 1), "starts_at": "2030-01-01T08:00",
        "ends_at": "2030-01-01T07:00",
    }  # fmt: skip
    form = PageForm(given, kind="event", portal=portal)
    assert form.errors == {"ends_at": ["Giờ kết thúc phải sau giờ bắt đầu."]}
    given = {"parent": column.page.pk, "title": "Nghỉ", "day": date(2030, 1, 1), "banner_from": "2030-01-01T08:00"}
    form = PageForm(given, kind="notice", portal=portal)
    assert form.errors == {"banner_until": ["Hãy ghi cả giờ bắt đầu và giờ kết thúc hiện đầu trang."]}


def test_a_kind_keeps_to_its_column(people):
    with pytest.raises(Refused, match="Hãy chọn chuyên mục"):
        begin_page(people.member, kind="notice", title="Thông báo")
