"""The money of the commune's plan: from three sources, some of it spent with papers, some with no amount yet."""

from lienthong.plans.service import Plan, add_budget_line, change_budget_line, record_spending
from lienthong.workspace.demo import proofs
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor


def money(plan: Plan) -> None:
    desk, head = actor("dieuphoi"), actor("truongphong")
    air = plan.assignments.get(label="B.I.1")
    website = plan.assignments.get(label="B.I.3.a")
    with at(on("20/3/2026"), 9):
        written = [
            (air, "province", "Sản xuất, phát sóng chuyên mục chuyển đổi số", 52_000_000),
            (website, "commune", "Nhuận bút bài hướng dẫn trên Trang thông tin điện tử", 26_000_000),
            (None, "commune", "In tờ gấp hướng dẫn thủ tục phát đến hộ", 18_500_000),
            (None, "social", "Giải thưởng tìm hiểu dịch vụ công trực tuyến", None),
        ]
        lines = [
            add_budget_line(
                desk, plan, assignment=task, values={"source": source, "purpose": purpose, "planned": amount}
            )
            for task, source, purpose, amount in written
        ]
    with at(on("2/4/2026"), 9):
        change_budget_line(desk, lines[0], values={"approved": 48_000_000})
    with at(on("3/7/2026"), 15):
        record_spending(
            desk, lines[0], amount=24_000_000, spent_on=on("30/6/2026"), file=proofs.photo("bien-nhan.png", 40).file,
            note="Sáu tháng đầu năm",
        )  # fmt: skip
    with at(on("5/10/2026"), 15):
        record_spending(
            head, lines[1], amount=13_500_000, spent_on=on("2/10/2026"), file=proofs.photo("nhuan-but.png", 70).file,
            note="Ba quý đầu năm",
        )  # fmt: skip
