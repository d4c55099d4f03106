"""What a product says and its source does not is pointed out; what both say is not."""

import pytest

from lienthong.newsroom.facts import unsupported

SOURCE = (
    "ỦY BAN NHÂN DÂN XÃ MINH HÒA. Thực hiện Kế hoạch số 82/KH-UBND ngày 15 tháng 9 năm 2026, Phòng Văn hóa - Xã hội "
    "tổ chức 26 buổi, kinh phí 15.000.000 đồng, đạt 2,5% số hộ. Cán bộ dùng CCCD. Hạn 30/10."
)


@pytest.mark.parametrize(
    "text",
    [
        "Theo Kế hoạch số 82/KH-UBND ngày 15/9/2026.",
        "Ngày 15/9, Phòng Văn hóa - Xã hội tổ chức 26 buổi.",
        "Kinh phí 15000000 đồng, 2.5% số hộ, năm 2026.",
        "Hạn 30/10/2026. Người dân mang CCCD.",
        "Hôm nay Minh Hòa bắt đầu.",
    ],
)
def test_what_the_source_says_too(text):
    assert unsupported(text, [SOURCE]) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Theo Quyết định số 97/QĐ-UBND.", "symbol", "97/QĐ-UBND"),
        ("Ngày 16/9/2026 bắt đầu.", "date", "16/9/2026"),
        ("Từ ngày 15 tháng 9 năm 2025.", "date", "ngày 15 tháng 9 năm 2025"),
        ("Tổ chức 27 buổi.", "number", "27"),
        ("Kinh phí 1.500 đồng.", "number", "1.500"),
        ("buổi họp tại xã Bình An Đông.", "name", "Bình An Đông"),
        ("Người dân mang VNEID.", "term", "VNEID"),
    ],
)
def test_what_it_does_not_say(text, kind, words):
    assert [(one.kind, one.text) for one in unsupported(text, [SOURCE])] == [(kind, words)]


def test_the_offices_own_names_need_no_source():
    text = "mời bà con đến Trung tâm Dịch vụ sự nghiệp công xã Minh Hòa"
    assert unsupported(text, ["không có gì"], ["Ủy ban nhân dân xã Minh Hòa"]) == []
