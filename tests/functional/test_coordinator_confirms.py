"""Cán bộ tổng hợp duyệt những gì đã đọc được, rồi lập kế hoạch."""

from django.utils import timezone
from playwright.sync_api import expect

from lienthong.organisations.tests.factories import Cast
from lienthong.plans.models import Plan, Share
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.service import register_incoming
from lienthong.registry.tests.reviewing import DIFFICULT_TEXT, PLAN_TEXT, under_review
from tests.functional.people import Opens

#: Two frames: what has come into view is noted by then.
SEEN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def registered(people: Cast, text: str) -> OfficialDocument:
    return register_incoming(people.clerk, under_review(people, text), arrived_on=timezone.localdate())


def test_nineteen_tasks_by_keyboard_in_forty_presses(people: Cast, opens: Opens) -> None:
    """Chỉ dùng bàn phím: kế hoạch 19 nhiệm vụ không có gì sai, xác nhận hết trong không quá 40 lần bấm phím."""
    document = registered(people, PLAN_TEXT)
    coordinator = opens(people.coordinator)
    coordinator.goes_to("registry:review", document.pk)
    coordinator.heading_is("15/KH-UBND")
    coordinator.looks()
    page, presses = coordinator.page, 0
    rows = page.locator(".found .proposal")
    # The first row is chosen when the page opens.
    for _row in range(rows.count() - 1):
        page.keyboard.press("j")
        page.evaluate(SEEN)
        presses += 1
    expect(rows.last).to_be_focused()
    page.keyboard.press("c")
    presses += 1
    coordinator.reads("điều chắc chắn.")
    assert presses <= 40
    assert not Proposal.objects.filter(file__document=document, state=Proposal.State.PROPOSED).exists()
    confirmed = Proposal.objects.filter(file__document=document, kind=Proposal.Kind.TASK, state="confirmed")
    assert confirmed.count() == 19
    coordinator.looks()


def test_what_is_not_certain_is_corrected_mapped_and_marked(people: Cast, opens: Opens) -> None:
    """Sửa một dòng, chỉ ra tên chưa rõ là ai, đánh dấu một dòng ngoài phạm vi, duyệt xong và lập kế hoạch."""
    document = registered(people, DIFFICULT_TEXT)
    coordinator = opens(people.coordinator)
    coordinator.looks()
    coordinator.follows("Mở việc")
    coordinator.heading_is("40/KH-UBND")
    coordinator.looks()
    page = coordinator.page

    # Leaving too early says what is still to be done.
    coordinator.presses("Duyệt xong")
    coordinator.reads("dòng chưa duyệt. Hãy xác nhận hoặc bỏ từng dòng.")

    coordinator.types("Trưởng các khu dân cư", "Thôn 1")
    coordinator.presses("Lưu các tên đã chọn")
    coordinator.reads("(Thôn 1)", within=coordinator.row("Nhiệm vụ I.2"))

    scan = coordinator.row("Nhiệm vụ I.1")
    scan.get_by_label("ngoài phạm vi công cụ").check()
    coordinator.presses("Xác nhận", within=scan)
    expect(page.locator(".is-decided.is-outside")).to_have_count(1)

    rhythm = coordinator.row("Nhiệm vụ I.3")
    coordinator.follows("Sửa", within=rhythm)
    editing = page.locator(".is-editing")
    expect(editing).to_be_visible()
    coordinator.looks()
    editing.get_by_label("Tần suất").fill("2 tuần/1 số (26 số/năm)")
    coordinator.presses("Lưu và xác nhận", within=editing)
    expect(page.locator(".is-editing")).to_have_count(0)

    early = coordinator.row("Nhiệm vụ I.4")
    early.get_by_label("từ ngày văn bản").check()
    coordinator.presses("Xác nhận", within=early)
    coordinator.row("Nhiệm vụ I.4").wait_for()

    # The rest is certain: each row comes into view, then one button confirms them.
    for row in page.locator(".proposal[data-certain='1']").all():
        row.scroll_into_view_if_needed()
        page.evaluate(SEEN)
    coordinator.presses("Xác nhận tất cả điều chắc chắn")
    coordinator.looks()
    coordinator.presses("Duyệt xong")
    coordinator.reads("Đã duyệt xong nội dung của văn bản.")
    coordinator.looks()

    coordinator.follows("Lập kế hoạch")
    coordinator.heading_is("Lập kế hoạch từ")
    coordinator.looks()
    coordinator.presses("Lập kế hoạch và giao việc")
    coordinator.reads("Đã lập kế hoạch và giao việc cho các đơn vị.")
    coordinator.looks()
    plan = Plan.objects.get(document=document)
    assert plan.assignments.count() == 4
    assert plan.assignments.filter(out_of_scope=True).count() == 1
    assert Share.objects.filter(assignment__plan=plan, body=people.hamlets[0], part="lead").exists()
    coordinator.reads("1 nhiệm vụ ngoài phạm vi công cụ được giữ nguyên văn và không vào số liệu.")

    hamlet = opens(people.hamlet_head, phone=True)
    hamlet.reads("Phổ biến kế hoạch đến từng hộ dân")
    hamlet.looks()
