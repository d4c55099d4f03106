"""Whatever order lines come in, values stand where they are said to stand and reading does not fail."""

from collections.abc import Callable

import vanban
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vanban.model import Document

LINES = (
    "ỦY BAN NHÂN DÂN",
    "XÃ MINH HÒA",
    "ỦY BAN NHÂN DÂN XÃ MINH HÒA   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG BỘ TỈNH MINH GIANG\tĐẢNG CỘNG SẢN VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "*",
    "Số: 12/KH-UBND",
    "Số:      /KH-UBND   Minh Hòa, ngày     tháng 8 năm 2025",
    "Số 15-CV/ĐU",
    "Minh Hòa, ngày 05 tháng 01 năm 2026",
    "HỎA TỐC",
    "KẾ HOẠCH",
    "**BÁO CÁO**",
    "Về truyền thông năm 2026",
    "V/v đẩy mạnh truyền thông",
    "Kính gửi:",
    "- Phòng Văn hóa - Xã hội;",
    "Căn cứ Kế hoạch số 82/KH-UBND ngày 17/4/2025 của Ủy ban nhân dân tỉnh;",
    "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22 tháng 12 năm 2024",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "## II. Nhiệm vụ",
    "1. Phòng Kinh tế chủ trì, phối hợp với Công an xã tổ chức trước ngày 15/9/2025.",
    "6. Giao Văn phòng:",
    "a) Tham mưu ban hành kế hoạch",
    "- Đơn vị chủ trì: Phòng Văn hóa - Xã hội; Trạm Y tế",
    "+ Thời gian: Quý III, IV/2025",
    "Tần suất: 2 tuần/1 số (26 số/năm)",
    "1.1. Mở chuyên mục¹",
    "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |",
    "|---|---|---|---|---|",
    "| 1 | Mở chuyên mục | Văn phòng | Công an xã | Tháng 8/2025 |",
    "| II | Nhóm việc |",
    "Nơi nhận:   TM. ỦY BAN NHÂN DÂN",
    "- Như trên;   KT. CHỦ TỊCH",
    "- Lưu: VT.   PHÓ CHỦ TỊCH",
    "T/M BAN THƯỜNG VỤ",
    "BÍ THƯ",
    "Nguyễn Văn A",
    "PHỤ LỤC I",
    "(Kèm theo Kế hoạch số 12/KH-UBND)",
    "1 Kế hoạch số 5/KH-UBND ngày 03/02/2025 của tỉnh",
    "",
    "",
    "2",
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LINES), max_size=45))
def test_any_order_of_lines(check_values: Callable[[Document], None], lines: list[str]) -> None:
    check_values(vanban.read("\n".join(lines).encode()))
