"""Lãnh đạo cho ý kiến trên điện thoại, in phiếu giải quyết."""

import io
from datetime import timedelta

import docx
import pypdfium2
from django.utils import timezone
from playwright.sync_api import expect

from lienthong.organisations.tests.factories import Cast
from lienthong.registry.models import Decision, OfficialDocument
from lienthong.registry.service import register_incoming
from lienthong.registry.tests.factories import read_document
from tests.functional.people import Opens


def registered(people: Cast) -> OfficialDocument:
    return register_incoming(people.clerk, read_document(people.clerk), arrived_on=timezone.localdate())


def test_one_screen_from_opinion_to_slip(people: Cast, opens: Opens) -> None:
    """Chủ tịch đọc, chọn mẫu ý kiến, giao chủ trì và phối hợp kèm hạn, gửi; phiếu in ra một trang."""
    document = registered(people)
    in_a_week, in_two = timezone.localdate() + timedelta(days=7), timezone.localdate() + timedelta(days=14)
    leader = opens(people.leader, phone=True)
    leader.looks()
    leader.follows("Mở việc")
    leader.heading_is("Chuyển xử lý")
    leader.looks()
    page = leader.page
    page.locator(".phrases button").first.tap()
    assert page.get_by_label("Ý kiến", exact=True).input_value()
    leader.chooses("Chủ trì", "Phòng Văn hóa - Xã hội")
    leader.types("Hạn", in_two.isoformat())
    leader.opens("Phối hợp, mỗi đơn vị một hạn")
    page.get_by_label("Phòng Kinh tế", exact=True).check()
    leader.types("Hạn của Phòng Kinh tế", in_a_week.isoformat())
    leader.looks()
    leader.presses("Gửi", exact=True)
    leader.reads("Đã chuyển xử lý.")
    leader.reads("Phòng Văn hóa - Xã hội, hạn")
    leader.looks()
    decision = Decision.objects.get(document=document)
    asked = {part.body.name: (str(part.part), part.due) for part in decision.parts.all()}
    assert asked == {"Phòng Văn hóa - Xã hội": ("lead", in_two), "Phòng Kinh tế": ("support", in_a_week)}

    leader.follows("Phiếu giải quyết")
    leader.heading_is("Phiếu giải quyết văn bản đến")
    leader.looks()
    printed = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    text = printed[0].get_textpage().get_text_bounded()
    assert len(printed) == 1
    assert "PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN" in text
    assert "Việc của tôi" not in text
    word = docx.Document(io.BytesIO(leader.downloads("Tải .docx").read_bytes()))
    assert any("Phòng Văn hóa - Xã hội" in paragraph.text for paragraph in word.paragraphs)


def test_the_first_screen_holds_opinion_lead_and_send(people: Cast, opens: Opens) -> None:
    """Không phải cuộn: ý kiến, chủ trì, hạn và nút Gửi nằm trong một màn hình điện thoại."""
    registered(people)
    leader = opens(people.leader, phone=True)
    leader.follows("Mở việc")
    page = leader.page
    for found in (
        page.get_by_label("Ý kiến", exact=True),
        page.get_by_label("Chủ trì"),
        page.get_by_label("Hạn").first,
        page.get_by_role("button", name="Gửi", exact=True),
    ):
        expect(found).to_be_in_viewport(ratio=1)


def test_what_was_typed_stays_when_it_is_refused(people: Cast, opens: Opens) -> None:
    """Quên chọn chủ trì: được nói rõ, ý kiến đã gõ còn nguyên."""
    registered(people)
    leader = opens(people.leader, phone=True)
    leader.follows("Mở việc")
    leader.types("Ý kiến", "Tham mưu kế hoạch trước ngày 15")
    leader.presses("Gửi", exact=True)
    leader.heading_is("Chuyển xử lý")
    expect(leader.page.locator(".error, .errors").first).to_be_visible()
    expect(leader.page.get_by_label("Ý kiến", exact=True)).to_have_value("Tham mưu kế hoạch trước ngày 15")
    leader.looks()
    assert not Decision.objects.exists()
