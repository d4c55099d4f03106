"""Cán bộ tổng hợp so kế hoạch của xã với văn bản của tỉnh và thêm nhiệm vụ còn thiếu."""

import pytest

from lienthong.organisations.tests.factories import Cast
from lienthong.plans.tests.factories import YEAR, make_assignment, make_plan
from lienthong.registry.tests.factories import registered_order
from tests.functional.people import Opens


@pytest.mark.django_db(transaction=True)
def test_the_coordinator_adds_what_the_plan_lacks(people: Cast, opens: Opens) -> None:
    registered_order(people)
    plan = make_plan(people, title="Kế hoạch chuyển đổi số của xã")
    make_assignment(people, plan, text="Mở chuyên mục chuyển đổi số trên đài truyền thanh xã", due=f"{YEAR}-05-31")
    make_assignment(people, plan, text="Hướng dẫn người cao tuổi nộp hồ sơ trực tuyến toàn tỉnh tại nhà")

    coordinator = opens(people.coordinator)
    coordinator.goes_to("plans:plan", plan.pk)
    coordinator.follows("So sánh với văn bản cấp trên")
    coordinator.types("Số, ký hiệu", "45/KH-UBND")
    coordinator.presses("Chọn văn bản này")
    coordinator.reads("2/3 nội dung đã đưa vào kế hoạch; 2 có thay đổi; 1 chưa có.")
    coordinator.reads("toàn tỉnh")
    coordinator.looks()
    coordinator.follows("Thêm nhiệm vụ này")
    coordinator.reads("Văn bản cấp trên giao: Sở Tài chính.")
    lead = coordinator.page.get_by_role("group", name="Chủ trì")
    lead.get_by_label("Phòng Kinh tế").check()
    coordinator.looks()
    coordinator.presses("Thêm và giao việc")
    coordinator.reads("3/3 nội dung đã đưa vào kế hoạch")

    phone = opens(people.leader, phone=True)
    phone.goes_to("plans:plan_compare", plan.pk)
    phone.reads("3/3 nội dung đã đưa vào kế hoạch")
    phone.looks()
