"""An inspection of the made-up commune with a mended and an open finding, and what supervisors asked."""

from django.utils import timezone

from lienthong.inspections.service import (
    CheckLine,
    Visit,
    add_line,
    add_visit,
    announce_inspection,
    answer_line,
    answer_question,
    ask_question,
    assign_mending,
    conclude_inspection,
    draft_conclusion,
    draw_lines,
    explain_line,
    plan_inspection,
    send_findings,
    start_inspection,
)
from lienthong.plans.service import Plan, accept_share, confirm_share, prove_share
from lienthong.workspace.demo import proofs
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, body

CENTRE = "Trung tâm Dịch vụ sự nghiệp công"
LOG, STAFF = "Nhật ký phát thanh có chữ ký người trực", "Phân công người trực loa ngày nghỉ"


def inspections(plan: Plan) -> None:
    """The radio desk is inspected in October; what it had to write is mended, who is on duty is not."""
    visit = _prepared(plan)
    _inspected(visit)
    _followed(visit, plan)
    _asked(plan)


def _prepared(plan: Plan) -> Visit:
    planner = actor("dieuphoi")
    with at(on("5/10/2026")):
        inspection = plan_inspection(
            planner,
            values={
                "title": "Kiểm tra việc phát thanh về cải cách hành chính năm 2026", "kind": "yearly", "year": 2026,
                "purpose": "Nhịp phát, nhật ký phát thanh và người trực theo kế hoạch năm", "basis": plan.document,
                "head": actor("lanhdao").own_position,
            },
            members=[planner.own_position, actor("chuyenvien").own_position],
        )  # fmt: skip
        visit = add_visit(planner, inspection, body=body(CENTRE), day=on("15/10/2026"))
        draw_lines(planner, visit, plan.assignments.filter(label__in=["B.I.1", "B.I.2"]))
        for text in (LOG, STAFF):
            add_line(planner, visit, text=text)
    with at(on("6/10/2026")):
        announce_inspection(planner, inspection)
    return visit


def _inspected(visit: Visit) -> None:
    with at(on("15/10/2026"), 8):
        start_inspection(actor("lanhdao"), visit.inspection)
        member = actor("chuyenvien")
        for line in visit.lines.exclude(assignment=None):
            answer_line(member, line, result="met", finding="Giữ nhịp hai tuần một số; thiếu số 9 và số 17.")
        _fails(_line(visit, LOG), "Nhật ký từ tháng 7 chưa có chữ ký.", "Bổ sung chữ ký người trực", "10/11/2026", 120)
        _fails(_line(visit, STAFF), "Chưa có phân công bằng văn bản.", "Ban hành phân công trực loa", "15/12/2026", 60)
    with at(on("16/10/2026")):
        send_findings(member, visit, answer_by=on("22/10/2026"))
    with at(on("20/10/2026")):
        for text, answer in (
            (LOG, "Người trực ký sổ giấy, chưa chụp lại; Trung tâm sẽ bổ sung."),
            (STAFF, "Trung tâm chờ kiện toàn nhân sự rồi phân công."),
        ):
            explain_line(actor("trungtam"), _line(visit, text), text=answer)
    with at(on("23/10/2026")):
        conclude_inspection(
            actor("lanhdao"), visit.inspection,
            opinion="Trung tâm giữ được nhịp phát thanh; nhật ký và phân công trực cần chấn chỉnh.",
        )  # fmt: skip


def _line(visit: Visit, text: str) -> CheckLine:
    found: CheckLine = visit.lines.get(text=text)
    return found


def _fails(line: CheckLine, finding: str, mend: str, mend_by: str, shade: int) -> None:
    picture = proofs.photo("so-truc.png", shade).file
    assert picture is not None
    answer_line(
        actor("chuyenvien"), line, result="not_met", finding=finding, mend=mend, mend_by=on(mend_by), files=[picture]
    )


def _followed(visit: Visit, plan: Plan) -> None:
    planner, desk = actor("dieuphoi"), actor("trungtam")
    with at(on("26/10/2026")):
        mendings = [assign_mending(planner, _line(visit, text), plan) for text in (LOG, STAFF)]
        draft_conclusion(planner, visit.inspection, type="thông báo")
    with at(on("27/10/2026")):
        shares = [one.shares.select_related("assignment__plan__office", "body").get() for one in mendings]
        for share in shares:
            accept_share(desk, share)
    with at(on("9/11/2026"), 14):
        shares[0].refresh_from_db()
        prove_share(desk, shares[0], proofs=[proofs.log(20, timezone.localdate())], title="Nhật ký phát thanh đã ký đủ")
    with at(on("10/11/2026")):
        shares[0].refresh_from_db()
        confirm_share(actor("lanhdao"), shares[0])


def _asked(plan: Plan) -> None:
    """The level above got its answer; the council's question still waits."""
    broadcasts = plan.assignments.get(label="B.I.1")
    with at(on("12/11/2026")):
        question = ask_question(
            actor("tinh"), broadcasts, text="Số 9 và số 17 của chuyên mục chưa phát vì sao, có phát bù không?",
            answer_by=on("20/11/2026"), body=body(CENTRE),
        )  # fmt: skip
    with at(on("16/11/2026")):
        answer_question(
            actor("trungtam"), question, text="Hai số rơi vào ngày mất điện; Trung tâm phát bù trong tháng 12."
        )
    with at(on("24/11/2026")):
        ask_question(
            actor("giamsat"), plan, text="Việc niêm yết thủ tục hành chính tại trụ sở đến nay thế nào?",
            answer_by=on("4/12/2026"),
        )  # fmt: skip
