"""Bàn phát thanh: một bản tin vào lịch và nói rõ vì sao phát lúc đó; người thứ hai dừng tin khẩn cấp."""

from datetime import timedelta

from django.utils import timezone

from lienthong.organisations.tests.factories import Cast
from lienthong.speech.service import approve_recording
from lienthong.speech.tests.factories import make_recording
from tests.functional.people import Opens


def test_a_bulletin_gets_into_the_month_and_says_why_it_plays_then(people: Cast, opens: Opens) -> None:
    """Cán bộ tổng hợp mở đài, đặt khung phát; chuyên viên đưa bản tin đã duyệt vào lịch và nghe lại."""
    recording = approve_recording(people.unit_head, make_recording(people))
    runner = opens(people.coordinator)
    main = runner.page.locator("main")
    runner.follows("Phát thanh")
    runner.looks()
    runner.presses("Mở đài truyền thanh")
    runner.looks()
    runner.follows("Chương trình", within=main)
    runner.follows("Thêm khung phát")
    runner.looks()
    runner.types("Tên khung", "Buổi sáng", within=main)
    runner.types("Bắt đầu lúc", "04:00", within=main)
    runner.types("Số phút", "15", within=main)
    runner.presses("Lưu")
    runner.reads("Khung “Buổi sáng” chạm vào giờ nghỉ")
    runner.types("Bắt đầu lúc", "05:30", within=main)
    runner.presses("Lưu")
    runner.looks()

    writer = opens(people.member)
    form = writer.page.locator("main")
    writer.goes_to("loudspeaker:bulletins")
    writer.looks()
    writer.follows("Đưa bản tin vào lịch")
    writer.looks()
    writer.chooses("Bản thu đã duyệt", str(recording), within=form)
    now = timezone.localtime()
    writer.types("Phát từ", f"{now:%Y-%m-%dT%H:%M}", within=form)
    writer.types("Phát trước", f"{now + timedelta(days=3):%Y-%m-%dT%H:%M}", within=form)
    writer.presses("Lưu")
    writer.follows("Bản tin chuyển đổi số", within=form)
    writer.looks()
    sound = form.locator("audio")
    sound.evaluate("sound => new Promise(done => { sound.oncanplay = done; sound.load(); sound.preload = 'auto'; })")
    assert sound.evaluate("sound => sound.error === null && sound.duration > 1")
    first = (now + timedelta(days=1)).date()
    writer.goes_to("loudspeaker:month", thang=f"{first:%Y-%m}")
    writer.reads("Bản tin chuyển đổi số")
    writer.reads("Khung đầu tiên còn chỗ sau giờ được phát: Buổi sáng.")
    writer.looks()
    phone = opens(people.member, phone=True)
    for name in ("desk", "month", "programme", "bulletins", "devices", "call", "duty"):
        phone.goes_to(f"loudspeaker:{name}")
        phone.looks()


def test_the_second_person_stops_an_emergency_on_a_phone(people: Cast, opens: Opens) -> None:
    """Lãnh đạo phân công trực; chuyên viên gọi; văn thư được gọi trên điện thoại và dừng, kèm lý do."""
    approve_recording(people.unit_head, make_recording(people))
    leader = opens(people.leader)
    main = leader.page.locator("main")
    leader.follows("Phát thanh")
    leader.presses("Mở đài truyền thanh")
    leader.follows("Danh sách trực", within=main)
    day = timezone.localdate()
    for who in (people.member, people.clerk):
        leader.chooses("Người trực", str(who.position), within=main)
        leader.types("Từ ngày", f"{day:%Y-%m-%d}", within=main)
        leader.types("Đến ngày", f"{day + timedelta(days=6):%Y-%m-%d}", within=main)
        leader.presses("Phân công trực")
    leader.looks()

    caller = opens(people.member)
    form = caller.page.locator("main")
    caller.follows("Phát thanh")
    caller.follows("Phát khẩn cấp", within=form)
    caller.looks()
    caller.types("Việc khẩn cấp", "Nước lũ lên nhanh", within=form)
    caller.page.get_by_label("Bản thu có sẵn").select_option(index=1)
    caller.presses("Gọi phát khẩn cấp")
    caller.reads("Chờ người thứ hai")
    caller.looks()

    second = opens(people.clerk, phone=True)
    second.follows("Gọi người thứ hai, trả lời trong 2 phút")
    second.looks()
    second.types("Lý do dừng", "Nhầm thôn", within=second.page.locator("main"))
    second.presses("Dừng")
    second.reads("Đã dừng, lý do đã ghi.")
    caller.page.reload()
    caller.reads("Nhầm thôn")
    caller.looks()
