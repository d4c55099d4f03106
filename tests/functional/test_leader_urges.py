"""Lãnh đạo thấy việc quá hạn và đôn đốc."""

from datetime import timedelta

from django.utils import timezone

from lienthong.organisations.tests.factories import Cast
from lienthong.plans.models import Share
from lienthong.plans.tests.factories import make_accepted, make_plan
from tests.functional.people import Opens


def test_overdue_work_is_urged_and_the_unit_reads_it(people: Cast, opens: Opens) -> None:
    """Chủ tịch lọc việc quá hạn trên điện thoại, đôn đốc, sao chép tin nhắn; đơn vị thấy lời đôn đốc."""
    plan = make_plan(people)
    share = make_accepted(people, plan, text="Phát tờ gấp đến các hộ dân")
    make_accepted(people, plan, text="Việc còn trong hạn")
    Share.objects.filter(pk=share.pk).update(due=timezone.localdate() - timedelta(days=2))
    leader = opens(people.leader, phone=True)
    page = leader.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    leader.follows("Kế hoạch")
    leader.reads("1 quá hạn")
    leader.looks()
    leader.follows(plan.title)
    leader.looks()
    leader.chooses("Trạng thái", "Đang làm quá hạn")
    leader.presses("Lọc")
    leader.reads("Phát tờ gấp đến các hộ dân")
    leader.does_not_read("Việc còn trong hạn")
    assert "trang-thai=" in page.url, "a filtered list can be sent to a colleague"
    leader.looks()
    leader.follows("Phòng VH-XH", within=leader.row("Phát tờ gấp"))
    leader.opens("Đôn đốc")
    form = page.locator("details.step[open]")
    leader.types("Nội dung đôn đốc", "Đề nghị xong trước thứ Sáu", within=form)
    leader.presses("Đôn đốc", within=form)
    leader.reads("Đã đôn đốc. Có thể sao chép tin nhắn để gửi nhóm.")
    leader.looks()
    leader.presses("Sao chép tin nhắn")
    leader.reads("Đã sao chép")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Đề nghị xong trước thứ Sáu" in copied
    assert f"/noi-bo/ke-hoach/phan-viec/{share.pk}/" in copied

    head = opens(people.unit_head)
    head.follows("Thông báo")
    head.reads("Đề nghị xong trước thứ Sáu")
    head.looks()
    head.goes_to("plans:share", share.pk)
    head.reads("Đề nghị xong trước thứ Sáu (Nguyễn Văn B")
    head.looks()
