"""Hồ sơ: cán bộ tổng hợp mở từ kế hoạch, cấp trên giám sát xem phần được xem và xuất ra tệp."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from django.utils import timezone

from lienthong.casefiles.tests.factories import worked_plan
from lienthong.organisations.tests.factories import Cast
from lienthong.registry.service import register_incoming
from lienthong.registry.tests.factories import plan_text, read_document
from tests.functional.people import Opens


def test_a_supervisor_opens_a_case_file_and_takes_it_along(
    people: Cast, opens: Opens, work_is_done: Callable[[], None]
) -> None:
    """Mở hồ sơ, loại một tài liệu kèm lý do, kết thúc; người giám sát chỉ thấy phần mình được xem và tải về."""
    order = register_incoming(people.clerk, read_document(people.clerk, plan_text()), arrived_on=timezone.localdate())
    plan = worked_plan(people, order).plan

    filer = opens(people.coordinator)
    form = filer.page.locator("main")
    filer.goes_to("plans:plan", plan.pk)
    filer.follows("Hồ sơ", within=form)
    filer.reads("Phát bản tin số 1")
    filer.looks()
    filer.follows("Mở hồ sơ")
    filer.looks()
    filer.types("Tiêu đề hồ sơ", "Hồ sơ truyền thông năm nay", within=form)
    filer.types("Thời hạn bảo quản", "20 năm", within=form)
    filer.presses("Mở hồ sơ", within=form)
    filer.heading_is("Hồ sơ truyền thông năm nay")
    filer.looks()
    piece = filer.page.get_by_role("listitem").filter(has_text="Nhiệm vụ").first
    filer.opens("Loại ra", within=piece)
    filer.types("Lý do loại ra", "bản trùng", within=piece)
    filer.presses("Loại ra, kèm lý do", within=piece)
    filer.reads("Đã loại tài liệu ra khỏi hồ sơ, kèm lý do.")
    filer.presses("Đưa lại")
    filer.presses("Kết thúc hồ sơ")
    filer.reads("Danh sách tài liệu giữ nguyên từ đây.")
    filer.looks()

    supervisor = opens(people.supervisor)
    supervisor.follows("Hồ sơ")
    supervisor.looks()
    supervisor.follows("Hồ sơ truyền thông năm nay")
    supervisor.reads("Phát bản tin số 1")
    assert "Văn bản đến" not in supervisor.page.locator(".case-pieces").inner_text()
    supervisor.looks()
    supervisor.presses("Xuất ra tệp")
    supervisor.reads("Đang chuẩn bị tệp.")
    supervisor.looks()
    work_is_done()
    supervisor.follows("Tải lại")
    supervisor.looks()
    with zipfile.ZipFile(supervisor.downloads("Tải tệp .zip")) as archive:
        assert any(name.endswith("anh-hop-thon.jpg") for name in archive.namelist())
    words = _text(supervisor.downloads("Tải tệp .pdf"))
    assert "Hồ sơ truyền thông năm nay" in words
    assert "Phát bản tin số 1" in words
    assert order.number not in words

    phone = opens(people.supervisor, phone=True)
    phone.goes_to("casefiles:cases")
    phone.looks()
    phone.follows("Hồ sơ truyền thông năm nay")
    phone.looks()


def _text(path: Path) -> str:
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
