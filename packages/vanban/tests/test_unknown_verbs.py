"""Duties whose verb no list of verbs holds, and what looks like a duty and is none."""

import pytest
from body_helpers import tasks_of

UNKNOWN = {
    "after a level of government": (
        "1. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh sẵn sàng lực lượng, tham gia cứu hộ.",
        ["1: sẵn sàng lực lượng, [Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh]"],
    ),
    "after a field of work": (
        "2. Sở Xây dựng phân luồng, bảo đảm giao thông thông suốt.",
        ["2: phân luồng, bảo đảm [Sở Xây dựng]"],
    ),
    "after a proper name": (
        "3. UBND xã Minh Hòa rải đá các đoạn đường sạt lở.",
        ["3: rải đá các đoạn [UBND xã Minh Hòa]"],
    ),
    "after two words of a name in capitals": (
        "4. Sở Công Thương dự trữ hàng hóa thiết yếu.",
        ["4: dự trữ hàng hóa [Sở Công Thương]"],
    ),
    "a noun that ends as a verb begins": (
        "5. Công ty Khai thác công trình thủy lợi tỉnh bơm tiêu kịp thời, bảo vệ lúa.",
        ["5: bơm tiêu kịp thời, [Công ty Khai thác công trình thủy lợi tỉnh]"],
    ),
    "a name that goes on is not cut": (
        "6. Ủy ban Mặt trận Tổ quốc Việt Nam xã, Trạm Y tế khu vực và các thôn có liên quan vận động Nhân dân.",
        ["6: vận động Nhân dân [Ủy ban Mặt trận Tổ quốc Việt Nam xã; Trạm Y tế khu vực; các thôn có liên quan]"],
    ),
    "an item that begins with a short verb": (
        """
        1. Đối với các trường học
        - Chọn 02 lớp làm điểm.
        """,
        ["1: Chọn 02 lớp làm [các trường học]"],
    ),
}

NONE = {
    "rates of pay": """
        1. Tổ trưởng: 500.000 đồng/người/tháng.
        2. Thành viên: 300.000 đồng/người/tháng.
        """,
    "the frame of a meeting": """
        1. Thời gian: 14 giờ 00, ngày 15/01/2026.
        2. Địa điểm: Hội trường tầng 3.
        3. Chủ trì: Đồng chí Chủ tịch UBND xã.
        """,
    "being on duty": """
        1. Các thôn
        a) Thường trực 24/24 giờ; báo cáo nhanh tình hình.
        """,
}


@pytest.mark.parametrize(("text", "expected"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_finds_the_duty_without_knowing_its_verb(text: str, expected: list[str]) -> None:
    assert tasks_of(text, like=expected) == expected


@pytest.mark.parametrize("name", ["rates of pay", "the frame of a meeting"])
def test_takes_for_no_task(name: str) -> None:
    assert tasks_of(NONE[name]) == []


def test_being_on_duty_is_no_body() -> None:
    assert tasks_of(NONE["being on duty"], like=["1.a: Thường trực 24/24 giờ; []"]) == [
        "1.a: Thường trực 24/24 giờ; [Các thôn]"
    ]


NAMES = (
    "Thư ký",
    "Thủ quỹ",
    "Hạt Kiểm lâm khu vực",
    "Cổng Thông tin điện tử tỉnh",
    "Ban Chỉ đạo chuyển đổi số xã",
    "Ban Hỗ trợ Phụ nữ phát triển kinh tế",
    "Hội đồng phối hợp phổ biến, giáo dục pháp luật xã",
    "Trung tâm Cung ứng dịch vụ công",
    "Hợp tác xã nông nghiệp Minh Hòa",
    "Công đoàn cơ sở",
    "Lãnh đạo các phòng",
    "Khu phố 3",
    "Các chi bộ trực thuộc",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("duty", ["bố trí kinh phí thực hiện", "kiểm tra việc thực hiện", "vận động Nhân dân"])
def test_takes_the_whole_name_and_no_more(name: str, duty: str) -> None:
    words = " ".join(duty.split()[:4])
    assert tasks_of(f"1. {name} {duty}.") == [f"1: {words} [{name}]"]


@pytest.mark.parametrize(
    "text", ["1. Ban Chỉ đạo họp 3 tháng một lần.", "1. Tổ công tác tự giải thể sau khi xong việc."]
)
def test_a_rule_of_procedure_cuts_no_name_in_two(text: str) -> None:
    assert tasks_of(text) == []


def test_a_level_of_government_alone_is_a_topic() -> None:
    text = """
        1. Cấp tỉnh
        - Thăm, tặng quà 200 đoàn viên.
        """
    assert tasks_of(text) == []


def test_a_courtesy_after_a_list_is_no_item_of_it() -> None:
    text = """
        Phòng Kinh tế đề nghị các thôn thực hiện một số nội dung sau:
        - Tuyên truyền người dân không thả diều gần đường dây.
        Rất mong nhận được sự quan tâm, phối hợp./.
        """
    assert tasks_of(text) == [": Tuyên truyền người dân [các thôn]"]
