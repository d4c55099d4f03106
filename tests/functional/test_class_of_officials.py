"""Lớp tập huấn: từ việc hỏi đơn vị cử người đến danh sách, điểm danh, minh chứng và con số trong báo cáo."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Browser

from lienthong.organisations.tests.factories import Cast
from lienthong.plans.tests.factories import make_accepted
from lienthong.reports.tests.factories import make_quarter_report
from lienthong.training.service import TrainingClass
from lienthong.training.tests.factories import begin_now, picture, slot
from tests.functional.people import Opens

TITLE = "Tập huấn ký số cho cán bộ xã"


def test_a_class_from_nominations_to_evidence(
    people: Cast, opens: Opens, browser: Browser, live_server: Any, tmp_path: Path
) -> None:
    """Điều phối mở lớp, hai đơn vị cử người, chốt danh sách, điểm danh trên điện thoại, kết thúc kỳ, vào báo cáo."""
    share = make_accepted(people, rhythm_set="1 tháng/1 lần", text="Tập huấn cán bộ về chuyển đổi số")
    occurrence = share.occurrences.order_by("due").first()
    assert occurrence is not None
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(picture().read())

    desk = opens(people.coordinator)
    main = desk.page.locator("main")
    desk.goes_to("plans:occurrence", occurrence.pk)
    desk.follows("Lập lớp đào tạo")
    desk.types("Tên lớp", TITLE, within=main)
    desk.types("Nội dung", "Ký số cá nhân, ký số cơ quan.", within=main)
    desk.types("Nơi học", "Hội trường xã", within=main)
    desk.types("Các buổi", f"{slot(9)}\n{slot(10)}", within=main)
    desk.types("Hạn cử người", f"{timezone.localdate() + timedelta(days=5):%Y-%m-%d}", within=main)
    desk.types("Phòng Kinh tế", "1", within=main)
    desk.types("Thôn 1", "2", within=main)
    desk.looks()
    desk.presses("Lưu", exact=True)
    desk.presses("Mở nhận cử")
    desk.reads("Đã mở nhận cử")

    head = opens(people.other_head)
    head.follows(f"Cử 1 người dự lớp: {TITLE}")
    head.page.get_by_label("Nguyễn Văn E").check()
    head.looks()
    head.presses("Gửi", exact=True)
    head.reads("Đã cử 1 người.")
    head.reads("Bạn được cử dự lớp này")
    head.looks()
    hamlet = opens(people.hamlet_head, phone=True)
    hamlet.follows(f"Cử 2 người dự lớp: {TITLE}")
    hamlet.page.get_by_label("Nguyễn Văn G").check()
    hamlet.types("Người không có tài khoản", "Nguyễn Văn A; Phó trưởng thôn")
    hamlet.looks()
    hamlet.presses("Gửi", exact=True)
    hamlet.reads("Đã cử 2 người.")

    desk.goes_to("workspace:home")
    desk.follows(f"Duyệt danh sách lớp: {TITLE}")
    desk.looks()
    desk.presses("Chốt danh sách 3 người")
    desk.reads("Đã chốt danh sách.")
    rows = list(load_workbook(desk.downloads("Danh sách (Excel)")).active.iter_rows(min_row=8, values_only=True))
    assert [row[1] for row in rows] == ["Nguyễn Văn E", "Nguyễn Văn A", "Nguyễn Văn G"]
    assert desk.downloads("Danh sách (PDF)").read_bytes().startswith(b"%PDF")

    training = TrainingClass.objects.get()
    sessions = begin_now(training)
    phone = opens(people.coordinator, phone=True)
    phone.page.set_viewport_size({"width": 360, "height": 740})
    phone.goes_to("training:session", sessions[0].pk)
    for name in ("Nguyễn Văn E", "Nguyễn Văn G"):
        phone.page.get_by_label(name).check()
    phone.looks()
    phone.presses("Lưu điểm danh")
    phone.reads("Đã ghi 2/3 người có mặt.")

    plain = browser.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}, base_url=live_server.url, locale="vi-VN"
    )
    plain.add_cookies(phone.page.context.cookies())  # type: ignore[arg-type]
    page = plain.new_page()
    page.goto(reverse("training:session", args=[sessions[1].pk]))
    page.get_by_label("Nguyễn Văn E").check()
    page.get_by_role("button", name="Lưu điểm danh").click()
    assert "Đã ghi 1/3 người có mặt." in page.locator("main").inner_text()
    plain.close()
    phone.goes_to("training:one", training.pk)
    phone.presses("Ghi đã học")
    phone.reads("Đã ghi lớp đã học.")
    phone.looks()

    desk.goes_to("training:results", training.pk)
    desk.looks()
    desk.goes_to("training:one", training.pk)
    desk.follows("Ghi biên bản và ảnh")
    desk.types("Số biên bản", "15/BB-UBND", within=main)
    desk.page.get_by_label("Ảnh").set_input_files(photo)
    desk.looks()
    desk.presses("Ghi và kết thúc")
    desk.reads("Đã ghi biên bản và ảnh; lớp kết thúc.")
    desk.looks()
    occurrence.refresh_from_db()
    assert occurrence.closed_by is not None
    assert "2 lượt người của 2 đơn vị dự" in occurrence.closed_by.title

    report, today = make_quarter_report(people), timezone.localdate()
    type(report).objects.update(starts_on=today - timedelta(days=60), ends_on=today)
    desk.goes_to("reports:figure", report.pk, "classes.people")
    desk.reads("1 người dự, 1 hoàn thành")
    desk.does_not_read("Nguyễn Văn E")

    head.goes_to("training:mine")
    head.reads("2/2")
    head.looks()
    head.follows("Đề nghị sửa")
    head.reads(f"Lớp {TITLE}: Trong danh sách, dự 2/2 buổi, kết quả: Hoàn thành.")
    head.looks()
