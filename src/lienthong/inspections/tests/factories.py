"""Inspections and questions for tests, made through the acts."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from lienthong.inspections.actions.add_line import add_line
from lienthong.inspections.actions.add_visit import add_visit
from lienthong.inspections.actions.announce_inspection import announce_inspection
from lienthong.inspections.actions.answer_line import answer_line
from lienthong.inspections.actions.ask_question import ask_question
from lienthong.inspections.actions.conclude_inspection import conclude_inspection
from lienthong.inspections.actions.draw_lines import draw_lines
from lienthong.inspections.actions.explain_line import explain_line
from lienthong.inspections.actions.plan_inspection import plan_inspection
from lienthong.inspections.actions.send_findings import send_findings
from lienthong.inspections.actions.start_inspection import start_inspection
from lienthong.inspections.asking import Subject
from lienthong.inspections.models import CheckLine, Inspection, Question, Visit
from lienthong.organisations.service import Body
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.service import Assignment
from lienthong.plans.tests.factories import photo

OPINION = "Đơn vị cơ bản thực hiện nhiệm vụ được giao"


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def make_inspection(people: Cast, **values: Any) -> Inspection:
    """Planned by the coordinator; the leader heads it, the clerk is a member."""
    given: dict[str, Any] = {
        "title": "Kiểm tra công tác truyền thông",
        "kind": Inspection.Kind.YEARLY,
        "year": timezone.localdate().year,
        "purpose": "Đánh giá việc thực hiện kế hoạch truyền thông",
        "basis": None,
        "head": people.leader.own_position,
    }
    members = values.pop("members", [people.clerk.own_position])
    return plan_inspection(people.coordinator, values=given | values, members=members)


def make_visit(
    people: Cast,
    assignment: Assignment | None = None,
    *,
    body: Body | None = None,
    inspection: Inspection | None = None,
) -> Visit:
    """The economy office in three days; a line drawn from ``assignment``, and one written by hand."""
    inspection = inspection or make_inspection(people)
    visit = add_visit(people.coordinator, inspection, body=body or people.economy, day=in_days(3))
    if assignment is not None:
        draw_lines(people.coordinator, visit, [assignment])
    add_line(people.coordinator, visit, text="Sổ theo dõi bản tin")
    return visit


def make_started(people: Cast, assignment: Assignment | None = None) -> Visit:
    visit = make_visit(people, assignment)
    announce_inspection(people.coordinator, visit.inspection)
    start_inspection(people.leader, visit.inspection)
    visit.inspection.refresh_from_db()
    return visit


def answer_all(people: Cast, visit: Visit) -> CheckLine:
    """Every line but the last is met; the last is not, with a photo, and has to be mended. Returns the last."""
    *others, last = visit.lines.all()
    for line in others:
        answer_line(people.clerk, line, result="met")
    return answer_line(
        people.clerk, last, result="not_met", finding="Sổ chưa ghi từ tháng 7", mend="Ghi đủ sổ theo dõi bản tin",
        mend_by=in_days(20), files=[photo()],
    )  # fmt: skip


def make_concluded(people: Cast, assignment: Assignment | None = None) -> CheckLine:
    """The unit explained itself, the leader concluded; returns the line that has to be mended."""
    visit = make_started(people, assignment)
    line = answer_all(people, visit)
    send_findings(people.clerk, visit, answer_by=in_days(5))
    explain_line(people.other_head, line, text="Cán bộ theo dõi nghỉ chế độ")
    conclude_inspection(people.leader, visit.inspection, opinion=OPINION)
    line.refresh_from_db()
    return line


def make_question(people: Cast, subject: Subject, *, body: Body | None = None) -> Question:
    return ask_question(
        people.supervisor, subject, text="Vì sao bản tin tháng 7 chưa phát?", answer_by=in_days(5), body=body
    )
