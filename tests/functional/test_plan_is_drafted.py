"""Kế hoạch của tỉnh thành kế hoạch của xã: soạn, trình, duyệt, cấp số, đối chiếu bản ký, ban hành, thực hiện."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
from django.utils import timezone

from lienthong.drafting.models import Draft
from lienthong.organisations.models import SigningAuthority
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.models import Assignment
from lienthong.registry.service import register_incoming
from lienthong.registry.tests.factories import plan_text, read_document
from tests.functional.people import Opens

TODAY = timezone.localdate()


def test_a_plan_from_the_order_to_the_issued_number(
    people: Cast, opens: Opens, work_is_done: Callable[[], None], tmp_path: Path
) -> None:
    """Cán bộ tổng hợp soạn từ bố cục văn bản tỉnh, sửa bằng Word, trình; lãnh đạo duyệt; văn thư cấp số, ban hành."""
    SigningAuthority.objects.create(position=people.leader.position, body=people.office, form="TM.")
    order = read_document(people.clerk, plan_text())
    register_incoming(people.clerk, order, arrived_on=TODAY)

    drafter = opens(people.coordinator)
    form = drafter.page.locator("main")
    drafter.follows("Dự thảo")
    drafter.looks()
    drafter.follows("Soạn văn bản")
    drafter.looks()
    drafter.types("Trích yếu", "Tuyên truyền chuyển đổi số của xã", within=form)
    drafter.page.get_by_label("Thực hiện văn bản cấp trên").select_option(index=1)
    drafter.presses("Bắt đầu soạn")
    drafter.heading_is("Kế hoạch Tuyên truyền chuyển đổi số của xã")
    drafter.reads("1/1 nội dung đã có trong dự thảo.")
    drafter.looks()
    drafter.follows("Sửa", within=drafter.row("Mở chuyên mục"))
    drafter.types("Chủ trì", "Phòng Văn hóa - Xã hội", within=form)
    drafter.looks()
    drafter.presses("Lưu")
    drafter.follows("Sửa phần này")
    drafter.types("Nội dung", "Các đơn vị thực hiện nhiệm vụ sau", within=form)
    drafter.presses("Lưu")
    drafter.opens("Thêm, chuyển, bỏ")
    drafter.follows("Thêm phần sau")
    drafter.types("Đề mục", "TỔ CHỨC THỰC HIỆN", within=form)
    drafter.types("Nội dung", "Các đơn vị báo cáo kết quả trước ngày 20 hằng tháng", within=form)
    drafter.presses("Lưu")
    drafter.follows("Sửa thể thức")
    drafter.page.get_by_label("Người ký").select_option(index=1)
    drafter.looks()
    drafter.presses("Lưu")

    word = drafter.downloads("Tệp Word")
    drafter.page.get_by_label("Tệp Word đã sửa").set_input_files(_edited(word, "kết quả", "kết quả thực hiện"))
    drafter.presses("Đưa tệp lại")
    drafter.reads("Các đơn vị báo cáo kết quả thực hiện trước ngày 20 hằng tháng")
    drafter.looks()
    drafter.presses("Nhận")
    drafter.follows("Về dự thảo")
    drafter.presses("Trình duyệt")
    drafter.reads("Đã trình dự thảo.")

    leader = opens(people.leader, phone=True)
    leader.follows("Duyệt dự thảo")
    leader.reads("báo cáo kết quả thực hiện")
    leader.looks()
    leader.presses("Duyệt", exact=True)
    leader.reads("Đã duyệt. Nội dung giữ nguyên từ đây.")

    clerk = opens(people.clerk)
    clerk.follows("Cấp số và ban hành")
    clerk.presses("Cấp số")
    clerk.reads("01/KH-UBND")
    signed = clerk.downloads("Tệp Word")
    clerk.page.get_by_label("Tệp đã ký").set_input_files(signed)
    clerk.presses("Gắn bản đã ký")
    work_is_done()
    clerk.page.reload()
    clerk.reads("Chữ trong bản ký đúng như bản đã duyệt")
    clerk.looks()
    assert not Assignment.objects.exists(), "assignments begin only with the issue"
    clerk.presses("Ban hành")
    clerk.reads("Đã ban hành và vào sổ văn bản đi.")
    assert Draft.objects.get().document.number == "01/KH-UBND"

    drafter.page.reload()
    drafter.types("Từ ngày", f"{TODAY.year}-01-01")
    drafter.types("Đến ngày", f"{TODAY.year}-12-31")
    drafter.presses("Đưa vào thực hiện")
    drafter.reads("1 nhiệm vụ")
    drafter.reads("Mở chuyên mục trên đài truyền thanh")
    drafter.looks()


def _edited(path: Path, old: str, new: str) -> Path:
    """The Word file with words changed, as a colleague sends it back."""
    word = docx.Document(io.BytesIO(path.read_bytes()))
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    edited = path.with_name("du-thao-da-sua.docx")
    word.save(edited)
    return edited
