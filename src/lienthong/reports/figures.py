"""The figures a report is made of: each with its rule in one sentence and the query whose rows it counts.

A figure is never typed and never stored before it is frozen: it is the number of rows of its query, or the sum of one
column of them, so opening it shows exactly what it counted. Only assignments inside the tool's scope are ever counted.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lienthong.feedback.service import FeedbackCase, answered_in_time, answered_late, overdue_at
from lienthong.organisations.service import Body
from lienthong.plans.service import Assignment, BudgetLine, Occurrence, OccurrenceQuerySet, Share, Spending, Work
from lienthong.registry.service import OfficialDocument
from lienthong.reports.activity_figures import ACTIVITIES
from lienthong.reports.figure import Figure


def _a_lead(condition: Q) -> Exists:
    return Exists(Share.objects.counted().filter(condition, assignment=OuterRef("pk")))


def tasks(office: Body, start: date, end: date) -> QuerySet[Any]:
    """Assignments of the office's plans that ran in the period: given by its end, and not all done before its start.

    ``open_at_end``: a lead body was not done by then; ``late_at_end``: one was done after its deadline, or passed it.
    """
    not_done = ~Q(state="done") | Q(done_on__gt=end)
    late = Q(done_on__gt=F("due")) | (Q(due__lt=end) & not_done)
    mine = Assignment.objects.in_scope().filter(plan__office=office, plan__starts_on__lte=end, plan__ends_on__gte=start)
    ran = mine.filter(_a_lead(~Q(state="done") | Q(done_on__gte=start)))
    return ran.annotate(open_at_end=_a_lead(not_done), late_at_end=_a_lead(late))


def _occurrences(office: Body, start: date, end: date) -> OccurrenceQuerySet:
    return Occurrence.objects.counted().filter(share__assignment__plan__office=office).due_between(start, end)


def _works(office: Body, start: date, end: date) -> QuerySet[Work]:
    return Work.objects.counted().filter(office=office).done_between(start, end).with_word_alone()


def _money(office: Body, start: date, end: date) -> QuerySet[BudgetLine]:
    return BudgetLine.objects.in_force(start, end).filter(plan__office=office)


def _spendings(office: Body, start: date, end: date) -> QuerySet[Spending]:
    return Spending.objects.counted().spent_between(start, end).filter(line__plan__office=office)


def _arrived(start: date, end: date) -> Q:
    return Q(direction="in", arrived_on__range=(start, end))


def _issued(start: date, end: date) -> Q:
    return Q(direction="out", dated__range=(f"{start}", f"{end}"))


def _registered(office: Body, start: date, end: date) -> QuerySet[OfficialDocument]:
    found = OfficialDocument.objects.filter(office=office, register_number__isnull=False)
    return found.filter(_arrived(start, end) | _issued(start, end))


def _cases(office: Body, start: date, end: date) -> QuerySet[FeedbackCase]:
    found: QuerySet[FeedbackCase] = FeedbackCase.objects.counted(office, start, end)
    return found


_ISSUE = Q(kind=Occurrence.Kind.ISSUE)

FIGURES: tuple[Figure, ...] = (
    Figure(
        "tasks",
        _("Nhiệm vụ trong kỳ"),
        _("Nhiệm vụ của các kế hoạch có hiệu lực trong kỳ, trừ nhiệm vụ đã xong hết trước khi kỳ bắt đầu."),
        tasks,
    ),
    Figure(
        "tasks.done_in_time",
        _("Hoàn thành đúng hạn"),
        _("Mọi đơn vị chủ trì đã hoàn thành đến hết kỳ, không đơn vị nào quá hạn của mình."),
        tasks,
        lambda start, end: Q(open_at_end=False, late_at_end=False),
        out_of="tasks",
    ),
    Figure(
        "tasks.done_late",
        _("Hoàn thành quá hạn"),
        _("Mọi đơn vị chủ trì đã hoàn thành đến hết kỳ, có đơn vị hoàn thành sau hạn của mình."),
        tasks,
        lambda start, end: Q(open_at_end=False, late_at_end=True),
        out_of="tasks",
    ),
    Figure(
        "tasks.running_in_time",
        _("Đang làm trong hạn"),
        _("Đến hết kỳ còn đơn vị chủ trì chưa hoàn thành, chưa đơn vị nào quá hạn."),
        tasks,
        lambda start, end: Q(open_at_end=True, late_at_end=False),
        out_of="tasks",
    ),
    Figure(
        "tasks.running_late",
        _("Đang làm quá hạn"),
        _("Đến hết kỳ còn đơn vị chủ trì chưa hoàn thành và đã có đơn vị quá hạn."),
        tasks,
        lambda start, end: Q(open_at_end=True, late_at_end=True),
        out_of="tasks",
    ),
    Figure(
        "issues",
        _("Số, kỳ phải làm"),
        _("Các kỳ có hạn trong kỳ báo cáo, không kể phát lại."),
        _occurrences,
        lambda start, end: _ISSUE,
    ),
    Figure(
        "issues.closed",
        _("Số, kỳ đã làm"),
        _("Các kỳ có hạn trong kỳ báo cáo đã làm và có minh chứng, không kể phát lại."),
        _occurrences,
        lambda start, end: _ISSUE & Q(closed_on__lte=end),
        out_of="issues",
    ),
    Figure(
        "issues.missed",
        _("Số, kỳ chưa làm"),
        _("Các kỳ đã đến hạn trong kỳ báo cáo mà đến hết kỳ chưa có minh chứng."),
        _occurrences,
        lambda start, end: _ISSUE & Q(due__lt=end) & (Q(closed_on=None) | Q(closed_on__gt=end)),
        out_of="issues",
    ),
    Figure(
        "reruns.closed",
        _("Lượt phát lại đã làm"),
        _("Các lượt phát lại đã làm và có minh chứng; không tính là kỳ mới."),
        _occurrences,
        lambda start, end: Q(kind=Occurrence.Kind.RERUN, closed_on__lte=end),
    ),
    Figure(
        "works",
        _("Việc đã làm có minh chứng"),
        _("Việc làm xong trong kỳ; một việc góp vào nhiều nhiệm vụ vẫn tính một lần."),
        _works,
    ),
    Figure(
        "works.declared",
        _("Trong đó chỉ có khai tay"),
        _("Việc làm xong trong kỳ mà một người khai đã phát hành; không kênh nào xác nhận, không minh chứng khác."),
        _works,
        lambda start, end: Q(word_alone=True),
        out_of="works",
    ),
    Figure(
        "feedback",
        _("Phản ánh, kiến nghị đã nhận"),
        _("Phản ánh nhận trong kỳ, không kể thư rác; phản ánh được gộp tính một lần."),
        _cases,
    ),
    Figure(
        "feedback.in_time",
        _("Trả lời đúng hạn"),
        _("Phản ánh nhận trong kỳ đã trả lời đến hết kỳ, chưa lần nào quá ngày hẹn."),
        _cases,
        lambda start, end: answered_in_time(end),
        out_of="feedback",
    ),
    Figure(
        "feedback.late",
        _("Trả lời quá hạn"),
        _("Phản ánh nhận trong kỳ đã trả lời đến hết kỳ, có lần quá ngày hẹn."),
        _cases,
        lambda start, end: answered_late(end),
        out_of="feedback",
    ),
    Figure(
        "feedback.overdue",
        _("Quá hạn chưa trả lời"),
        _("Phản ánh nhận trong kỳ mà đến hết kỳ đã quá ngày hẹn và chưa xong; không kể việc cơ quan khác đã nhận."),
        _cases,
        lambda start, end: overdue_at(end),
        out_of="feedback",
    ),
    Figure("documents.in", _("Văn bản đến"), _("Văn bản đã vào sổ đến với ngày đến trong kỳ."), _registered, _arrived),
    Figure(
        "documents.out", _("Văn bản đi"), _("Văn bản đã vào sổ đi với ngày văn bản trong kỳ."), _registered, _issued
    ),
)


def _of_source(source: BudgetLine.Source) -> tuple[Figure, Figure]:
    """What was planned and what was spent out of one source."""
    return (
        Figure(
            f"budget.planned.{source}",
            format_lazy("{}: {}", _("Kinh phí dự toán (đồng)"), source.label),
            _("Cộng dự toán từ nguồn này của các kế hoạch có hiệu lực trong kỳ; dòng chưa ghi số không cộng."),
            _money,
            lambda start, end: Q(source=source, planned__isnull=False),
            out_of="budget.planned",
            adds="planned",
        ),
        Figure(
            f"budget.spent.{source}",
            format_lazy("{}: {}", _("Kinh phí đã chi (đồng)"), source.label),
            _("Cộng các khoản chi từ nguồn này có ngày chi trong kỳ."),
            _spendings,
            lambda start, end: Q(line__source=source),
            out_of="budget.spent",
            adds="amount",
        ),
    )


#: Shown only where there is any money: an office that writes none down has not said that it has none.
MONEY: tuple[Figure, ...] = (
    Figure(
        "budget.planned",
        _("Kinh phí dự toán (đồng)"),
        _("Cộng dự toán của các kế hoạch có hiệu lực trong kỳ; dòng chưa ghi số không cộng."),
        _money,
        lambda start, end: Q(planned__isnull=False),
        adds="planned",
    ),
    Figure(
        "budget.approved",
        _("Kinh phí được duyệt (đồng)"),
        _("Cộng số được duyệt của các kế hoạch có hiệu lực trong kỳ."),
        _money,
        lambda start, end: Q(approved__isnull=False),
        adds="approved",
    ),
    Figure(
        "budget.spent",
        _("Kinh phí đã chi (đồng)"),
        _("Cộng các khoản chi có ngày chi trong kỳ, trừ khoản đã bỏ vì ghi nhầm."),
        _spendings,
        adds="amount",
    ),
    Figure(
        "budget.unsaid",
        _("Dòng kinh phí chưa ghi số"),
        _("Dòng kinh phí của các kế hoạch có hiệu lực trong kỳ mà chưa ai ghi dự toán hay số được duyệt."),
        _money,
        lambda start, end: Q(planned=None, approved=None),
    ),
    *(figure for source in BudgetLine.Source for figure in _of_source(source)),
)
#: What an office has that does it: shown only where there is any.
IF_ANY: tuple[Figure, ...] = (*ACTIVITIES, *MONEY)
FIGURES += IF_ANY
BY_CODE = {figure.code: figure for figure in FIGURES}


def values(office: Body, start: date, end: date) -> dict[str, int]:
    """The value of every figure; the figures of one base in one query."""
    found: dict[str, int] = {}
    for base in dict.fromkeys(figure.base for figure in FIGURES):
        asked = {figure.key: figure.measure(start, end) for figure in FIGURES if figure.base is base}
        found |= base(office, start, end).aggregate(**asked)
    return {figure.code: found[figure.key] for figure in FIGURES}


def out_of_scope(office: Body, start: date, end: date) -> QuerySet[Assignment]:
    """Lines kept as printed that lie outside this tool: listed by their text, never counted."""
    return Assignment.objects.filter(
        out_of_scope=True, plan__office=office, plan__starts_on__lte=end, plan__ends_on__gte=start
    ).select_related("source_document")
