"""Who is ordered to do what, in turns of phrase that look like others; beside each what must not be taken for it."""

import pytest
from body_helpers import body_of, tasks_of

ORDERS = {
    "an order to assign people": (
        "4. Yêu cầu các xã, phường phân công 01 lãnh đạo trực tiếp phụ trách.",
        ["4: phân công 01 lãnh đạo [các xã, phường]"],
    ),
    "an office that assigns others orders them": (
        "4. Chủ tịch Ủy ban nhân dân xã yêu cầu các thôn báo cáo số liệu.",
        ["4: báo cáo số liệu [các thôn]"],
    ),
    "bodies called by their fields": (
        "3. Các Sở: Tài chính, Nội vụ, Xây dựng rà soát các vướng mắc.",
        ["3: rà soát các vướng [Các Sở: Tài chính, Nội vụ, Xây dựng]"],
    ),
    "what an order is about stands in front of the body": (
        "5. Về di dời đường điện: Phòng Kinh tế hoàn thành di dời 12 cột điện.",
        ["5: hoàn thành di dời 12 [Phòng Kinh tế]"],
    ),
    "a board whose name holds a verb": (
        "4. Phòng Kinh tế chủ trì, phối hợp với Ban Quản lý dự án Đầu tư xây dựng xã rà soát vốn.",
        ["4: chủ trì, phối hợp với Ban [Phòng Kinh tế] (Ban Quản lý dự án Đầu tư xây dựng xã)"],
    ),
    "the lead in brackets after the task": (
        "2. Nâng cấp mạng nội bộ của xã (Văn phòng chủ trì, Phòng Kinh tế phối hợp, quý II/2026).",
        ["2: Nâng cấp mạng nội [Văn phòng] (Phòng Kinh tế)"],
    ),
    "the lead after a dash": (
        "1. Sản xuất 12 tin, bài về Tết - Phòng Văn hóa - Xã hội chủ trì, các thôn phối hợp, hoàn thành trước ngày "
        "10/02/2026.",
        ["1: Sản xuất 12 tin, [Phòng Văn hóa - Xã hội] (các thôn)"],
    ),
    "the children's union of a school": (
        "5. Liên đội: Tập nghi thức.\nĐề nghị các tổ, cá nhân nghiêm túc thực hiện./.",
        ["5: Tập nghi thức [Liên đội]"],
    ),
    "several hamlets with a colon": (
        "4. Các thôn: Kiện toàn tổ công nghệ, mỗi tổ có ít nhất 05 thành viên.",
        ["4: Kiện toàn tổ công [Các thôn]"],
    ),
    "organisations in a chain": (
        "1. Người đứng đầu cơ quan, tổ chức chỉ đạo công tác văn thư.",
        ["1: chỉ đạo công tác văn [Người đứng đầu cơ quan, tổ chức]"],
    ),
    "a heading that says what about": (
        "2. Trách nhiệm của các thôn trong việc thu gom rác\n- Vận động các hộ phân loại rác.",
        ["2: Vận động các hộ [các thôn]"],
    ),
    "communes where something is": (
        "1. Ủy ban nhân dân các xã có dự án đi qua tuyên truyền, vận động Nhân dân.",
        ["1: tuyên truyền, vận động Nhân [Ủy ban nhân dân các xã có dự án đi qua]"],
    ),
    "a bold name in front of its duty": (
        """
        **1. Phòng Kinh tế** lập dự toán kinh phí.

        **2. Các thôn** tuyên truyền đến Nhân dân.
        """,
        ["1: lập dự toán kinh [Phòng Kinh tế]", "2: tuyên truyền đến Nhân [Các thôn]"],
    ),
}
NONE = {
    "what a body has done under a topic": "1. Về việc tặng quà: Công an xã đã tổ chức 02 buổi.",
    "what the issuer agrees to": "Điều 2. Nhiệm vụ\nHội đồng nhân dân xã thống nhất các nhiệm vụ do Ủy ban nhân dân "
    "xã trình và nhấn mạnh một số nội dung sau:\n1. Thu ngân sách đạt kế hoạch.",
    "a document is no hamlet": "Điều 11. Duyệt bản thảo\n1. Bản thảo văn bản phải do người có thẩm quyền duyệt.",
    "how a committee works": "Điều 3. Ban Chỉ đạo hoạt động theo chế độ kiêm nhiệm; Trưởng ban sử dụng con dấu của xã.",
    "who is rewarded": "Điều 5. Khen thưởng\nTập thể, cá nhân có thành tích được khen thưởng theo quy định.",
    "to lead as a verb": "I. NHIỆM VỤ THƯỜNG XUYÊN\n1. Lãnh đạo thực hiện nhiệm vụ phát triển kinh tế.",
    "what others do is told in brackets": "1. Tổng kinh phí 45 tỷ đồng (ngân sách tỉnh, các nguồn hợp pháp khác).",
    "praise": "1. Chủ tịch Ủy ban nhân dân tỉnh biểu dương Sở Nội vụ đã chủ động triển khai nhiệm vụ.",
    "the author of a cited document": "2. Về thời gian\nTheo Kết luận số 18-KL/TW của Bộ Chính trị, Ban Bí thư, kết "
    "thúc việc giải quyết chế độ, chính sách trước ngày 31/8/2025.",
    "the enforcement clause with fields": "Điều 4. Chánh Văn phòng; Giám đốc các Sở: Tài chính, Nội vụ và các đơn vị "
    "liên quan chịu trách nhiệm thi hành Quyết định này.",
    "what a leader did, in a list of results": "II. KẾT QUẢ THỰC HIỆN\n1. Về đối ngoại\n- (i) Chủ tịch tỉnh: thăm và "
    "làm việc tại tỉnh bạn.",
}
TIMES = {
    "a year that ends the sentence": ("1. Phòng Kinh tế rà soát thủ tục trong năm 2025.", "2025-12-31"),
    "a year that goes on": ("1. Phòng Kinh tế rà soát thủ tục trong năm 2025 và các năm sau.", None),
    "a year of what the task is about": ("1. Phòng Kinh tế rà soát chỉ số trong năm 2024 của xã.", None),
    "at a day": ("1. Các thôn tổ chức ngày hội vào ngày 18/11/2025.", "2025-11-18"),
}


VERBS = (
    "phân luồng giao thông", "giải ngân vốn", "lắp đặt camera", "tiêm phòng cho đàn vật nuôi", "trực ban 24/24 giờ",
    "niêm phong hồ sơ", "học tập Nghị quyết", "nêu cao tinh thần trách nhiệm", "nạo vét kênh mương", "xóa nhà tạm",
    "chi trả trợ cấp", "cấp tài khoản cho người dân", "đóng vai trò nòng cốt", "quan trắc môi trường", "dành kinh phí",
)  # fmt: skip
NAMES = ("Sở Nội vụ", "Công an xã", "Các thôn", "Trung tâm Văn hóa xã", "Các tổ chức chính trị - xã hội")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_ends_before_its_duty(name: str, verb: str) -> None:
    expected = [f"1: {verb} [{name}]"]
    assert tasks_of(f"1. {name} {verb} trên địa bàn theo quy định.", expected) == expected


@pytest.mark.parametrize(
    "name",
    ["Tổ hòa giải ở cơ sở", "Trung tâm học tập cộng đồng", "Quỹ bảo lãnh tín dụng", "Các cấp, các ngành"],
)
def test_a_verb_may_be_part_of_a_name(name: str) -> None:
    expected = [f"1: báo cáo kết quả [{name}]"]
    assert [line.replace("; ", ", ") for line in tasks_of(f"1. {name} báo cáo kết quả.", expected)] == expected


@pytest.mark.parametrize("text, expected", ORDERS.values(), ids=ORDERS.keys())
def test_orders(text: str, expected: list[str]) -> None:
    assert tasks_of(text, expected) == expected


def test_the_time_after_a_lead_in_brackets() -> None:
    (task,) = body_of("2. Nâng cấp mạng nội bộ của xã (Văn phòng chủ trì, quý II/2026).").assignments
    assert (task.when and task.when.value, task.due and task.due.value) == ("quý II/2026", "2026-06-30")


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_orders_nothing(text: str) -> None:
    assert tasks_of(text) == []


@pytest.mark.parametrize("text, due", TIMES.values(), ids=TIMES.keys())
def test_times_in_sentences(text: str, due: str | None) -> None:
    (task,) = body_of(text).assignments
    assert (task.due.value if task.due else None) == due


def test_a_bold_start_of_a_sentence_is_no_heading_but_a_bold_title_is() -> None:
    text = """
        **1. Phòng Kinh tế** lập dự toán kinh phí.

        **2. Kinh phí:** Bố trí từ ngân sách xã.
    """
    assert [heading.title for heading in body_of(text).outline] == ["Kinh phí"]
