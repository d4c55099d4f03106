"""Deadlines inside a task, and the figures that a task is to reach."""

import pytest
from body_helpers import body_of

Deadlines = list[tuple[str, str | None, list[str], int | None, bool]]

# The documents are of 15 July 2025.
DEADLINES: dict[str, tuple[str, Deadlines]] = {
    "counted from the day of issue": (
        "1. Phòng Kinh tế báo cáo trong 15 ngày kể từ ngày ban hành Kế hoạch này.",
        [("trong 15 ngày kể từ ngày ban hành Kế hoạch này", "2025-07-30", [], 15, False)],
    ),
    "in working days, from a day not known": (
        "1. Các thôn gửi danh sách trong thời hạn 05 ngày làm việc kể từ khi nhận được văn bản này.",
        [("trong thời hạn 05 ngày làm việc kể từ khi nhận được văn bản này", None, [], 5, True)],
    ),
    "every month beside one day": (
        "1. Các thôn báo cáo chậm nhất ngày 20 hằng tháng; tổng kết trước ngày 15/12/2025.",
        [
            ("chậm nhất ngày 20 hằng tháng", None, [], None, False),
            ("trước ngày 15/12/2025", "2025-12-15", [], None, False),
        ],
    ),
    "one for each body": (
        "1. Sở Nội vụ rà soát trước ngày 15/8/2025; các xã, phường hoàn thành trước ngày 30/8/2025, riêng xã Minh Hòa "
        "hoàn thành trước ngày 10/9/2025.",
        [
            ("trước ngày 15/8/2025", "2025-08-15", [], None, False),
            ("trước ngày 30/8/2025", "2025-08-30", ["các xã, phường"], None, False),
            ("trước ngày 10/9/2025", "2025-09-10", ["xã Minh Hòa"], None, False),
        ],
    ),
    "in a field": (
        "1. Làm sạch dữ liệu\n- Chủ trì: Công an xã\n"
        "- Thời gian: Công an xã trước ngày 15/9/2025; các thôn trước ngày 30/9/2025.",
        [
            ("trước ngày 15/9/2025", "2025-09-15", ["Công an xã"], None, False),
            ("trước ngày 30/9/2025", "2025-09-30", ["các thôn"], None, False),
        ],
    ),
    "in a cell": (
        "| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Số hóa sổ hộ tịch | Văn phòng | trong 30 ngày kể từ ngày ban hành |",
        [("trong 30 ngày kể từ ngày ban hành", "2025-08-14", [], 30, False)],
    ),
    "one day is told by the task itself": ("1. Các thôn báo cáo trước ngày 20/8/2025.", []),
    "the day of a cited document is none": (
        "1. Các thôn thực hiện Kế hoạch số 12/KH-UBND ngày 02/01/2025 và Công văn số 5/UBND-KT ngày 03/02/2025.",
        [],
    ),
}
TARGETS = {
    "a share": ("1. Các thôn vận động trên 80% hộ dân phân loại rác.", [("trên 80% hộ dân phân loại rác", "80", "%")]),
    "all": ("1. Công an xã cấp tài khoản cho 100% công dân.", [("100% công dân", "100", "%")]),
    "a number a week": (
        "1. Đài Truyền thanh phát sóng ít nhất 02 tin, bài/tuần.",
        [("ít nhất 02 tin, bài/tuần", "2", "tin, bài/tuần")],
    ),
    "thousands": ("1. Hội Nông dân trồng tối thiểu 1.200,5 ha rừng.", [("tối thiểu 1.200,5 ha", "1200.5", "ha")]),
    "a bare number": ("1. Phòng Nội vụ tổ chức 02 lớp tập huấn.", []),
    "what was reached": ("1. Các thôn tiếp tục duy trì, hiện đã đạt 80% hộ dân.", []),
    "what stands in a product": (
        "1. Tuyên truyền pháp luật\n- Chủ trì: Văn phòng\n- Sản phẩm: ít nhất 05 chuyên mục.",
        [("ít nhất 05 chuyên mục", "5", "chuyên mục")],
    ),
}


@pytest.mark.parametrize("text, expected", DEADLINES.values(), ids=DEADLINES.keys())
def test_deadlines(text: str, expected: Deadlines) -> None:
    (task,) = body_of(text).assignments
    assert [
        (d.when.value, d.due.value if d.due else None, [b.value for b in d.bodies], d.days, d.working_days)
        for d in task.deadlines
    ] == expected
    assert all(d.due is None or d.due.rule.startswith("derived.") for d in task.deadlines)


@pytest.mark.parametrize("text, expected", TARGETS.values(), ids=TARGETS.keys())
def test_targets(text: str, expected: list[tuple[str, str, str]]) -> None:
    (task,) = body_of(text).assignments
    assert [(target.text.value, target.amount, target.unit) for target in task.targets] == expected


def test_a_span_of_time_is_the_time_of_its_task() -> None:
    (task,) = body_of(DEADLINES["counted from the day of issue"][0]).assignments
    assert task.when is not None
    assert task.due is not None
    assert (task.when.value, task.due.value) == ("trong 15 ngày kể từ ngày ban hành Kế hoạch này", "2025-07-30")


OWN_FIELDS = {
    "a sentence after the task": (
        "1. Phòng Kinh tế chủ trì rà soát danh mục công trình. Thời hạn hoàn thành: tháng 12/2025.",
        ("chủ trì rà soát danh mục công trình", "tháng 12/2025", "2025-12-31"),
    ),
    "a sentence between two others": (
        "1. Công an xã tuần tra ban đêm. Thời gian thực hiện: từ ngày 01/9/2025 đến ngày 30/11/2025. Báo cáo kết quả.",
        ("tuần tra ban đêm", "từ ngày 01/9/2025 đến ngày 30/11/2025", "2025-11-30"),
    ),
    "after the name of a body and a colon": (
        "1. Trạm Y tế: Tổ chức khám sức khỏe. Thời gian thực hiện: Quý IV/2025; kinh phí thực hiện: ngân sách xã.",
        ("Tổ chức khám sức khỏe", "Quý IV/2025", "2025-12-31"),
    ),
    "no field: what the task is about": (
        "1. Công an xã niêm yết công khai thời gian, địa điểm tiếp dân trước ngày 05/9/2025.",
        ("niêm yết công khai thời gian, địa điểm tiếp dân trước ngày 05/9/2025", "trước ngày 05/9/2025", "2025-09-05"),
    ),
    "a span of days is not counted from the day that follows it": (
        "1. Công an xã mở đợt cao điểm trong 90 ngày, từ ngày 01/9/2025 đến ngày 30/11/2025.",
        (
            "mở đợt cao điểm trong 90 ngày, từ ngày 01/9/2025 đến ngày 30/11/2025",
            "từ ngày 01/9/2025 đến ngày 30/11/2025",
            "2025-11-30",
        ),
    ),
}


@pytest.mark.parametrize("text, expected", OWN_FIELDS.values(), ids=OWN_FIELDS.keys())
def test_when_in_the_paragraph_of_the_task(text: str, expected: tuple[str, str, str]) -> None:
    (task,) = body_of("III. TỔ CHỨC THỰC HIỆN\n" + text).assignments
    assert task.when is not None
    assert task.due is not None
    assert (task.text.value, task.when.value, task.due.value) == expected
    assert not task.deadlines
