"""Hoạt động: từ một kỳ của kế hoạch đến sự kiện có người dự, biên bản, ảnh, và con số trong báo cáo."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from lienthong.activities.service import OfficeEvent
from lienthong.activities.tests.pictures import picture
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.tests.factories import make_accepted
from lienthong.portal.tests.factories import make_portal
from lienthong.reports.tests.factories import make_quarter_report
from tests.functional.people import Opens


def test_an_event_closes_its_occurrence_and_is_counted(
    people: Cast, opens: Opens, browser: Browser, live_server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chuyên viên soạn từ kỳ, lãnh đạo duyệt, người dân đăng ký và quét mã, biên bản và ảnh kết thúc kỳ."""
    # A journey types faster than people do.
    monkeypatch.setattr("lienthong.gate.handing.QUICKEST", 0)
    make_portal(people)
    share = make_accepted(people, rhythm_set="1 tháng/1 lần", text="Tổ chức tọa đàm về chuyển đổi số")
    occurrence = share.occurrences.order_by("due").first()
    assert occurrence is not None
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(picture().read())
    starts = timezone.localtime() + timedelta(minutes=30)

    officer = opens(people.member)
    main = officer.page.locator("main")
    officer.goes_to("plans:occurrence", occurrence.pk)
    officer.follows("Tổ chức sự kiện")
    officer.types("Tên sự kiện", "Tọa đàm mua bán an toàn", within=main)
    officer.chooses("Loại", "Tọa đàm", within=main)
    officer.types("Giới thiệu", "Nghe và hỏi về các kiểu lừa đảo mới.", within=main)
    officer.types("Dành cho", "Mọi người", within=main)
    officer.types("Bắt đầu", f"{starts:%Y-%m-%dT%H:%M}", within=main)
    officer.types("Kết thúc", f"{starts + timedelta(hours=2):%Y-%m-%dT%H:%M}", within=main)
    officer.types("Nơi tổ chức", "Hội trường xã", within=main)
    officer.types("Chương trình", "08:00; Khai mạc; Phòng Văn hóa - Xã hội", within=main)
    officer.looks()
    officer.presses("Lưu bản soạn")
    officer.presses("Trình duyệt")
    officer.looks()

    leader = opens(people.leader, phone=True)
    leader.follows("Duyệt sự kiện: Tọa đàm mua bán an toàn")
    leader.presses("Duyệt công khai")
    leader.reads("Đã duyệt công khai.")
    leader.looks()

    narrow = {"viewport": {"width": 360, "height": 740}, "base_url": live_server.url, "locale": "vi-VN"}
    resident = browser.new_context(java_script_enabled=False, **narrow)
    page = resident.new_page()
    page.goto("/su-kien/")
    page.get_by_role("link", name="Tọa đàm mua bán an toàn").click()
    page.get_by_role("link", name="Đăng ký dự").click()
    page.get_by_label("Mấy người dự?").fill("3")
    page.get_by_role("button", name="Gửi đăng ký").click()
    assert "Mã đăng ký" in page.locator("h1").inner_text()

    event = OfficeEvent.objects.get()
    officer.goes_to("activities:door", event.pk)
    officer.reads("0 máy đã quét")
    officer.looks()
    page.goto(officer.page.get_by_role("link", name="Mở trang ghi có mặt").get_attribute("href") or "")
    page.get_by_role("button", name="Tôi có mặt").click()
    assert page.locator("h1").inner_text() == "Đã ghi có mặt"
    resident.close()

    over = timezone.now() - timedelta(minutes=1)
    OfficeEvent.objects.update(starts_at=over - timedelta(hours=2), ends_at=over)
    officer.goes_to("activities:event", event.pk)
    officer.follows("Ghi biên bản và ảnh")
    officer.types("Số biên bản", "12/BB-UBND", within=main)
    officer.page.get_by_label("Ảnh").set_input_files(photo)
    officer.looks()
    officer.presses("Ghi và kết thúc")
    officer.reads("Đã ghi biên bản và ảnh; sự kiện kết thúc.")
    officer.looks()
    occurrence.refresh_from_db()
    assert occurrence.closed_by is not None

    report = make_quarter_report(people)
    today = timezone.localdate()
    type(report).objects.update(starts_on=today - timedelta(days=60), ends_on=today)
    leader.goes_to("reports:report", report.pk)
    leader.reads("Sự kiện đã tổ chức")
    leader.goes_to("reports:figure", report.pk, "events.people")
    leader.reads("Tọa đàm mua bán an toàn")
    leader.reads("1 người dự")


def test_visits_of_a_team_close_an_occurrence(people: Cast, opens: Opens) -> None:
    """Trưởng thôn ghi lượt đi trên điện thoại, chuyên viên dùng các lượt đi làm minh chứng của một kỳ."""
    share = make_accepted(people, rhythm_set="1 tháng/1 lần", text="Tổ công nghệ số xuống thôn hướng dẫn")
    occurrence = share.occurrences.filter(due__gte=timezone.localdate()).order_by("due").first()
    assert occurrence is not None

    head = opens(people.hamlet_head, phone=True)
    head.goes_to("activities:enter_visit")
    head.types("Dịch vụ công trực tuyến", "9")
    head.presses("Lưu")
    head.reads("Đã ghi lượt đi thôn.")

    officer = opens(people.member, phone=True)
    officer.goes_to("plans:occurrence", occurrence.pk)
    officer.follows("Lượt đi thôn làm minh chứng")
    officer.reads("Thôn 1 · Dịch vụ công trực tuyến: 9")
    officer.looks()
    officer.presses("Dùng làm minh chứng")
    officer.reads("1 lượt đi, 1 thôn, 9 lượt người được giúp")
    officer.looks()
    officer.goes_to("plans:occurrence", occurrence.pk)
    officer.reads("1 lượt đi, 1 thôn, 9 lượt người được giúp")
    officer.looks()
