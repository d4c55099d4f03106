"""What stands beside lead and support: period, rhythm, due date, product, funding, the whole field as printed."""

import pytest
from body_helpers import body_of

FIELD_TEXT = """
1. Tổ chức hội thi tìm hiểu pháp luật
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
- {}
"""

TIMES = {
    "year": ("Thời gian thực hiện: Năm 2025.", "Năm 2025", "2025-12-31"),
    "quarters": ("Thời gian: Quý III, IV/2025.", "Quý III, IV/2025", "2025-12-31"),
    "until": (
        "Thời gian: Từ ngày 28/8/2025 đến hết ngày 31/12/2025.",
        "Từ ngày 28/8/2025 đến hết ngày 31/12/2025",
        "2025-12-31",
    ),
    "before": ("Thời hạn hoàn thành: trước ngày 15/9/2025.", "trước ngày 15/9/2025", "2025-09-15"),
    "open": ("Thời gian thực hiện: Thường xuyên trong năm.", "Thường xuyên trong năm", None),
    "month": ("Tiến độ thực hiện: Tháng 11/2025", "Tháng 11/2025", "2025-11-30"),
    "roadmap": ("Lộ trình: Giai đoạn 2025 - 2027.", "Giai đoạn 2025 - 2027", "2027-12-31"),
    "every month": ("Thời gian báo cáo: trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng", None),
}


@pytest.mark.parametrize("line, when, due", TIMES.values(), ids=TIMES.keys())
def test_periods_of_fields(line: str, when: str, due: str | None) -> None:
    (task,) = body_of(FIELD_TEXT.format(line)).assignments
    assert task.when is not None
    assert task.when.value == when
    assert (task.due.value if task.due else None) == due
    assert task.due is None or task.due.rule.startswith("derived.")


def test_rhythm_product_and_funding_are_kept_as_printed() -> None:
    (task,) = body_of(
        """
        a) Phát thanh chuyên mục chuyển đổi số
        - Tần suất: 2 tuần/1 số (26 số/năm).
        - Đơn vị chủ trì: Đài Truyền thanh xã.
        - Sản phẩm: Bản tin phát thanh.
        - Kinh phí thực hiện: Nguồn sự nghiệp năm 2025.
        """
    ).assignments
    assert task.frequency is not None
    assert task.frequency.value == "2 tuần/1 số (26 số/năm)"
    assert task.product is not None
    assert task.product.value == "Bản tin phát thanh"
    assert task.funding is not None
    assert task.funding.value == "Nguồn sự nghiệp năm 2025"
    assert task.when is None
    assert task.due is None


def test_a_field_that_tells_duties_is_kept_whole_beside_its_bodies() -> None:
    (task,) = body_of(
        """
        5. Tham gia lớp tập huấn
        - Cơ quan chủ trì: Các cơ quan, đơn vị cử cán bộ, công chức tham gia.
        - Cơ quan phối hợp: Phòng Nội vụ tổng hợp danh sách.
        """
    ).assignments
    assert [body.value for body in task.lead] == ["Các cơ quan, đơn vị"]
    assert task.lead_printed is not None
    assert task.lead_printed.value == "Các cơ quan, đơn vị cử cán bộ, công chức tham gia"
    assert [body.value for body in task.support] == ["Phòng Nội vụ"]
    assert task.support_printed is not None


def test_a_period_over_several_lines_of_a_field() -> None:
    (task,) = body_of(
        """
        2. Kiểm tra công tác bầu cử
        * Đơn vị thực hiện: Ban Thường trực Ủy ban MTTQ xã
        * Thời gian thực hiện:
        + Đợt 1: từ ngày 01/12/2025 đến ngày 14/12/2025.
        + Đợt 2: từ ngày 02/02/2026 đến ngày 08/02/2026.
        """
    ).assignments
    assert task.when is not None
    assert task.when.value.startswith("Đợt 1: từ ngày 01/12/2025")
    assert task.due is not None
    assert task.due.value == "2026-02-08"


SENTENCES = {
    "before a day": ("Gửi báo cáo về Văn phòng trước ngày 15/11/2025.", "trước ngày 15/11/2025", "2025-11-15"),
    "within a month": ("Hoàn thành rà soát trong tháng 6/2026.", "trong tháng 6/2026", "2026-06-30"),
    "done within the year": ("Hoàn thành việc cấp thẻ trong năm 2025.", "trong năm 2025", "2025-12-31"),
    "at the latest": ("Trình phê duyệt chậm nhất ngày 05/8/2025.", "chậm nhất ngày 05/8/2025", "2025-08-05"),
    "every year": ("Trước ngày 15/12 hằng năm tổng hợp, báo cáo.", "Trước ngày 15/12 hằng năm", None),
    "the date of a cited document": (
        "Triển khai Kế hoạch số 12/KH-UBND ngày 05/3/2025 của Ủy ban nhân dân tỉnh.",
        None,
        None,
    ),
    "a year in a name": ("Tuyên truyền Chương trình chuyển đổi số năm 2025 đến người dân.", None, None),
    "a horizon": ("Thực hiện Chiến lược đến năm 2030, tầm nhìn đến năm 2045.", None, None),
}


@pytest.mark.parametrize("sentence, when, due", SENTENCES.values(), ids=SENTENCES.keys())
def test_periods_within_sentences(sentence: str, when: str | None, due: str | None) -> None:
    (task,) = body_of(f"1. Phòng Kinh tế\n- {sentence}").assignments
    assert (task.when.value if task.when else None) == when
    assert (task.due.value if task.due else None) == due


def test_a_rhythm_within_a_sentence() -> None:
    (task,) = body_of("2. Phòng Nội vụ\n- Lồng ghép vào báo cáo định kỳ quý, 6 tháng, năm gửi Ủy ban.").assignments
    assert task.frequency is not None
    assert task.frequency.value == "định kỳ quý, 6 tháng, năm"
    assert task.due is None


def test_a_period_in_a_field_of_its_own_belongs_to_the_item_above_it() -> None:
    tasks = body_of(
        """
        2. Công an xã
        a) Tổng kiểm tra các cơ sở kinh doanh có điều kiện.
        Thời gian hoàn thành: trong quý II/2025.
        b) Hướng dẫn người dân.
        """
    ).assignments
    assert [task.due.value if task.due else None for task in tasks] == ["2025-06-30", None]


def test_an_hour_before_a_day() -> None:
    (task,) = body_of("1. Các xã ven biển:\n- Sơ tán người dân trước 17 giờ ngày 21/9/2025.").assignments
    assert task.when is not None
    assert task.when.value == "trước 17 giờ ngày 21/9/2025"
    assert task.due is not None
    assert task.due.value == "2025-09-21"
