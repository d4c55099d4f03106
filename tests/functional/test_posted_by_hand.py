"""Một tin đã duyệt được trưởng thôn đăng tay trên điện thoại; quản trị lập điểm phát hành."""

from lienthong.channels.contrib.by_hand.tests.factories import make_handover
from lienthong.channels.core.tests.factories import make_attachment, make_message
from lienthong.organisations.tests.factories import Cast
from tests.functional.people import Opens


def test_the_head_of_a_hamlet_posts_by_hand_on_his_phone(people: Cast, opens: Opens) -> None:
    """Trưởng thôn chép chữ, lưu ảnh, dán đường liên kết; văn phòng thấy tin đã đăng, khai tay."""
    make_handover(people, people.hamlet_head, message=make_message(files=(make_attachment(),)))
    head = opens(people.hamlet_head, phone=True, permissions=["clipboard-write"])
    head.follows("Đăng “Hướng dẫn dùng dịch vụ công”")
    head.looks()
    head.page.get_by_role("button", name="Sao chép Nội dung").click()
    head.reads("Đã sao chép", within=head.page.get_by_role("region", name="Nội dung"))
    head.types("Đường liên kết", "nhóm chat thôn 1", within=head.page.locator("main"))
    head.presses("Khai đã đăng")
    head.reads("bắt đầu bằng https")
    head.looks()
    head.types("Đường liên kết", "https://chat.example.vn/1", within=head.page.locator("main"))
    head.presses("Khai đã đăng")
    head.reads("Đã ghi là tin được đăng.")
    head.looks()

    office = opens(people.coordinator)
    office.goes_to("channels:outlets")
    office.looks()
    office.follows("Nhóm chat thôn 1")
    office.reads("Mọi thứ ở đây chạy không cần dịch vụ ngoài.")
    office.reads("khai tay")
    office.looks()
    office.follows("Hướng dẫn dùng dịch vụ công")
    office.reads("https://chat.example.vn/1")
    office.looks()


def test_an_administrator_sets_an_outlet_up(people: Cast, opens: Opens) -> None:
    """Quản trị lập điểm phát hành, thấy chạy thử, rồi bật gửi thật."""
    administrator = opens(people.administrator)
    administrator.goes_to("channels:outlets")
    administrator.looks()
    administrator.follows("Đăng bằng tay")
    main = administrator.page.locator("main")
    administrator.types("Tên điểm phát hành", "Trang TikTok của xã", within=main)
    administrator.types("Đăng ở đâu", "Tài khoản TikTok của UBND xã", within=main)
    administrator.looks()
    administrator.presses("Lưu")
    administrator.reads("chạy thử, không gửi ra ngoài")
    administrator.looks()
    administrator.presses("Bật gửi thật")
    administrator.reads("đang gửi thật")
