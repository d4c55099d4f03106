"""Training in the demonstration: a class that was held and proves an occurrence, and one that asks units for people."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils import timezone

from lienthong.organisations.service import Body
from lienthong.plans.service import Plan, Share, accept_share, add_assignment
from lienthong.registry.service import OfficialDocument
from lienthong.training.service import (
    TrainingClass,
    approve_list,
    close_class,
    finish_class,
    nominate_people,
    open_class,
    tick_session,
    write_class,
)
from lienthong.workspace.demo import proofs
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, body
from lienthong.workspace.demo.work import share

CULTURE, CENTRE, POLICE = "Phòng Văn hóa - Xã hội", "Trung tâm Dịch vụ sự nghiệp công", "Công an xã"
YOUTH, HAMLET = "Đoàn TNCS Hồ Chí Minh xã", "Thôn 1"
ASKED = {CULTURE: 1, CENTRE: 2, POLICE: 1, HAMLET: 1, YOUTH: 1}
HELD = {
    "title": "Tập huấn kỹ năng số và ký số cho cán bộ xã, thôn",
    "content": "Ký số cá nhân; nộp và xử lý hồ sơ trực tuyến; nhận ra lừa đảo trên mạng.",
    "organiser": "", "ordered_by": None, "form": "in_person", "place": "Hội trường UBND xã", "link": "", "seats": 30,
    "pass_percent": 80, "nominate_by": on("15/9/2026"),
    "sessions": "22/09/2026; 08:00-11:00\n23/09/2026; 08:00-11:00",
}  # fmt: skip
COMING = {
    "title": "Bồi dưỡng quản trị dữ liệu ở cấp xã",
    "content": "Rà soát, làm sạch dữ liệu; chia sẻ dữ liệu giữa các phòng; bảo vệ dữ liệu cá nhân.",
    "organiser": "Sở Khoa học và Công nghệ", "form": "mixed", "place": "Hội trường UBND xã",
    "link": "https://hop.minhhoa.example/boi-duong", "seats": 20, "pass_percent": 80,
}  # fmt: skip


def training(plan: Plan, order: OfficialDocument) -> int:
    """Hold one class for the third quarter, ask for people for the next; returns how many attended the first."""
    with at(on("1/9/2026")):
        task = add_assignment(
            actor("dieuphoi"), plan, leads=[body(CULTURE)], supports=[],
            values={
                "text": "Tập huấn kỹ năng số cho cán bộ, công chức và người hoạt động ở thôn", "label": "B.II.4",
                "rhythm_set": "01 lần/quý", "window_start": on("1/7/2026"), "window_end": on("31/12/2026"),
            },
        )  # fmt: skip
    part = share(plan, task.label, CULTURE, "Tập huấn")
    with at(on("3/9/2026")):
        accept_share(actor("truongphong"), part)
    attended = _held(part)
    _coming(part, order)
    return attended


def _write(values: Mapping[str, object], part: Share, due_after: date, asked: dict[str, int]) -> TrainingClass:
    occurrence = part.occurrences.filter(due__gte=due_after).order_by("due").first()
    assert occurrence is not None
    occurrence.share = part
    units: dict[Body, int] = {body(name): number for name, number in asked.items()}
    made = write_class(actor("chuyenvien"), None, values=dict(values), asked=units, occurrence=occurrence)
    return open_class(actor("chuyenvien"), made)


def _name(made: TrainingClass, by: str, unit: str, *usernames: str, others: str = "") -> None:
    invitation = made.invitations.get(body__name=unit)
    positions = [actor(username).own_position for username in usernames]
    nominate_people(actor(by), invitation, positions=positions, others=others)


def _held(part: Share) -> int:
    with at(on("7/9/2026")):
        made = _write(HELD, part, on("22/9/2026"), ASKED)
    with at(on("9/9/2026")):
        _name(made, "truongphong", CULTURE, "chuyenvien")
        _name(made, "trungtam", CENTRE, "trungtam", others="Nguyễn Văn Ô; Phát thanh viên")
        _name(made, "congan", POLICE, "congan")
        _name(made, "truongthon", HAMLET, "truongthon")
        # Nobody of the union has an account yet: who keeps the class answers for it.
        _name(made, "dieuphoi", YOUTH, others="Nguyễn Văn Ơ; Bí thư Đoàn xã")
    with at(on("16/9/2026")):
        made.refresh_from_db()
        made = approve_list(actor("lanhdao"), made, seen=6)
    for day, absent in (("22/9/2026", 0), ("23/9/2026", 1)):
        with at(on(day), 12):
            session = made.sessions.select_related("training").get(starts_at__date=on(day))
            tick_session(actor("chuyenvien"), session, present=list(made.nominees.on_list().in_order())[: 6 - absent])
    with at(on("25/9/2026")) as today:
        made = finish_class(actor("chuyenvien"), made)
        picture = proofs.photo("lop-tap-huan.png", 75).file
        assert picture is not None
        made = close_class(
            actor("chuyenvien"), made, minutes_number="38/BB-UBND", minutes_dated=today, photos=[picture]
        )  # fmt: skip
    return sum(invitation.attended for invitation in made.invitations.all())


def _coming(part: Share, order: OfficialDocument) -> None:
    """One unit has answered; the others have it among their things to do."""
    today = timezone.localdate()
    values = COMING | {
        "ordered_by": order, "nominate_by": today + timedelta(days=6),
        "sessions": "\n".join(f"{today + timedelta(days=n):%d/%m/%Y}; 14:00-17:00" for n in (14, 15)),
    }  # fmt: skip
    made = _write(values, part, on("1/10/2026"), {CULTURE: 1, CENTRE: 1, POLICE: 1, HAMLET: 1})
    _name(made, "truongphong", CULTURE, "chuyenvien")
