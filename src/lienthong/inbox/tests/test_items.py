"""Work items: opened once, closed by the act, seen by those whose step it is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lienthong.inbox.models import CalendarFeed, Notice, WorkItem
from lienthong.inbox.service import close_items, notify, open_item, rows_of
from lienthong.organisations.service import Role
from lienthong.organisations.tests.factories import cast, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


def opened(people, **more):
    wanted = {"kind": WorkItem.Kind.ACCEPT, "body": people.culture, "title": "Việc thử", "url": "/x/"} | more
    return open_item(people.culture, office=people.office, **wanted)


def test_opening_twice_updates_one_item(people):
    first = opened(people)
    second = opened(people, title="Tên mới")
    assert first.pk == second.pk
    assert WorkItem.objects.get().title == "Tên mới"


def test_a_closed_item_may_be_opened_again(people):
    opened(people)
    assert close_items(people.culture) == 1
    opened(people)
    assert WorkItem.objects.count() == 2
    assert WorkItem.objects.open().count() == 1


def test_what_is_late_of_one_series_is_one_row(people):
    today = timezone.localdate()
    for body, days in ((people.culture, -20), (people.office, -10), (people.province, 2)):
        open_item(
            body,
            kind=WorkItem.Kind.DO,
            body=people.culture,
            office=people.office,
            title=f"Kỳ {days}",
            url="/x/",
            due=today + timedelta(days=days),
            series=people.culture,
        )
    opened(people, due=today - timedelta(days=30))
    rows = rows_of(WorkItem.objects.open(), today)
    assert [(row.item.title, row.more) for row in rows] == [("Việc thử", 0), ("Kỳ -20", 1), ("Kỳ 2", 0)]


def test_role_and_position_narrow_who_sees_it(people):
    opened(people, role=Role.UNIT_HEAD)
    opened(people, kind=WorkItem.Kind.DO, position=people.member.position)
    assert WorkItem.objects.for_actor(people.unit_head).count() == 1
    assert WorkItem.objects.for_actor(people.member).count() == 1
    assert WorkItem.objects.for_actor(people.other_head).count() == 0
    assert WorkItem.objects.visible_to(people.administrator).count() == 0


def test_the_three_groups_of_my_work(people, client):
    today = timezone.localdate()
    opened(people, kind=WorkItem.Kind.DO, title="Trễ hạn", due=today - timedelta(days=1))
    opened(people, kind=WorkItem.Kind.REPORT, title="Trong tuần", due=today + timedelta(days=5))
    opened(
        people, kind=WorkItem.Kind.CONFIRM, title="Chờ trưởng", body=people.office, asked_by=people.unit_head.position
    )
    page = sign_in(client, people.unit_head).get(reverse("workspace:home"))
    text = page.content.decode()
    assert text.index("Cần làm ngay") < text.index("Trễ hạn") < text.index("Tuần này") < text.index("Trong tuần")
    assert text.index("Đang chờ người khác") < text.index("Chờ trưởng")


def test_the_bell_counts_and_reading_clears_it(people, client):
    notify(people.clerk.position, "Có văn bản khẩn", "/van-ban/", urgent=True)
    signed_in = sign_in(client, people.clerk)
    assert "Có văn bản khẩn" in signed_in.get(reverse("inbox:notices")).content.decode()
    assert not Notice.objects.filter(read_at=None).exists()


def test_the_calendar_feed_works_by_its_secret_alone_and_ends_with_the_position(people, client):
    due = timezone.localdate() + timedelta(days=2)
    opened(people, kind=WorkItem.Kind.DO, title="Phát bản tin", due=due, position=people.unit_head.position)
    sign_in(client, people.unit_head).post(reverse("inbox:make_feed"))
    feed = CalendarFeed.objects.get()
    client.logout()
    answer = client.get(reverse("inbox:feed", args=[feed.token]))
    assert answer["Content-Type"].startswith("text/calendar")
    assert "Phát bản tin" in answer.content.decode().replace("\r\n ", "")
    assert client.get(reverse("inbox:feed", args=["wrong"])).status_code == 404
    position = people.unit_head.position
    position.valid_to = timezone.localdate() - timedelta(days=1)
    position.save()
    assert "BEGIN:VEVENT" not in client.get(reverse("inbox:feed", args=[feed.token])).content.decode()


def test_a_new_feed_address_ends_the_old_one(people, client):
    signed_in = sign_in(client, people.unit_head)
    signed_in.post(reverse("inbox:make_feed"))
    old = CalendarFeed.objects.get().token
    signed_in.post(reverse("inbox:make_feed"))
    assert client.get(reverse("inbox:feed", args=[old])).status_code == 404


def test_the_weekly_sheet_of_a_unit(people, client):
    opened(people, kind=WorkItem.Kind.DO, title="Đăng tin", due=timezone.localdate())
    url = reverse("inbox:weekly_sheet", args=[people.culture.pk])
    assert "Đăng tin" in sign_in(client, people.unit_head).get(url).content.decode()
    assert "Đăng tin" in sign_in(client, people.leader).get(url).content.decode()
    assert sign_in(client, people.other_head).get(url).status_code == 404
    whole = reverse("inbox:weekly_sheet", args=[people.office.pk])
    assert "Đăng tin" in sign_in(client, people.leader).get(whole).content.decode()
