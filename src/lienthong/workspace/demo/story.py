"""A year of the made-up commune: what came in, what was made of it, who did what, and what is still open."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from lienthong.plans.service import Plan, make_plan_from_document
from lienthong.registry.service import (
    Direction,
    Instruction,
    OfficialDocument,
    add_phrase,
    answer_document,
    assign_handler,
    decide_document,
    finish_part,
    note_document,
    open_series,
    own_parts,
    register_incoming,
    register_outgoing,
)
from lienthong.settings.channels import channel_packages
from lienthong.workspace.demo.activities import activities
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.commendations import commendations
from lienthong.workspace.demo.corrections import corrections
from lienthong.workspace.demo.drafts import drafts
from lienthong.workspace.demo.feedback import feedback
from lienthong.workspace.demo.filing import case_file, committee
from lienthong.workspace.demo.inspections import inspections
from lienthong.workspace.demo.learning import learning
from lienthong.workspace.demo.money import money
from lienthong.workspace.demo.newsroom import newsroom
from lienthong.workspace.demo.papers import review, take_in
from lienthong.workspace.demo.people import actor, body
from lienthong.workspace.demo.portal import portal
from lienthong.workspace.demo.procedures import procedures
from lienthong.workspace.demo.reports import reports
from lienthong.workspace.demo.training import training
from lienthong.workspace.demo.work import work

CULTURE, CENTRE, POLICE = "Phòng Văn hóa - Xã hội", "Trung tâm Dịch vụ sự nghiệp công", "Công an xã"
OFFICE_ROOM = "Văn phòng HĐND và UBND xã"
PHRASES = (
    "Giao Phòng VH-XH chủ trì, tham mưu kế hoạch của xã.",
    "Các đơn vị biết, phối hợp thực hiện.",
    "Văn phòng theo dõi, đôn đốc.",
)


def tell(samples: Path, write: Callable[[str], None]) -> None:
    """Carry the sample documents through the whole thread; says in a line what each step left behind."""
    for phrase in PHRASES:
        add_phrase(actor("lanhdao"), text=phrase)
    province = _from_the_province(samples)
    _from_the_party(samples)
    plan, second = _own_plans(samples, province)
    write(f"Kế hoạch: {plan.assignments.count() + second.assignments.count()} nhiệm vụ trong 2 kế hoạch.")
    _from_the_front(samples)
    _report_form(samples)
    work(plan, second)
    money(plan)
    commendations(plan)
    reports()
    portal()
    write("Cổng thông tin của xã đã mở, có bài đăng và một bài chờ duyệt.")
    for name in channel_packages("demo.py"):
        write(import_module(f"{name}.demo").demo(actor, at))
    inspections(plan)
    drafts(province, _still_open(samples))
    case_file()
    newsroom(plan)
    write(f"Thủ tục hành chính: {procedures()} thủ tục công khai, một bản sửa chờ duyệt.")
    committee(plan)
    write(f"Phản ánh, kiến nghị: {feedback()} phản ánh, đủ các trạng thái.")
    write(f"Đính chính: {corrections()} đính chính công khai, một bản chờ duyệt, một câu hỏi chờ trả lời.")
    write(f"Bình dân học vụ số: {learning()} bài học công khai, một bài chờ duyệt.")
    write(
        f"Hoạt động: {activities(plan)} sự kiện công khai, một sự kiện sắp tới có đăng ký; tổ công nghệ số đi ba thôn."
    )
    write(f"Đào tạo: một lớp đã học có {training(plan, province)} lượt người dự, một lớp đang nhận cử người.")
    write("Văn bản, phân công, minh chứng và báo cáo của một năm đã có trong hệ thống.")


def _register(samples: Path, name: str, day: str, **values: object) -> OfficialDocument:
    with at(on(day), 8) as today:
        document = take_in(samples / name)
        assert document is not None
        return register_incoming(actor("vanthu"), document, arrived_on=today, values=values)


def _sent(name: str, part: str, due: str = "") -> Instruction:
    return Instruction(body(name), part, on(due) if due else None)


def _from_the_province(samples: Path) -> OfficialDocument:
    """The plan that the commune's own plan answers."""
    document = _register(samples, "01-ke-hoach-tinh.docx", "28/1/2026")
    with at(on("29/1/2026")):
        decide_document(
            actor("lanhdao"), document, kind="handle", opinion=PHRASES[0],
            instructions=[_sent(CULTURE, "lead", "10/3/2026"), _sent(CENTRE, "support")],
        )  # fmt: skip
    with at(on("30/1/2026")):
        document.refresh_from_db()
        head = actor("truongphong")
        assign_handler(head, own_parts(head, document)[0], handler=actor("chuyenvien").own_position)
    return document


def _from_the_party(samples: Path) -> None:
    document = _register(samples, "03-chi-thi-tinh-uy.txt", "12/2/2026")
    with at(on("13/2/2026")):
        decide_document(
            actor("lanhdao"), document, kind="note", opinion=PHRASES[1],
            instructions=[_sent(CULTURE, "note"), _sent(CENTRE, "note")],
        )  # fmt: skip
    with at(on("16/2/2026")):
        document.refresh_from_db()
        head = actor("truongphong")
        note_document(head, own_parts(head, document)[0])
    letter = _register(samples, "02-cong-van-dang-uy.txt", "4/3/2026", number="31-CV/ĐU", dated="2026-03-03")
    with at(on("5/3/2026")):
        decide_document(actor("lanhdao"), letter, kind="file", opinion="Lưu; nội dung đã có trong kế hoạch của xã.")


def _issue(samples: Path, name: str, day: str, *, last_number: int, code: str = "") -> OfficialDocument:
    """An own document goes out under the next number; the registers were on paper until then."""
    with at(on(day), 10) as today:
        clerk = actor("vanthu")
        open_series(clerk, direction=Direction.OUTGOING, year=today.year, last_number=last_number, code=code)
        document = take_in(samples / name, Direction.OUTGOING)
        assert document is not None
        document = register_outgoing(clerk, document, code=code)
        review(document, actor("dieuphoi"))
    return document


def _own_plans(samples: Path, province: OfficialDocument) -> tuple[Plan, Plan]:
    document = _issue(samples, "04-ke-hoach-xa.pdf", "2/3/2026", last_number=17)
    with at(on("3/3/2026")):
        province.refresh_from_db()
        answer_document(actor("chuyenvien"), province, answer=document)
        document.refresh_from_db()
        plan = _plan(document, "Truyền thông cải cách hành chính và chuyển đổi số năm 2026")
    decision = _issue(samples, "06-quyet-dinh-xa.docx", "16/3/2026", last_number=96, code="QĐ")
    with at(on("17/3/2026")):
        second = _plan(decision, "Tiếp nhận và trả lời phản ánh, kiến nghị năm 2026")
    return plan, second


def _plan(document: OfficialDocument, title: str) -> Plan:
    start, end = on("1/1/2026"), on("31/12/2026")
    return make_plan_from_document(actor("dieuphoi"), document, title=title, starts_on=start, ends_on=end)


def _from_the_front(samples: Path) -> None:
    document = _register(samples, "08-ke-hoach-mat-tran.txt", "8/4/2026")
    with at(on("9/4/2026")):
        decide_document(
            actor("lanhdao"), document, kind="handle", opinion="Văn phòng cung cấp danh sách cho Mặt trận.",
            instructions=[_sent(OFFICE_ROOM, "lead", "20/4/2026"), _sent(POLICE, "note")],
        )  # fmt: skip


def _report_form(samples: Path) -> None:
    document = _register(samples, "07-yeu-cau-bao-cao.docx", "4/6/2026")
    with at(on("5/6/2026")):
        decide_document(
            actor("lanhdao"), document, kind="handle", opinion="Phòng VH-XH báo cáo hằng quý theo đề cương.",
            instructions=[_sent(CULTURE, "lead", "15/6/2026"), _sent(OFFICE_ROOM, "support")],
        )  # fmt: skip
    with at(on("12/6/2026")):
        document.refresh_from_db()
        head = actor("truongphong")
        finish_part(head, own_parts(head, document)[0])


def _still_open(samples: Path) -> OfficialDocument:
    """For whoever tries it: an urgent letter waits for the leader, which is returned; two files wait for the clerk."""
    urging = _register(samples, "05-cong-van-don-doc.txt", "20/11/2026")
    with at(on("20/11/2026"), 14):
        take_in(samples / "09-khong-dau.txt")
        # The same plan as the PDF: registering it shows the document that is there already.
        take_in(samples / "04-ke-hoach-xa.txt", Direction.OUTGOING)
    return urging
