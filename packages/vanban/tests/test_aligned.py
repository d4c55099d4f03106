"""Task tables drawn by column spacing alone, as programs write them that keep the layout of a page."""

import pytest
from body_helpers import body_of, tasks_of

TABLES = {
    "numbers at the top": (
        """
        II. PHÂN CÔNG NHIỆM VỤ
         TT   Nội dung công việc               Đơn vị chủ trì        Đơn vị phối hợp      Thời gian
         1    Rà soát danh mục thủ tục hành    Văn phòng Sở          Các phòng chuyên     Tháng 6/2026
              chính nội bộ                                           môn
         2    Số hóa hồ sơ lưu trữ             Các phòng chuyên môn  Văn phòng Sở         Quý III/2026
        """,
        [
            "II.1: Rà soát danh mục thủ tục hành chính nội bộ [Văn phòng Sở] (Các phòng chuyên môn)",
            "II.2: Số hóa hồ sơ lưu trữ [Các phòng chuyên môn] (Văn phòng Sở)",
        ],
    ),
    "numbers in the middle": (
        """
        II. PHÂN CÔNG NHIỆM VỤ
                                                    Đơn vị             Đơn vị          Thời gian
        STT          Nội dung công việc
                                                    chủ trì            phối hợp        hoàn thành

              Rà soát, cập nhật mã định danh
         1    điện tử của cơ quan, đơn vị           Văn phòng          Các phòng       Tháng 6/2026
              trực thuộc
              Xây dựng chuyên mục hỏi đáp
         2    trên trang thông tin điện tử          Phòng Kinh tế      Văn phòng       Tháng 8/2026
              của xã
        """,
        [
            "II.1: Rà soát, cập nhật mã định danh điện tử của cơ quan, đơn vị trực thuộc [Văn phòng] (Các phòng)",
            "II.2: Xây dựng chuyên mục hỏi đáp trên trang thông tin điện tử của xã [Phòng Kinh tế] (Văn phòng)",
        ],
    ),
    "numbers in the middle, no line under the heads": (
        """
        II. PHÂN CÔNG NHIỆM VỤ
         STT           Nội dung                     Chủ trì               Phối hợp              Thời gian
               Tổ chức tuyên truyền, phổ        Công an phường       Phòng Văn hóa - Xã      Quý I, II/2026
         1     biến pháp luật                                        hội; các khu phố
               Kiểm tra an toàn các             Công an phường       Phòng Kinh tế           Trong năm 2026
         2     cơ sở lưu trú
        """,
        [
            "II.1: Tổ chức tuyên truyền, phổ biến pháp luật [Công an phường] (Phòng Văn hóa - Xã hội; các khu phố)",
            "II.2: Kiểm tra an toàn các cơ sở lưu trú [Công an phường] (Phòng Kinh tế)",
        ],
    ),
    "heads of two lines over a number at the top": (
        """
        II. PHÂN CÔNG NHIỆM VỤ
         TT   Nội dung                  Chủ trì            Phối hợp
              công việc                 thực hiện          thực hiện
         1    Rà soát hồ sơ             Văn phòng          Phòng Kinh tế
         2    Số hóa hồ sơ              Phòng Kinh tế      Văn phòng
        """,
        [
            "II.1: Rà soát hồ sơ [Văn phòng] (Phòng Kinh tế)",
            "II.2: Số hóa hồ sơ [Phòng Kinh tế] (Văn phòng)",
        ],
    ),
    "a group row, and a row over two pages": (
        """
        II. PHÂN CÔNG NHIỆM VỤ
         TT   Nhiệm vụ                         Cơ quan chủ trì       Thời gian
         I    Công tác tuyên truyền
         1    Phát thanh chuyên đề về chuyển   Trung tâm Văn hóa     Thường xuyên

                                               5

              đổi số hằng tuần                 xã
         II   Công tác đào tạo
         2    Tập huấn tổ công nghệ số         Phòng Văn hóa         Quý IV/2026

        III. KINH PHÍ
        Bố trí trong dự toán ngân sách xã.
        """,
        [
            "II.1: Phát thanh chuyên đề về chuyển đổi số hằng tuần [Trung tâm Văn hóa xã]",
            "II.2: Tập huấn tổ công nghệ số [Phòng Văn hóa]",
        ],
    ),
    "a table of figures has no tasks": (
        """
        II. CHỈ TIÊU
         TT   Chỉ tiêu                   Đơn vị tính     Năm 2025    Năm 2026
         1    Thu ngân sách              Tỷ đồng         12,5        13,0
         2    Hộ nghèo                   %               2,1         1,8
        """,
        [],
    ),
    "a text whose lines begin with TT is no table": (
        """
        II. ĐỐI TƯỢNG
        TT  Đảng ủy, TT  HĐND xã và các thôn thực hiện tốt việc tuyên truyền tới từng hộ dân trên
        địa bàn theo kế hoạch đã ban hành.
        """,
        [],
    ),
}


@pytest.mark.parametrize("text, expected", TABLES.values(), ids=TABLES.keys())
def test_columns_of_letters(text: str, expected: list[str]) -> None:
    assert tasks_of(text, expected) == expected


def test_the_time_of_a_row_is_its_own() -> None:
    text, _ = TABLES["numbers in the middle"]
    assert [task.when.value for task in body_of(text).assignments if task.when] == ["Tháng 6/2026", "Tháng 8/2026"]


def test_what_follows_the_table_is_no_part_of_it() -> None:
    text, _ = TABLES["a group row, and a row over two pages"]
    assert [heading.title for heading in body_of(text).outline] == ["PHÂN CÔNG NHIỆM VỤ", "KINH PHÍ"]
