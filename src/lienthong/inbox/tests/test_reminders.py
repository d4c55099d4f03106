"""Reminders come on the stated days, once each, to the people whose step it is."""

from datetime import date, timedelta

import pytest
from django.core import mail

from lienthong.inbox.models import Notice, Reminder, WorkItem
from lienthong.inbox.reminders import list_overdue_to_heads, mail_reminder, remind_of_due_items, rule_for
from lienthong.inbox.service import close_items, message_for, open_item
from lienthong.organisations.tests.factories import cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture
def people():
    return cast()


def item(people, days, **more):
    return open_item(
        people.culture,
        kind=more.pop("kind", WorkItem.Kind.DO),
        body=people.culture,
        office=people.office,
        title="Đăng tin về tuần lễ số",
        url="/viec/1/",
        due=TODAY + timedelta(days=days),
        **more,
    )


@pytest.mark.parametrize(("days", "rule"), [(7, "7"), (3, "3"), (1, "1"), (0, "0"), (-1, "overdue"), (-30, "overdue")])
def test_days_with_a_reminder(days, rule):
    assert rule_for(TODAY + timedelta(days=days), TODAY) == rule


@pytest.mark.parametrize("days", [8, 6, 5, 4, 2])
def test_days_without(days):
    assert rule_for(TODAY + timedelta(days=days), TODAY) is None


def test_the_head_is_reminded_once_however_often_the_job_runs(people):
    item(people, 3)
    assert remind_of_due_items(TODAY) == 1
    assert remind_of_due_items(TODAY) == 0
    notices = Notice.objects.filter(position=people.unit_head.position)
    assert [notice.text for notice in notices] == ["Đăng tin về tuần lễ số (còn 3 ngày)"]
    assert not Notice.objects.filter(position=people.member.position).exists()


def test_an_overdue_item_is_reminded_of_once_a_deadline(people):
    late = item(people, -2)
    assert remind_of_due_items(TODAY) == 1
    assert remind_of_due_items(TODAY + timedelta(days=1)) == 0
    late.due = TODAY - timedelta(days=1)
    late.save()
    assert remind_of_due_items(TODAY + timedelta(days=1)) == 1


def test_what_is_only_for_information_or_closed_is_not_reminded_of(people):
    item(people, 1, kind=WorkItem.Kind.NOTE)
    item(people, 1)
    close_items(people.culture, kind=WorkItem.Kind.DO)
    assert remind_of_due_items(TODAY) == 0


def test_mail_goes_out_once(people):
    head = people.unit_head.user
    head.email = "truong.phong@example.vn"
    head.save()
    item(people, 1)
    remind_of_due_items(TODAY)
    reminder = Reminder.objects.get()
    mail_reminder.call(reminder.pk)
    mail_reminder.call(reminder.pk)
    assert [message.to for message in mail.outbox] == [["truong.phong@example.vn"]]
    assert "Hạn: 21/11/2026" in mail.outbox[0].body
    assert "/viec/1/" in mail.outbox[0].body


def test_heads_get_the_weekly_overdue_list(people):
    item(people, -5)
    list_overdue_to_heads(TODAY)
    for actor in (people.unit_head, people.leader):
        assert Notice.objects.filter(position=actor.position, text__contains="1 việc quá hạn").exists()
    assert not Notice.objects.filter(position=people.other_head.position).exists()


def test_the_text_to_copy_says_what_until_when_and_where():
    text = message_for("Gửi báo cáo tuần", "https://lt.example.vn/viec/3/", date(2026, 9, 15))
    assert text == "Gửi báo cáo tuần\nHạn: 15/09/2026\nhttps://lt.example.vn/viec/3/"
