"""A line *ngoài phạm vi công cụ* goes through everything: no figure, link, reminder or occurrence comes out."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.plans import service
from lienthong.plans.models import Assignment, Credit, Occurrence, Share, Work
from lienthong.plans.numbers import PlanNumbers
from lienthong.plans.tests.factories import MINUTES, make_accepted, make_out_of_scope, make_plan, photo, share_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def outside(people: Cast) -> Assignment:
    """As printed, even with a rhythm, a deadline and a count on it."""
    return make_out_of_scope(
        people,
        frequency_printed="mỗi tuần 01 lần",
        when_printed="Thường xuyên",
        rrule="FREQ=WEEKLY",
        quota=52,
        due=timezone.localdate(),
    )


def test_it_gets_no_occurrence_deadline_or_reminder(people: Cast, outside: Assignment) -> None:
    assert not Occurrence.objects.exists()
    assert set(outside.shares.values_list("due", flat=True)) == {None}
    items = WorkItem.objects.open()
    assert set(items.values_list("kind", "due")) == {("note", None)}
    assert service.ask_for_due_occurrences() == 0
    assert not Share.objects.counted().exists()


def test_it_is_only_taken_note_of(people: Cast, outside: Assignment) -> None:
    share = share_of(outside, people.culture)
    today = timezone.localdate()
    refused = [
        lambda: service.accept_share(people.unit_head, share),
        lambda: service.prove_share(people.unit_head, share, proofs=[service.Proof(file=photo())]),
        lambda: service.record_work(people.member, title="Việc", done_on=today, proofs=[MINUTES], shares=[share]),
        lambda: service.submit_share(people.unit_head, share, result="12 tin"),
        lambda: service.report_progress(people.member, share, text="12 tin"),
        lambda: service.ask_extension(people.unit_head, share, new_due=today + timedelta(days=3), reason="x"),
        lambda: service.urge_share(people.leader, share, text="Nhanh"),
        lambda: service.set_deadline(people.leader, share, due=today, reason="x"),
        lambda: service.transfer_share(people.leader, share, body=people.police, reason="x"),
    ]
    for act in refused:
        with pytest.raises(Refused):
            act()
    assert not Work.objects.exists()
    assert not Credit.objects.exists()
    service.note_share(people.unit_head, share)
    assert share.state == "noted"


def test_work_for_it_is_refused_as_a_whole(people: Cast, outside: Assignment) -> None:
    """It cannot be smuggled in beside an ordinary assignment."""
    ordinary, share = make_accepted(people), share_of(outside, people.culture)
    with pytest.raises(Refused):
        service.record_work(
            people.member, title="Việc", done_on=timezone.localdate(), proofs=[MINUTES], shares=[ordinary, share]
        )
    assert not Work.objects.exists()


@pytest.mark.parametrize(
    "number",
    [
        "https://example.vn/bai-viet",
        "www.example.vn",
        "anh.jpg",
        "Nguyễn Văn A",
        "12",
        "12 tài khoản",
        "15/9/2025",
        "",
        "12/",
    ],
)
def test_it_closes_only_with_an_official_document(people: Cast, outside: Assignment, number: str) -> None:
    with pytest.raises(Refused, match="số, ký hiệu"):
        service.close_out_of_scope(people.coordinator, outside, number=number, dated=date(2026, 1, 5))
    assert not Assignment.objects.get(pk=outside.pk).closed_by_number


def test_closing_it_leaves_an_event_and_no_figure(people: Cast, outside: Assignment) -> None:
    with pytest.raises(NotAllowed):
        service.close_out_of_scope(people.unit_head, outside, number="15/BC-UBND", dated=date(2026, 1, 5))
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="sau hôm nay"):
        service.close_out_of_scope(people.coordinator, outside, number="15/BC-UBND", dated=tomorrow)
    service.close_out_of_scope(people.coordinator, outside, number="15/BC-UBND", dated=date(2026, 1, 5))
    assert not WorkItem.objects.open().exists()
    with pytest.raises(Refused, match="15/BC-UBND"):
        service.close_out_of_scope(people.coordinator, outside, number="16/BC-UBND", dated=date(2026, 1, 6))
    assert service.numbers_for(outside.plan, timezone.localdate()) == PlanNumbers(outside=1)


def test_an_ordinary_assignment_cannot_be_closed_this_way(people: Cast) -> None:
    share = make_accepted(people)
    with pytest.raises(Refused, match="trong phạm vi"):
        service.close_out_of_scope(people.coordinator, share.assignment, number="15/BC-UBND", dated=date(2026, 1, 5))


def test_changing_it_makes_nothing_of_it(people: Cast, outside: Assignment) -> None:
    service.change_assignment(
        people.coordinator,
        outside,
        values={"rhythm_set": "mỗi ngày 01 lần"},
        leads=[people.culture, people.police],
        supports=[],
    )
    assert not Occurrence.objects.exists()
    assert share_of(outside, people.police).due is None
    assert not WorkItem.objects.open().exclude(kind="note").exists()


def test_no_page_gives_it_a_figure_a_date_or_a_form(client: Client, people: Cast, outside: Assignment) -> None:
    sign_in(client, people.leader)
    plan = client.get(reverse("plans:plan", args=[outside.plan_id])).content.decode()
    assert "0 nhiệm vụ · 0 xong đúng hạn · 0 đang làm · 0 quá hạn" in plan
    assert "nhịp:" not in plan
    assert outside.text in plan
    assert 'class="dot-' not in plan
    assignment = client.get(reverse("plans:assignment", args=[outside.pk])).content.decode()
    assert "Việc đã làm và minh chứng" not in assignment
    for actor in (people.leader, people.unit_head, people.member):
        sign_in(client, actor)
        page = client.get(reverse("plans:share", args=[share_of(outside, people.culture).pk])).content.decode()
        for absent in ('type="file"', 'name="url"', "Sao chép tin nhắn", "Đôn đốc</button>", "còn", "quá hạn"):
            assert absent not in page, absent
        month = client.get(reverse("plans:calendar")).content.decode()
        assert outside.text not in month


def test_a_plan_with_it_counts_the_others_alone(people: Cast) -> None:
    plan = make_plan(people)
    make_out_of_scope(people, plan)
    make_accepted(people, plan, frequency_printed="định kỳ quý")
    numbers = service.numbers_for(plan, timezone.localdate())
    assert (numbers.assignments, numbers.issues, numbers.outside) == (1, 4, 1)
    assert "1 nhiệm vụ" in numbers.sentence
