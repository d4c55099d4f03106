"""Every figure counts what its sentence says, as it was at the end of the period."""

import io
from datetime import date

import docx
import pytest

from lienthong.organisations.tests.factories import Cast, cast
from lienthong.plans.service import (
    Delivered,
    Share,
    Work,
    change_budget_line,
    record_delivery,
    withdraw_spending,
)
from lienthong.plans.tests.factories import (
    make_assignment,
    make_budget_line,
    make_out_of_scope,
    make_plan,
    make_spending,
    share_of,
)
from lienthong.registry.tests.factories import document
from lienthong.reports import figures
from lienthong.reports.export import docx_of
from lienthong.reports.figures import BY_CODE, FIGURES
from lienthong.reports.gathering import counts_of, difference, intact, lines_of
from lienthong.reports.service import freeze_report, make_report
from lienthong.reports.sheets.sources import values_of

pytestmark = pytest.mark.django_db
START, END = date(2026, 6, 15), date(2026, 9, 14)


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def plan(people):
    return make_plan(people, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))


def value_of(rows, figure) -> int:
    return sum(rows.values_list(figure.adds, flat=True)) if figure.adds else rows.count()


def values(people) -> dict[str, int]:
    """What each figure gives; asked for together they give the same as one by one."""
    one_by_one = {figure.code: value_of(figure.rows(people.office, START, END), figure) for figure in FIGURES}
    assert figures.values(people.office, START, END) == one_by_one
    return one_by_one


def given(people, plan, *, due=None, done_on=None, **more) -> Share:
    """A task of the culture office, with its deadline and the day it was done."""
    assignment = make_assignment(people, plan, due=due, **more)
    share = share_of(assignment, people.culture)
    if done_on:
        share.state, share.done_on = Share.State.DONE, done_on
        share.save()
    return share


@pytest.mark.parametrize(
    ("due", "done_on", "figure"),
    [
        (date(2026, 7, 1), date(2026, 7, 1), "tasks.done_in_time"),
        (None, date(2026, 7, 1), "tasks.done_in_time"),
        (date(2026, 7, 1), date(2026, 7, 2), "tasks.done_late"),
        (date(2026, 12, 1), None, "tasks.running_in_time"),
        (None, None, "tasks.running_in_time"),
        (date(2026, 7, 1), None, "tasks.running_late"),
        # Seen from the end of the period: done afterwards is not done yet.
        (date(2026, 7, 1), date(2026, 10, 1), "tasks.running_late"),
        (date(2026, 11, 1), date(2026, 10, 1), "tasks.running_in_time"),
        (date(2026, 9, 14), None, "tasks.running_in_time"),
    ],
)
def test_each_task_has_exactly_one_state(people, plan, due, done_on, figure):
    given(people, plan, due=due, done_on=done_on)
    found = values(people)
    assert found["tasks"] == 1
    states = {code: value for code, value in found.items() if code.startswith("tasks.")}
    assert states == {code: int(code == figure) for code in states}


def test_done_before_the_period_is_not_counted(people, plan):
    given(people, plan, done_on=date(2026, 5, 1))
    assert values(people)["tasks"] == 0


def test_a_plan_outside_the_period_is_not_counted(people):
    old = make_plan(people, title="Kế hoạch cũ", starts_on=date(2025, 1, 1), ends_on=date(2025, 12, 31))
    given(people, old)
    assert values(people)["tasks"] == 0


def test_of_several_leads_the_slowest_decides(people, plan):
    assignment = make_assignment(people, plan, leads=[people.culture, people.economy], supports=[])
    Share.objects.filter(assignment=assignment, body=people.culture).update(state="done", done_on=date(2026, 7, 1))
    assert values(people)["tasks.running_in_time"] == 1
    Share.objects.filter(assignment=assignment, body=people.economy).update(
        state="done", done_on=date(2026, 8, 1), due=date(2026, 7, 1)
    )
    assert values(people)["tasks.done_late"] == 1


def test_lines_outside_the_tool_are_in_no_figure(people, plan):
    make_out_of_scope(people, plan)
    assert set(values(people).values()) == {0}


def test_occurrences_and_reruns_are_counted_apart(people, plan):
    assignment = make_assignment(
        people,
        plan,
        frequency_printed="Mỗi tháng 01 chuyên mục và phát lại 02 lần/tháng",
        window_start=date(2026, 1, 1),
        window_end=date(2026, 12, 31),
        supports=[],
    )
    share = share_of(assignment, people.culture)
    due = share.occurrences.filter(kind="issue", due__range=(START, END)).order_by("due")
    assert due.count() >= 2
    first = due.first()
    first.closed_on = first.due
    first.save()
    rerun = share.occurrences.filter(kind="rerun", due__range=(START, END)).first()
    rerun.closed_on = rerun.due
    rerun.save()
    found = values(people)
    assert found["issues"] == due.count()
    assert found["issues.closed"] == 1
    assert found["reruns.closed"] == 1
    assert found["issues.missed"] == due.filter(closed_on=None, due__lt=END).count()


def test_every_figure_can_be_opened_line_by_line(people, plan):
    share = given(people, plan, due=date(2026, 7, 1))
    work = Work.objects.create(
        office=people.office, body=people.culture, title="Phát bản tin", done_on=date(2026, 7, 1),
        entered_by=people.member.position,
    )  # fmt: skip
    work.credits.create(share=share)
    work.credits.create(share=given(people, plan, text="Việc thứ hai"))
    document(people.office, arrived_on=date(2026, 7, 7))
    assert values(people)["works"] == 1
    for figure in FIGURES:
        rows = figure.rows(people.office, START, END)
        assert len(lines_of(rows)) == rows.count()


def test_what_only_a_person_says_is_out_is_counted_apart(people, plan):
    share = given(people, plan)
    by, day = people.member.position, date(2026, 7, 1)
    said, told = (Delivered(name, name, declared=name == "fanpage") for name in ("fanpage", "Trang tin"))
    alone = record_delivery(by, None, title="Chỉ khai", done_on=day, delivered=said, shares=[share])
    both = record_delivery(by, None, title="Có kênh xác nhận", done_on=day, delivered=said, shares=[share])
    record_delivery(by, both, title="", done_on=day, delivered=told, shares=[share])
    found = values(people)
    assert (found["works"], found["works.declared"]) == (2, 1)
    assert list(BY_CODE["works.declared"].rows(people.office, START, END)) == [alone]


def test_another_office_is_not_counted(people, plan):
    given(people, plan)
    assert {figure.rows(people.province, START, END).count() for figure in FIGURES} == {0}


def test_documents_are_counted_by_their_registration(people):
    document(people.office, arrived_on=date(2026, 7, 7))
    document(people.office, arrived_on=date(2026, 10, 7))
    document(people.office, arrived_on=date(2026, 7, 8), state="to_register")
    document(people.office, direction="out", state="issued", dated="2026-08-01")
    found = values(people)
    assert (found["documents.in"], found["documents.out"]) == (1, 1)


class TestMoney:
    """Sums of money open what they add; where nothing was written down nothing is said."""

    def test_planned_and_spent_by_source(self, people, plan):
        line = make_budget_line(people, plan, planned=3_000_000_000, approved=2_500_000_000)
        make_budget_line(people, plan, planned=None, source="social")
        kept = make_spending(people, line, amount=1_200_000_000, spent_on=date(2026, 7, 1))
        make_spending(people, line, amount=5, spent_on=date(2026, 1, 5))
        wrong = make_spending(people, line, amount=7, spent_on=date(2026, 7, 2))
        withdraw_spending(people.coordinator, wrong, reason="Nhập hai lần")
        found = values(people)
        money = {code: value for code, value in found.items() if code.startswith("budget.") and value}
        assert money == {
            "budget.planned": 3_000_000_000, "budget.planned.commune": 3_000_000_000,
            "budget.approved": 2_500_000_000, "budget.spent": 1_200_000_000, "budget.spent.commune": 1_200_000_000,
            "budget.unsaid": 1,
        }  # fmt: skip
        [opened] = lines_of(figures.BY_CODE["budget.spent"].rows(people.office, START, END))
        assert opened.url.endswith(f"/kinh-phi/{kept.line_id}/")
        assert "1.200.000.000 · 01/07/2026 · hoa-don.jpg" in opened.detail

    def test_frozen_it_says_what_it_was_and_what_changed_since(self, people, plan):
        line = make_budget_line(people, plan)
        report = make_report(people.coordinator, title="Báo cáo quý III", starts_on=START, ends_on=END)
        report = freeze_report(people.coordinator, report)
        change_budget_line(people.coordinator, line, values={"planned": 12_000_000})
        counts = {count.figure.code: count for count in counts_of(report)}
        assert (counts["budget.planned"].words, counts["budget.planned"].now_words) == ("10.000.000", "12.000.000")
        gone, [come] = difference(report, report.figures.get(code="budget.planned"))
        assert gone == ["In tờ gấp Ngân sách xã · dự toán 10.000.000"]
        assert come.detail == "Ngân sách xã · dự toán 12.000.000"
        assert intact(report)

    def test_where_nothing_was_written_down_nothing_is_said(self, people, plan):
        report = make_report(people.coordinator, title="Báo cáo quý III", starts_on=START, ends_on=END)
        assert not [count for count in counts_of(report) if count.shown and count.figure in figures.MONEY]
        assert values_of(report)["figure:budget.planned"] is None
        make_budget_line(people, plan)
        assert values_of(report)["figure:budget.planned"] == 10_000_000
        text = "\n".join(
            cell.text
            for table in docx.Document(io.BytesIO(docx_of(report))).tables
            for row in table.rows
            for cell in row.cells
        )
        assert "Kinh phí dự toán (đồng)" in text
        assert "10.000.000" in text
        assert "Kinh phí đã chi" not in text
