"""Duyệt một văn bản có trang ảnh: chỗ đã đọc và dòng đã đọc dẫn sang nhau; văn bản giấy chụp bằng điện thoại."""

import io
from collections.abc import Callable
from pathlib import Path

import vanban
from PIL import ImageDraw
from playwright.sync_api import expect

from lienthong.organisations.tests.factories import Cast
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.tests.reviewing import field
from tests.functional.people import Opens, Person
from tests.functional.test_clerk_registers import uploads

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "04-ke-hoach-xa.pdf"

#: "18" as a pen writes it, in a square.
ONE_EIGHT = [
    [(0.08, 0.3), (0.3, 0.0), (0.24, 0.5), (0.15, 1.0)],
    [
        (0.85, 0.15),
        (0.65, 0.02),
        (0.55, 0.2),
        (0.72, 0.45),
        (0.86, 0.75),
        (0.66, 1.0),
        (0.48, 0.8),
        (0.7, 0.45),
        (0.9, 0.12),
    ],
]


def photos(pages: int) -> list[dict[str, object]]:
    """What a phone would give of the sample's first pages."""
    drawn = vanban.page_images(SAMPLE, range(1, pages + 1), width=1000)
    return [{"name": f"IMG_{page.number}.jpg", "mimeType": "image/jpeg", "buffer": page.jpeg} for page in drawn]


def scan_with_a_number_by_hand() -> bytes:
    """The sample's first page as a scanner gives it, "18" in its number written with a pen."""
    number = vanban.read(SAMPLE).number
    assert number is not None
    assert number.span is not None
    assert number.span.box is not None
    [page] = vanban.page_images(SAMPLE, [1], width=2480)
    unit = page.picture.width / page.width
    x0, y0, x1, y1 = (side * unit for side in number.span.box)
    x1 = x0 + 0.165 * (x1 - x0)  # figures are narrower than the capitals behind them
    pen = ImageDraw.Draw(page.picture)
    pen.rectangle((x0, y0, x1, y1), fill="white")
    for strokes in ONE_EIGHT:
        points = [(x0 + x * (x1 - x0), y0 + (0.05 + 0.85 * y) * (y1 - y0)) for x, y in strokes]
        pen.line(points, fill=(35, 35, 45), width=5, joint="curve")
    out = io.BytesIO()
    page.picture.save(out, "JPEG", quality=85)
    return out.getvalue()


def pages_are_drawn(person: Person, selector: str) -> None:
    picture = person.page.locator(selector).first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("(found) => found.naturalWidth") > 1000


def test_places_and_rows_lead_to_each_other(people: Cast, opens: Opens, work_is_done: Callable[[], None]) -> None:
    """Văn thư mở trang duyệt: chọn dòng thì chỗ trên trang sáng lên, bấm chỗ trên trang thì dòng được chọn."""
    clerk = opens(people.clerk)
    uploads(clerk, (SAMPLE.name, SAMPLE.read_bytes()))
    clerk.reads("Đang đọc", within=clerk.row(SAMPLE.name))
    work_is_done()
    made = OfficialDocument.objects.get()
    number, subject = field(made, "number"), field(made, "subject")
    clerk.goes_to("registry:review", made.pk)
    pages_are_drawn(clerk, ".page img")
    clerk.looks()
    page = clerk.page
    row, place = page.locator(f"#p{number.pk}"), page.locator(f"#doan-{number.pk}")
    row.click()
    expect(place).to_have_class("m-field here")
    expect(place).to_be_in_viewport()
    page.locator(f"#doan-{subject.pk}").click(position={"x": 5, "y": 5})
    expect(page.locator(f"#p{subject.pk}")).to_have_class("proposal is-field here")
    expect(page.locator(f"#p{subject.pk}")).to_be_in_viewport()
    page.keyboard.press("k")
    expect(page.locator(".proposal.here")).not_to_have_id(f"p{subject.pk}")
    # The chosen row's place is on the way of the Tab key, and Enter goes back to the row.
    row.click()
    place.focus()
    assert place.get_attribute("tabindex") == "0"
    page.keyboard.press("Enter")
    expect(row).to_be_focused()
    page.keyboard.press("Enter")
    expect(row).to_have_class("proposal is-field is-decided")
    clerk.presses("Phóng to")
    clerk.looks()
    clerk.follows("Chữ", within=page.get_by_role("navigation", name="Cách xem văn bản"), exact=True)
    expect(page.locator("mark").first).to_be_visible()
    clerk.looks()


def test_a_paper_document_is_photographed_on_a_phone(
    people: Cast, opens: Opens, work_is_done: Callable[[], None]
) -> None:
    """Chụp ba trang, đổi thứ tự, bỏ trang chụp hỏng, gửi thành một văn bản; đăng ký theo trang ảnh."""
    clerk = opens(people.clerk, phone=True)
    clerk.goes_to("registry:upload")
    expect(clerk.page.get_by_label("Chụp trang")).to_be_visible()
    first, second = photos(2)
    clerk.page.get_by_label("Chụp trang").set_input_files([second])
    clerk.page.get_by_label("Chọn ảnh có sẵn").set_input_files([first, second | {"name": "hong.jpg"}])
    pages = clerk.page.locator("#cac-trang li")
    expect(pages).to_have_count(3)
    clerk.looks()
    clerk.presses("Đưa lên trước: Trang 2")
    clerk.presses("Bỏ trang này: Trang 3")
    assert pages.locator("img").evaluate_all("(all) => all.map((one) => one.alt)") == ["IMG_1.jpg", "IMG_2.jpg"]
    clerk.presses("Gửi thành một văn bản, số trang: 2")
    clerk.reads("Văn bản chụp 2 trang.pdf")
    expect(pages).to_have_count(0)
    work_is_done()
    file = DocumentFile.objects.get()
    assert len(file.page_sizes) == 2
    clerk.goes_to("registry:register", file.document_id)
    pages_are_drawn(clerk, ".page-pane img")
    clerk.looks()
    main = clerk.page.get_by_role("main")
    clerk.types("Số, ký hiệu", "18/KH-UBND", within=main)
    clerk.types("Trích yếu", "Kế hoạch chuyển đổi số năm 2026", within=main)
    clerk.presses("Đăng ký và lấy số")
    clerk.heading_is("18/KH-UBND")
    clerk.looks()


def test_a_number_written_by_hand_is_typed_from_its_picture(
    people: Cast, opens: Opens, work_is_done: Callable[[], None]
) -> None:
    """Bản quét có số viết tay: máy không đoán, văn thư gõ theo ảnh cắt ra; các ô khác vẫn được đọc."""
    clerk = opens(people.clerk)
    uploads(clerk, ("ban-quet.jpg", scan_with_a_number_by_hand()))
    clerk.reads("Đang đọc", within=clerk.row("ban-quet.pdf"))
    work_is_done()
    made = OfficialDocument.objects.get()
    assert not made.number
    assert (made.type, made.symbol, made.subject != "") == ("kế hoạch", "KH-UBND", True)
    clerk.goes_to("registry:review", made.pk)
    pages_are_drawn(clerk, ".page img")
    written = clerk.page.get_by_role("region", name="Viết tay, cần ghi lại")
    expect(written.get_by_alt_text("Ảnh phần viết tay: Số, ký hiệu")).to_be_visible()
    clerk.looks()
    clerk.types("Số, ký hiệu", "18", within=written)
    clerk.presses("Ghi Số, ký hiệu", within=written)
    number = field(made, "number")
    assert (number.confirmed, number.decided_by, number.rule) == ("18/KH-UBND", people.clerk.position, "by-person")
    expect(written).to_have_count(0)
    subject = clerk.page.locator(f"#doan-{field(made, 'subject').pk}")
    expect(subject).to_be_attached()
    clerk.looks()
