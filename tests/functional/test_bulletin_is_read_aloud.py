"""Một bản tin từ lời viết đến bản thu được người khác nghe duyệt, trên bàn làm việc và trên điện thoại."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from lienthong.organisations.tests.factories import Cast
from tests.functional.people import Opens

LINES = (
    "Thực hiện Kế hoạch số 82/KH-UBND, sáng 15/9/2026, UBND xã Minh Hòa hướng dẫn bà con.\n"
    "Bà con gọi TTVH theo số 0225 3123 456."
)


def test_a_bulletin_is_written_read_aloud_and_approved_by_another(
    people: Cast, opens: Opens, work_is_done: Callable[[], None]
) -> None:
    """Chuyên viên viết, tổng hợp đặt cách đọc chữ tắt, máy đọc, trưởng phòng nghe từng câu rồi duyệt."""
    writer = opens(people.member)
    main = writer.page.locator("main")
    writer.goes_to("speech:scripts")
    writer.looks()
    writer.follows("Viết bản tin")
    writer.looks()
    writer.types("Tên bản tin", "Hướng dẫn dịch vụ công", within=main)
    writer.types("Lời bản tin", LINES, within=main)
    writer.presses("Lưu")
    writer.reads("Kế hoạch số tám mươi hai của Ủy ban nhân dân")
    writer.reads("sẽ đọc từng chữ cái")
    writer.looks()

    coordinator = opens(people.coordinator)
    coordinator.goes_to("speech:words")
    form = coordinator.page.locator("main")
    coordinator.types("Viết", "TTVH", within=form)
    coordinator.types("Đọc là", "center", within=form)
    coordinator.presses("Lưu cách đọc")
    coordinator.reads("Cách đọc phải viết bằng âm tiếng Việt")
    coordinator.types("Đọc là", "Trung tâm Văn hóa", within=form)
    coordinator.presses("Lưu cách đọc")
    coordinator.reads("Trung tâm Văn hóa")
    coordinator.looks()

    writer.page.reload()
    writer.reads("Trung tâm Văn hóa theo số không hai hai năm")
    writer.presses("Tạo tiếng đọc")
    writer.reads("Đang tạo tiếng")
    work_is_done()

    head = opens(people.unit_head, phone=True)
    head.follows("Nghe và duyệt bản thu")
    head.looks()
    second = head.page.locator(".sentence").nth(1)
    second.click()
    expect(second).to_have_attribute("aria-current", "true")
    played = head.page.locator("audio").evaluate("sound => sound.error === null && sound.duration > 5")
    assert played
    head.presses("Duyệt bản thu")
    head.reads("Đã duyệt bản thu.")
    expect(head.page.locator("main")).to_contain_text(re.compile("duyệt lúc"))

    head.page.set_viewport_size({"width": 360, "height": 740})
    for name in ("speech:scripts", "speech:words"):
        head.goes_to(name)
        wide = head.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0
