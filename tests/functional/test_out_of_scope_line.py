"""Một dòng ngoài phạm vi công cụ đi qua mọi trang: không số liệu, không đường liên kết, không nhắc việc."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone
from playwright.sync_api import expect

from lienthong.inbox.service import WorkItem
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.models import Assignment, Occurrence, Work
from lienthong.plans.tests.factories import make_out_of_scope, make_plan
from lienthong.reports.service import make_report
from tests.functional.people import Opens

TEXT = "Rà quét thông tin trên mạng xã hội"


def test_nothing_counts_or_reminds_of_it(people: Cast, opens: Opens, work_is_done: Callable[[], None]) -> None:
    """Dòng được giữ nguyên văn và giao được; đơn vị chỉ ghi nhận; kết thúc bằng số và ngày một văn bản."""
    today = timezone.localdate()
    plan = make_plan(people)
    make_out_of_scope(people, plan, frequency_printed="mỗi tuần 01 lần", when_printed="Thường xuyên", due=today)
    outside = Assignment.objects.get()
    work_is_done()

    coordinator = opens(people.coordinator)
    coordinator.goes_to("plans:plan", plan.pk)
    coordinator.reads(TEXT)
    coordinator.reads("0 nhiệm vụ")
    expect(coordinator.page.locator("main progress")).to_have_count(0)
    coordinator.looks()

    head = opens(people.unit_head, phone=True)
    head.reads(TEXT)
    head.does_not_read("quá hạn", within=head.row(TEXT))
    head.does_not_read("còn", within=head.row(TEXT))
    head.looks()
    head.follows(TEXT)
    head.reads("Ngoài phạm vi công cụ: giữ nguyên văn, không nhắc, không đếm, không nhận minh chứng.")
    expect(head.page.locator("main input[type=file]")).to_have_count(0)
    expect(head.page.get_by_role("button", name="Sao chép tin nhắn")).to_have_count(0)
    head.looks()
    head.presses("Đã biết")
    head.reads("Đã ghi nhận.")
    for name in ("plans:calendar", "plans:board", "inbox:notices"):
        head.goes_to(name)
        head.looks()
        if name != "plans:board":
            head.does_not_read(TEXT)

    report = make_report(
        people.coordinator,
        title="Báo cáo đột xuất",
        starts_on=date(today.year, 1, 1),
        ends_on=today,
    )
    coordinator.goes_to("reports:report", report.pk)
    listed = coordinator.page.locator("section").filter(has_text="Nội dung ngoài phạm vi công cụ").locator("li")
    expect(listed).to_have_text([TEXT])
    expect(listed.get_by_role("link")).to_have_count(0)
    coordinator.looks()

    coordinator.goes_to("plans:assignment", outside.pk)
    coordinator.types("Số, ký hiệu văn bản", "https://example.vn/bai-viet")
    coordinator.types("Ngày văn bản", today.isoformat())
    coordinator.presses("Kết thúc bằng văn bản này")
    coordinator.reads("số, ký hiệu")
    coordinator.looks()
    coordinator.types("Số, ký hiệu văn bản", "15/BC-UBND")
    coordinator.types("Ngày văn bản", today.isoformat())
    coordinator.presses("Kết thúc bằng văn bản này")
    coordinator.reads("Đã kết thúc bằng văn bản số 15/BC-UBND")
    coordinator.looks()
    work_is_done()
    assert not Occurrence.objects.exists()
    assert not Work.objects.exists()
    assert not WorkItem.objects.open().exists()
