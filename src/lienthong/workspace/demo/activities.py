"""Activities in the demonstration: an event that was held, one that comes with registrations, visits of hamlets."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from lienthong.activities.service import (
    OfficeEvent,
    TeamVisit,
    approve_event,
    count_people,
    enter_visit,
    hold_event,
    prove_visits,
    register_people,
    submit_event,
    write_event,
)
from lienthong.gate.service import Arriving
from lienthong.plans.service import Plan
from lienthong.workspace.demo import proofs
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, body
from lienthong.workspace.demo.work import share

CULTURE, POLICE, YOUTH = "Phòng Văn hóa - Xã hội", "Công an xã", "Đoàn TNCS Hồ Chí Minh xã"
DAY = {
    "title": "Ngày Chuyển đổi số quốc gia 10/10 tại xã", "kind": "day",
    "about": "Hướng dẫn tại chỗ dịch vụ công trực tuyến, định danh điện tử và cách nhận ra lừa đảo trên mạng.",
    "audience": "Mọi người dân trong xã", "place": "Nhà văn hóa xã", "link": "", "capacity": 200,
    "programme": "08:00; Khai mạc; Phòng Văn hóa - Xã hội\n08:30; Hướng dẫn cài định danh điện tử; Công an xã\n"
    "09:30; Hỏi đáp về dịch vụ công trực tuyến; Trung tâm Phục vụ hành chính công xã\n10:30; Tiểu phẩm; Đoàn xã",
}  # fmt: skip
TALK = {
    "title": "Tọa đàm: Mua bán an toàn trên mạng", "kind": "talk",
    "about": "Nghe Công an xã nói về các kiểu lừa đảo mới, hỏi và được trả lời tại chỗ.",
    "audience": "Hộ kinh doanh, người bán hàng trên mạng", "place": "Hội trường UBND xã",
    "link": "https://hop.minhhoa.example/toa-dam", "capacity": 80,
    "programme": "14:00; Giới thiệu; Phòng Văn hóa - Xã hội\n14:15; Các kiểu lừa đảo mới; Công an xã\n15:00; Hỏi đáp",
}  # fmt: skip
#: Hamlet, day, people by subject.
VISITS = (
    ("Thôn 1", "6/6/2026", {"identity": 14, "services": 9, "safety": 11}),
    ("Thôn 2", "13/6/2026", {"identity": 8, "payment": 6}),
    ("Thôn 3", "20/6/2026", {"services": 7, "health": 12}),
    ("Thôn 1", "15/8/2026", {"services": 10, "market": 4}),
)


def activities(plan: Plan) -> int:
    """Hold one, announce another, note visits and give some as evidence; returns how many events are public."""
    _held(_public(DAY, "28/9/2026", datetime.combine(on("10/10/2026"), time(8))))
    coming = (timezone.localtime() + timedelta(days=12)).replace(hour=14, minute=0, second=0, microsecond=0)
    talk = _public(TALK, "20/11/2026", coming.replace(tzinfo=None))
    for people, name, contact in ((1, "", ""), (4, "Nhóm bán hàng Thôn 2", ""), (2, "Nguyễn Văn A", "0200 000 199")):
        arriving = Arriving(f"demo-{people}", f"demo-{people}")
        register_people(talk, arriving, people=people, name=name, contact=contact)
    for hamlet, day, helped in VISITS:
        with at(on(day), 17) as today:
            enter_visit(actor("chuyenvien"), hamlet=body(hamlet), team=body(hamlet), day=today, helped=helped)
    with at(on("20/11/2026"), 18):
        # What the hamlet's share was sent back for.
        visits = TeamVisit.objects.filter(hamlet=body("Thôn 1"))
        prove_visits(actor("truongthon"), visits, share=share(plan, "B.I.4", "Thôn 1"))
    return OfficeEvent.objects.filter(published__isnull=False).count()


def _public(words: dict[str, object], day: str, starts: datetime) -> OfficeEvent:
    writer = actor("chuyenvien")
    begins = timezone.make_aware(starts)
    with at(on(day), 9):
        values = words | {"starts_at": begins, "ends_at": begins + timedelta(hours=3)}
        event = write_event(writer, None, values=values, invited=[body(POLICE), body(YOUTH)])
        event = submit_event(writer, event)
    with at(on(day), 15):
        return approve_event(actor("lanhdao"), event, seen=event.edits)


def _held(event: OfficeEvent) -> None:
    with at(on("10/10/2026"), 10):
        event = count_people(actor("chuyenvien"), event, people=164)
    with at(on("12/10/2026"), 9) as today:
        pictures = [proof.file for shade in (60, 120) if (proof := proofs.photo("ngay-hoi.png", shade)).file]
        hold_event(
            actor("chuyenvien"), event, minutes_number="41/BB-UBND", minutes_dated=today, photos=pictures
        )  # fmt: skip
