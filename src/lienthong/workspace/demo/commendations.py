"""What the made-up commune commends: a model that the leader agreed to, and an initiative that waits for opinions."""

from lienthong.commendations.service import (
    cite_proof,
    decide_nomination,
    draft_decision,
    nominate,
    propose_nomination,
    review_nomination,
)
from lienthong.core.keys import key_of
from lienthong.organisations.service import Body
from lienthong.plans.service import Plan
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor

STORY = (
    "Mỗi số phát thanh nói một việc người dân tự làm được trên điện thoại, đọc chậm, nhắc lại hai lần. "
    "Sau giờ phát, tổ công nghệ số cộng đồng trực tại nhà văn hóa thôn để ai chưa làm được thì làm cùng."
)


def commendations(plan: Plan) -> None:
    head, desk, leader = actor("trungtam"), actor("dieuphoi"), actor("lanhdao")
    with at(on("12/11/2026"), 9):
        model = nominate(head, values={
            "kind": "model", "title": "Nghe loa xong làm được ngay", "body": head.own_position.body, "story": STORY,
        })  # fmt: skip
        cite_proof(head, model, key=key_of(plan.assignments.get(label="B.I.1")))
        propose_nomination(head, model)
    with at(on("13/11/2026"), 14):
        review_nomination(
            desk, model, agrees=True, reasons="Đã xem tại Thôn 1 và Thôn 2: buổi trực nào cũng có người đến hỏi."
        )
    with at(on("16/11/2026"), 8):
        model = decide_nomination(
            leader, model, agree=True, reason="Cách làm ít tốn, các thôn khác làm theo được; đề nghị nhân rộng."
        )
        draft_decision(desk, model)
    with at(on("24/11/2026"), 10):
        writer = actor("truongphong")
        idea = nominate(writer, values={
            "kind": "initiative", "title": "Sổ hỏi đáp thủ tục đặt tại quầy", "story":
            "Câu hỏi nào được hỏi lại nhiều lần thì viết thành một trang, in treo tại quầy và đọc trên loa.",
            "body": Body.objects.get(name="Phòng Văn hóa - Xã hội"),
        })  # fmt: skip
        cite_proof(writer, idea, key=key_of(plan.assignments.get(label="B.I.3.a")))
        propose_nomination(writer, idea)
