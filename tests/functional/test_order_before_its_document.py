"""Chỉ đạo nhận qua điện thoại: ghi lại, lãnh đạo giao việc, rồi văn bản đến và được gắn vào."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from lienthong.organisations.tests.factories import Cast
from lienthong.registry.tests.factories import ORDER
from tests.functional.people import Opens


@pytest.mark.django_db(transaction=True)
def test_an_order_by_telephone_meets_its_document(
    people: Cast, opens: Opens, work_is_done: Callable[[], None], tmp_path: Path
) -> None:
    coordinator = opens(people.coordinator, phone=True)
    coordinator.goes_to("registry:note_order")
    coordinator.types("Nội dung", "Yêu cầu các xã lắp đặt ngay máy quét tại nơi tiếp nhận hồ sơ.")
    coordinator.types("Người chỉ đạo", "Chủ tịch UBND tỉnh")
    coordinator.chooses("Nhận qua", "điện thoại")
    coordinator.looks()
    coordinator.presses("Ghi chỉ đạo")
    coordinator.heading_is("Chỉ đạo qua điện thoại của Chủ tịch UBND tỉnh")
    coordinator.reads("Chưa có văn bản")
    coordinator.looks()
    work_is_done()

    arrived = tmp_path / "ke-hoach.txt"
    arrived.write_text(ORDER, encoding="utf-8")
    clerk = opens(people.clerk)
    clerk.goes_to("registry:upload")
    clerk.page.get_by_label("Chọn tệp, hoặc kéo thả vào đây").set_input_files(str(arrived))
    clerk.presses("Tải lên")
    expect(clerk.page.locator("#ket-qua li.row")).to_have_count(1)
    work_is_done()
    clerk.goes_to("registry:awaiting")
    clerk.looks()
    clerk.follows("Chỉ đạo qua điện thoại của Chủ tịch UBND tỉnh")
    clerk.reads(re.compile(r"[89]\d % nội dung chỉ đạo có trong văn bản|100 % nội dung"))
    clerk.looks()
    clerk.presses("Gắn văn bản này")
    clerk.heading_is("Đăng ký văn bản đến")
    clerk.presses("Đăng ký và lấy số")
    clerk.heading_is("Kế hoạch 45/KH-UBND")
    clerk.reads("Chỉ đạo nhận trước văn bản")
    clerk.looks()
    clerk.goes_to("registry:awaiting")
    clerk.reads("hiện ở đây cho đến khi có văn bản")
