"""What the units did with their assignments in the course of the year."""

from datetime import date, timedelta

from django.utils import timezone

from lienthong.organisations.service import Actor
from lienthong.plans.service import (
    Plan,
    Share,
    accept_share,
    ask_extension,
    assign_handler,
    confirm_share,
    decide_extension,
    decline_share,
    note_share,
    prove_share,
    record_work,
    report_progress,
    send_back_share,
    submit_share,
    urge_share,
)
from lienthong.workspace.demo import proofs
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor

CULTURE, CENTRE, ECONOMY = "Phòng Văn hóa - Xã hội", "Trung tâm Dịch vụ sự nghiệp công", "Phòng Kinh tế"
SERVICE = "Trung tâm Phục vụ hành chính công xã"
#: Issues that were never made, and issues that were entered weeks later.
MISSED, LATE = (9, 17), (4, 5, 13)


def work(plan: Plan, second: Plan) -> None:
    _take_on(plan, second)
    _broadcasts(plan)
    _website(plan)
    _once_only(plan)
    _hamlet(plan)
    _behind(plan, second)


def share(plan: Plan, label: str, name: str, start: str = "") -> Share:
    """The share of the body ``name`` in the assignment ``label`` of ``plan``; ``start`` tells two apart."""
    found = plan.assignments.get(label=label, text__startswith=start)
    return found.shares.select_related("assignment__plan__office", "body").get(body__name=name)


def _take_on(plan: Plan, second: Plan) -> None:
    """Leads accept, supporting units take note; one says that the work is not his."""
    with at(on("4/3/2026")):
        for by, labels in {
            "trungtam": (("B.I.1", CENTRE), ("B.I.2", CENTRE)),
            "truongphong": (("B.I.3.a", CULTURE), ("B.III.2", CULTURE)),
            "truongthon": (("B.I.4", "Thôn 1"),),
        }.items():
            for label, name in labels:
                accept_share(actor(by), share(plan, label, name))
        decline_share(
            actor("trungtam"), share(plan, "D.2", CENTRE),
            reason="Trung tâm chưa được giao kinh phí sửa chữa cụm loa; đề nghị giao Phòng Kinh tế.",
        )  # fmt: skip
        note_share(actor("congan"), share(plan, "B.III.1", "Công an xã"))
        for label in ("B.I.1", "B.I.4"):
            note_share(actor("congan"), share(plan, label, "Công an xã"))
        assign_handler(actor("truongphong"), share(plan, "B.I.3.a", CULTURE), handler=_position("chuyenvien"))
    with at(on("18/3/2026")):
        accept_share(actor("truongphong"), share(second, "II.2", CULTURE))
        check = share(plan, "D.1", CULTURE, "Kiểm tra")
        accept_share(actor("truongphong"), check)
        assign_handler(actor("truongphong"), check, handler=_position("chuyenvien"))


def _position(username: str):  # type: ignore[no-untyped-def]  # a Position; actors of the demonstration have one
    return actor(username).position


def _broadcasts(plan: Plan) -> None:
    """The radio desk: most issues in time with a log, some entered late, some never made; reruns counted apart."""
    desk = actor("trungtam")
    for label, title in (("B.I.1", "Chuyển đổi số mỗi nhà"), ("B.I.2", "Hỏi đáp thủ tục hành chính")):
        for occurrence in _past(share(plan, label, CENTRE)):
            if occurrence.number in MISSED and label == "B.I.1":
                continue
            late = occurrence.number in LATE or occurrence.due < on("4/3/2026")
            entered = max(occurrence.due + timedelta(days=24 if late else 0), on("5/3/2026"))
            proof = proofs.log(occurrence.number, occurrence.due)
            if occurrence.kind == "rerun":
                proof = proofs.link(f"phat-thanh/phat-lai/{occurrence.number}-{occurrence.rerun_number}")
            with at(entered, 15):
                record_work(
                    desk, title=f"{title}, {occurrence.name.lower()}", done_on=occurrence.due, proofs=[proof],
                    occurrences=[occurrence],
                )  # fmt: skip


def _past(part: Share):  # type: ignore[no-untyped-def]  # open occurrences whose day is over
    found = part.occurrences.filter(due__lte=timezone.localdate() - timedelta(days=3), closed_on=None)
    for occurrence in found.order_by("due", "rerun_number"):
        occurrence.share = part
        yield occurrence


def _website(plan: Plan) -> None:
    """The weekly news, up to a few weeks ago: the last ones are still missing."""
    part, writer = share(plan, "B.I.3.a", CULTURE), actor("chuyenvien")
    for occurrence in _past(part):
        if occurrence.due > on("2/11/2026") or occurrence.number % 11 == 0:
            continue
        with at(max(occurrence.due, on("5/3/2026")), 16):
            record_work(
                writer, title=f"Bài hướng dẫn số {occurrence.number} trên Trang thông tin điện tử",
                done_on=occurrence.due, proofs=[proofs.link(f"tin/huong-dan-{occurrence.number}")],
                occurrences=[occurrence],
            )  # fmt: skip
    with at(on("3/11/2026")):
        report_progress(
            writer, part, text="Tháng 11 chậm ba bài do tập trung số liệu báo cáo; sẽ đăng bù trong tháng.", percent=85
        )


def _once_only(plan: Plan) -> None:
    """Proven and confirmed in time; proven and waiting to be confirmed; given more time first."""
    writer = actor("chuyenvien")
    check = share(plan, "D.1", CULTURE, "Kiểm tra")
    with at(on("20/7/2026")):
        _record(
            writer, check, "Quy trình kiểm tra nội dung trước khi phát hành", proofs.minutes("12/QĐ-VHXH", "17/7/2026")
        )
        submit_share(actor("truongphong"), check, result="Đã ban hành quy trình, áp dụng cho mọi kênh của xã.")
    with at(on("21/7/2026")):
        confirm_share(actor("lanhdao"), check)

    # The economy unit has no account yet: the coordinator acts for it, as the log says.
    talk, stand_in = share(plan, "B.II.2", ECONOMY), actor("dieuphoi")
    with at(on("21/9/2026")):
        accept_share(stand_in, talk)
        asked = ask_extension(
            stand_in, talk, new_due=on("15/10/2026"), reason="Lịch tiếp xúc cử tri trùng tuần cuối tháng 9."
        )
    with at(on("22/9/2026")):
        decide_extension(actor("lanhdao"), asked, grant=True, answer="Đồng ý, không gia hạn thêm.")
    with at(on("13/10/2026")):
        talk.refresh_from_db()
        _record(stand_in, talk, "Buổi đối thoại về thủ tục đất đai", proofs.minutes("41/BB-UBND", "12/10/2026"))
        submit_share(stand_in, talk, result="62 người dự, 14 câu hỏi được trả lời tại chỗ.")
    with at(on("14/10/2026")):
        confirm_share(actor("lanhdao"), talk)

    fix = share(plan, "B.III.2", CULTURE)
    with at(on("10/11/2026")):
        _record(writer, fix, "Đính chính thông tin về lệ phí hộ tịch", proofs.link("dinh-chinh/le-phi-ho-tich"))
        submit_share(actor("truongphong"), fix, result="Đã đăng đính chính có ký tên cơ quan.")


def _record(by: Actor, part: Share, title: str, proof: proofs.Proof) -> None:
    record_work(by, title=title, done_on=timezone.localdate(), proofs=[proof], shares=[part])


def _hamlet(plan: Plan) -> None:
    """The hamlet head proves with a picture, gets it back with a reason, and asks for more time."""
    part, head = share(plan, "B.I.4", "Thôn 1"), actor("truongthon")
    with at(on("5/10/2026"), 19):
        prove_share(
            head, part, proofs=[proofs.photo("lop-hoc-so.png", 90)], title="Buổi học đầu tiên tại nhà văn hóa thôn"
        )
    with at(on("6/10/2026")):
        part.refresh_from_db()
        send_back_share(
            actor("dieuphoi"), part, reason="Mới có một buổi; đề nghị gửi ảnh hoặc danh sách buổi của đủ các tuần."
        )
    with at(on("16/11/2026"), 18):
        part.refresh_from_db()
        ask_extension(
            head, part, new_due=on("15/1/2027"), reason="Thôn vào vụ thu hoạch, lớp chuyển sang sau Tết dương lịch."
        )


def _behind(plan: Plan, second: Plan) -> None:
    """What nobody answered for is urged; the out-of-scope line has nothing but its text."""
    with at(on("6/7/2026")):
        urge_share(
            actor("lanhdao"), share(plan, "B.II.1", SERVICE),
            text="Đã quá hạn niêm yết thủ tục; đề nghị báo cáo trước ngày 10/7/2026.",
        )  # fmt: skip
    answers = share(second, "II.2", CULTURE)
    for occurrence in _past(answers):
        if occurrence.number in (3, 6):
            continue
        day: date = occurrence.due
        with at(day, 11):
            record_work(
                actor("chuyenvien"), title=f"Trả lời công khai tháng {day:%m/%Y}", done_on=day,
                proofs=[proofs.link(f"tra-loi/{day:%Y-%m}")], occurrences=[occurrence],
            )  # fmt: skip
    with at(on("18/11/2026")):
        urge_share(actor("lanhdao"), answers, text="Tháng nào chưa trả lời thì bổ sung trước khi báo cáo năm.")
