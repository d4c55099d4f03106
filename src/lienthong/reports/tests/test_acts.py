"""Each act on reports: allowed, refused, and the event it leaves."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import Cast, cast
from lienthong.plans.service import Share
from lienthong.plans.tests.factories import make_assignment, make_plan, share_of
from lienthong.reports import service
from lienthong.reports.gathering import counts_of, difference, hash_of, intact
from lienthong.reports.obligations import ask_for_due_reports
from lienthong.reports.tests.factories import make_obligation, make_quarter_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def kinds(thing):
    return [event.kind for event in history_of(thing)]


def test_only_coordinators_and_leaders_keep_obligations(people):
    obligation = make_obligation(people)
    assert kinds(obligation) == ["reports.obligation.added"]
    for actor in (people.clerk, people.unit_head, people.supervisor, people.reader):
        with pytest.raises(NotAllowed):
            service.end_obligation(actor, obligation, last_day=date(2026, 12, 31))
    with pytest.raises(Refused, match="không được trước"):
        service.end_obligation(people.leader, obligation, last_day=date(2024, 1, 1))
    service.end_obligation(people.leader, obligation, last_day=date(2026, 12, 31))
    assert kinds(obligation)[-1] == "reports.obligation.ended"


def test_an_obligation_holds_only_periods_that_its_regime_has(people):
    with pytest.raises(Refused, match="không có kỳ"):
        make_obligation(people, kinds=["month"])
    with pytest.raises(Refused, match="từ 1 đến 31"):
        make_obligation(people, due_day=40)


def test_one_report_a_period(people):
    report = make_quarter_report(people)
    assert (report.starts_on, report.ends_on, report.due) == (date(2026, 6, 15), date(2026, 9, 14), date(2026, 9, 20))
    assert kinds(report) == ["reports.report.made"]
    with pytest.raises(Refused, match="đã có báo cáo"):
        make_quarter_report(people, obligation=report.obligation)
    with pytest.raises(NotAllowed):
        service.make_report(people.clerk, title="x", starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1))


def test_an_ad_hoc_report_needs_its_days(people):
    with pytest.raises(Refused, match="ngày bắt đầu và ngày kết thúc"):
        service.make_report(people.leader, title="Báo cáo đột xuất")
    with pytest.raises(Refused, match="trước ngày kết thúc"):
        service.make_report(people.leader, title="Báo cáo", starts_on=date(2026, 2, 1), ends_on=date(2026, 1, 1))
    first = service.make_report(people.leader, title="Báo cáo", starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1))
    second = service.make_report(people.leader, title="Báo cáo", starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1))
    assert first.pk != second.pk


def test_the_next_report_starts_from_the_last_outlook(people):
    obligation = make_obligation(people)
    first = make_quarter_report(people, 2025, obligation)
    service.write_report(people.coordinator, first, outlook="Tiếp tục duy trì chuyên mục.")
    assert make_quarter_report(people, 2026, obligation).outlook == "Tiếp tục duy trì chuyên mục."


def test_a_frozen_report_keeps_its_figures_and_shows_differences(people):
    plan = make_plan(people, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    assignment = make_assignment(people, plan, due=date(2026, 7, 1))
    report = service.freeze_report(people.coordinator, make_quarter_report(people))
    assert intact(report)
    assert {count.figure.code: count.value for count in counts_of(report)}["tasks.running_late"] == 1

    share = share_of(assignment, people.culture)
    share.state, share.done_on = Share.State.DONE, date(2026, 6, 30)
    share.save()
    make_assignment(people, plan, text="Nhiệm vụ mới", due=date(2026, 8, 1))

    after = {count.figure.code: count for count in counts_of(report)}
    assert (after["tasks.done_in_time"].value, after["tasks.done_in_time"].now) == (0, 1)
    assert after["tasks"].changed
    gone, come = difference(report, report.figures.get(code="tasks.running_late"))
    assert [text.strip() for text in gone] == [assignment.text]
    assert [line.text for line in come] == ["Nhiệm vụ mới"]
    assert intact(report)


def test_a_frozen_report_cannot_be_written_or_frozen_again(people):
    report = service.freeze_report(people.coordinator, make_quarter_report(people))
    with pytest.raises(Refused):
        service.write_report(people.coordinator, report, results="Sửa sau khi chốt")
    with pytest.raises(Refused):
        service.freeze_report(people.coordinator, report)
    assert kinds(report) == ["reports.report.made", "reports.report.frozen"]


def test_a_change_behind_the_back_breaks_the_hash(people):
    report = service.freeze_report(people.coordinator, make_quarter_report(people))
    report.figures.filter(code="tasks").update(value=99)
    assert not intact(report)
    assert hash_of(report) != report.hash


def test_only_those_who_make_reports_write_and_freeze(people):
    report = make_quarter_report(people)
    for actor in (people.clerk, people.reader, people.unit_head, people.supervisor):
        with pytest.raises(NotAllowed):
            service.write_report(actor, report, results="x")
        with pytest.raises(NotAllowed):
            service.freeze_report(actor, report)


def test_a_report_that_is_due_soon_is_asked_for_once(people):
    today = timezone.localdate()
    make_obligation(people, regime="calendar", kinds=["quarter"], due_day=(today + timedelta(days=3)).day)
    make_obligation(people, name="Báo cáo năm", kinds=["year"], valid_from=today + timedelta(days=400))
    ask_for_due_reports()
    ask_for_due_reports()
    items = WorkItem.objects.open().filter(kind=WorkItem.Kind.REPORT)
    assert items.count() <= 1
    for item in items:
        assert item.role == "coordinator"
