"""What real offices and extractors do to a head, one thing at a time; the documents are made up."""

from __future__ import annotations

from typing import Any

import pytest
from vanban.folding import contains
from vanban.head import read_ending, read_head
from vanban.source import Source
from vanban.zones import split

TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
ISSUER = "ỦY BAN NHÂN DÂN\nXÃ MINH HÒA\n"
DATE = "Minh Hòa, ngày 05 tháng 8 năm 2025\n"
PLAN = "\nKẾ HOẠCH\nTruyền thông năm 2025\n"
BODY = """
Thực hiện Công văn số 12/SNV-CCHC ngày 01/8/2025 của Sở Nội vụ, Ủy ban nhân dân xã xây dựng kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao nhận thức của người dân.
"""


def head(text: str) -> dict[str, Any]:
    """The fields of the head; each value stands at its span or is derived."""
    source = Source(text, "text")
    fields = read_head(source, split(source))
    found: dict[str, Any] = {}
    for name in (
        "number", "symbol", "type", "issuer", "issuer_parent", "place", "date", "subject", "system",
        "urgency", "secrecy",
    ):  # fmt: skip
        value = getattr(fields, name)
        if value is not None:
            assert value.rule.startswith("derived.") or contains(text[value.span.start : value.span.end], value.value)
        found[name] = value and value.value
    return found | {"addressees": [v.value for v in fields.addressees]}


@pytest.mark.parametrize(
    "printed, number, symbol",
    [
        ("Số: 45/KH-UBND", "45/KH-UBND", "KH-UBND"),
        ("Số : 45 /KH - UBND", "45/KH-UBND", "KH-UBND"),
        ("Số 380 -CV/ĐU", "380-CV/ĐU", "CV/ĐU"),
        ("Số: 05-QC/BTCTU-BDVTU", "05-QC/BTCTU-BDVTU", "QC/BTCTU-BDVTU"),
        ("Số: 39/2022/NĐ-CP", "39/2022/NĐ-CP", "NĐ-CP"),
        ("Số: 66/2025/NQ-\nHĐND", "66/2025/NQ-HĐND", "NQ-HĐND"),
        ("Số:\n66/2025/NQ-HĐND", "66/2025/NQ-HĐND", "NQ-HĐND"),
        ("Số: 45\n/KH-UBND", "45/KH-UBND", "KH-UBND"),
        ("**Số:** 45/KH-UBND", "45/KH-UBND", "KH-UBND"),
        ("SỐ: 45/KH-UBND", "45/KH-UBND", "KH-UBND"),
        ("Số: 12a/KH-UBND", "12a/KH-UBND", "KH-UBND"),
        ("Số: 45/KH-UBND-VX6", "45/KH-UBND-VX6", "KH-UBND-VX6"),
        ("Số: 120/KH-PGD&ĐT", "120/KH-PGD&ĐT", "KH-PGD&ĐT"),
        ("Số: 45/CTrPH-MTTQ-UBND", "45/CTrPH-MTTQ-UBND", "CTrPH-MTTQ-UBND"),
        ("Số 12 NQ/ĐU", "12NQ/ĐU", "NQ/ĐU"),
        ("Số:        /KH-UBND", None, "KH-UBND"),
        ("Số: ……/KH-UBND", None, "KH-UBND"),
        ("Số: ....../KH-UBND", None, "KH-UBND"),
        ("Số:____/KH-UBND", None, "KH-UBND"),
        ("Số        -KH/ĐU", None, "KH/ĐU"),
        ("Số:      /2025/QĐ-UBND", None, "QĐ-UBND"),
        ("45/KH-UBND", "45/KH-UBND", "KH-UBND"),
    ],
)
def test_number(printed: str, number: str | None, symbol: str) -> None:
    found = head(f"{ISSUER}{printed}\n{TITLE}{DATE}{PLAN}{BODY}")
    assert (found["number"], found["symbol"]) == (number, symbol)
    assert found["issuer"] == "ỦY BAN NHÂN DÂN XÃ MINH HÒA"
    assert found["subject"] == "Truyền thông năm 2025"


@pytest.mark.parametrize(
    "printed, place, date",
    [
        ("Minh Hòa, ngày 05 tháng 8 năm 2025", "Minh Hòa", "2025-08-05"),
        ("Minh Hòa , ngày 5 tháng 08 năm 2025.", "Minh Hòa", "2025-08-05"),
        ("Minh Hòa, Ngày 05 Tháng 8 Năm 2025", "Minh Hòa", "2025-08-05"),
        ("*Minh Hòa, ngày 05\ntháng 8 năm 2025*", "Minh Hòa", "2025-08-05"),
        ("Minh Hòa,\nngày 05 tháng 8 năm 2025", "Minh Hòa", "2025-08-05"),
        ("Minh Hòa, ngày     tháng 8 năm 2025", "Minh Hòa", "2025-08"),
        ("Minh Hòa, ngày … tháng … năm 2025", "Minh Hòa", "2025"),
        ("Minh Hòa, ngày ..... tháng ..... năm 2025", "Minh Hòa", "2025"),
        ("Minh Hòa, ngày     tháng     năm 20...", "Minh Hòa", None),
        ("Minh Hòa, ngày     tháng     năm", "Minh Hòa", None),
        ("Minh Hòa, ngày 05/8/2025", "Minh Hòa", "2025-08-05"),
        ("Minh Hòa, tháng 8 năm 2025", "Minh Hòa", "2025-08"),
        ("TP. Minh Giang, ngày 05 tháng 8 năm 2025", "TP. Minh Giang", "2025-08-05"),
        ("Thành phố Minh Giang, ngày 05 tháng 8 năm 2025", "Thành phố Minh Giang", "2025-08-05"),
        ("Phường 7, ngày 05 tháng 8 năm 2025", "Phường 7", "2025-08-05"),
        ("Bà Minh - Vũng Giang, ngày 05 tháng 8 năm 2025", "Bà Minh - Vũng Giang", "2025-08-05"),
        ("Ea H'Minh, ngày 05 tháng 8 năm 2025", "Ea H'Minh", "2025-08-05"),
        ("ngày 05 tháng 8 năm 2025", None, "2025-08-05"),
    ],
)
def test_place_and_date(printed: str, place: str | None, date: str | None) -> None:
    for layout in (f"{ISSUER}Số: 45/KH-UBND\n{TITLE}{printed}\n", f"{TITLE}{printed}\n{ISSUER}Số: 45/KH-UBND\n"):
        found = head(f"{layout}{PLAN}{BODY}")
        assert (found["place"], found["date"], found["number"]) == (place, date, "45/KH-UBND")


@pytest.mark.parametrize(
    "printed, issuer, parent",
    [
        ("ỦY BAN NHÂN DÂN XÃ MINH HÒA", "ỦY BAN NHÂN DÂN XÃ MINH HÒA", None),
        ("ỦY BAN NHÂN\nDÂN\nXÃ MINH HÒA", "ỦY BAN NHÂN DÂN XÃ MINH HÒA", None),
        ("CHỦ TỊCH\nỦY BAN NHÂN DÂN XÃ MINH HÒA", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH HÒA", None),
        (
            "ỦY BAN NHÂN DÂN TỈNH\nMINH GIANG\nSỞ KHOA HỌC VÀ\nCÔNG NGHỆ",
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
            "ỦY BAN NHÂN DÂN TỈNH MINH GIANG",
        ),
        ("UBND TỈNH MINH GIANG\nVĂN PHÒNG", "VĂN PHÒNG", "UBND TỈNH MINH GIANG"),
        (
            "VĂN PHÒNG\nHỘI ĐỒNG NHÂN DÂN VÀ\nỦY BAN NHÂN DÂN XÃ MINH HÒA",
            "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN XÃ MINH HÒA",
            None,
        ),
        ("UBND XÃ MINH HÒA\nTRUNG TÂM\nDỊCH VỤ TỔNG HỢP", "TRUNG TÂM DỊCH VỤ TỔNG HỢP", "UBND XÃ MINH HÒA"),
        ("UBND XÃ MINH HÒA\nTRƯỜNG TIỂU HỌC SỐ 1", "TRƯỜNG TIỂU HỌC SỐ 1", "UBND XÃ MINH HÒA"),
        (
            "UBND TỈNH MINH GIANG\nBAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC,\n"
            "CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO,\nCHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06",
            "BAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO, CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06",
            "UBND TỈNH MINH GIANG",
        ),
        ("UBND XÃ MINH HÒA\nBAN CHỈ HUY\nPHÒNG THỦ DÂN SỰ", "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ", "UBND XÃ MINH HÒA"),
        ("BAN CHẤP HÀNH\nTRUNG ƯƠNG\nBAN TỔ CHỨC", "BAN TỔ CHỨC", "BAN CHẤP HÀNH TRUNG ƯƠNG"),
        ("ĐẢNG BỘ SỞ Y TẾ\nCHI BỘ\nTRƯỜNG CAO ĐẲNG Y TẾ", "CHI BỘ TRƯỜNG CAO ĐẲNG Y TẾ", "ĐẢNG BỘ SỞ Y TẾ"),
        ("TỈNH ỦY MINH GIANG\nỦY BAN KIỂM TRA", "ỦY BAN KIỂM TRA", "TỈNH ỦY MINH GIANG"),
        ("ĐẢNG ỦY XÃ MINH HÒA\nBAN XÂY DỰNG ĐẢNG", "BAN XÂY DỰNG ĐẢNG", "ĐẢNG ỦY XÃ MINH HÒA"),
        ("BAN TỔ CHỨC TỈNH ỦY - SỞ NỘI VỤ", "BAN TỔ CHỨC TỈNH ỦY - SỞ NỘI VỤ", None),
        ("MẶT TRẬN TỔ QUỐC VIỆT NAM\nXÃ MINH HÒA", "MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ MINH HÒA", None),
        (
            "ỦY BAN\nMẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH MINH GIANG",
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH MINH GIANG",
            None,
        ),
        ("HỘI NÔNG DÂN TỈNH MINH GIANG\nBAN THƯỜNG VỤ", "HỘI NÔNG DÂN TỈNH MINH GIANG BAN THƯỜNG VỤ", None),
        (
            "BỘ CHỈ HUY QUÂN SỰ TỈNH MINH GIANG\nBAN CHỈ HUY QUÂN SỰ XÃ MINH HÒA",
            "BAN CHỈ HUY QUÂN SỰ XÃ MINH HÒA",
            "BỘ CHỈ HUY QUÂN SỰ TỈNH MINH GIANG",
        ),
        (
            "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH MINH GIANG",
            "BẢO HIỂM XÃ HỘI TỈNH MINH GIANG",
            "BẢO HIỂM XÃ HỘI VIỆT NAM",
        ),
        ("SỞ Y TẾ MINH GIANG\nTRẠM Y TẾ XÃ MINH HÒA", "TRẠM Y TẾ XÃ MINH HÒA", "SỞ Y TẾ MINH GIANG"),
        ("UBND THÀNH PHỐ MINH PHÒNG\nSỞ NỘI VỤ", "SỞ NỘI VỤ", "UBND THÀNH PHỐ MINH PHÒNG"),
        ("QUỐC HỘI", "QUỐC HỘI", None),
        ("Ủy ban nhân dân xã Minh Hòa", "Ủy ban nhân dân xã Minh Hòa", None),
    ],
)
def test_issuer(printed: str, issuer: str, parent: str | None) -> None:
    found = head(f"{printed}\nSố: 45/KH-ABC\n{TITLE}{DATE}{PLAN}{BODY}")
    assert (found["issuer"], found["issuer_parent"]) == (issuer, parent)


def test_two_bodies_on_one_line() -> None:
    found = head(
        f"| UBND TỈNH MINH GIANG SỞ NỘI VỤ | {TITLE.strip()} |\n| Số: 45/KH-SNV | {DATE.strip()} |\n{PLAN}{BODY}"
    )
    assert (found["issuer"], found["issuer_parent"]) == ("SỞ NỘI VỤ", "UBND TỈNH MINH GIANG")


@pytest.mark.parametrize(
    "printed, kind",
    [
        ("KẾ HOẠCH", "kế hoạch"),
        ("K Ế H O Ạ C H", "kế hoạch"),
        ("DỰ THẢO KẾ HOẠCH", "kế hoạch"),
        ("KẾ HOẠCH HÀNH ĐỘNG", "kế hoạch"),
        ("KẾ HOẠCH LIÊN TỊCH", "kế hoạch"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "chương trình"),
        ("CHƯƠNG TRÌNH PHỐI HỢP", "chương trình"),
        ("THÔNG BÁO", "thông báo"),
        ("BÁO CÁO TÓM TẮT", "báo cáo"),
        ("CÔNG ĐIỆN KHẨN", "công điện"),
        ("HƯỚNG DẪN", "hướng dẫn"),
        ("TỜ TRÌNH", "tờ trình"),
        ("NGHỊ QUYẾT", "nghị quyết"),
        *[(name, "khác") for name in (
            "QUY CHẾ", "QUY ĐỊNH", "THÔNG CÁO", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BIÊN BẢN", "HỢP ĐỒNG", "BẢN GHI NHỚ",
            "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN", "GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "PHIẾU GỬI", "PHIẾU CHUYỂN",
            "PHIẾU BÁO", "THƯ CÔNG", "KẾT LUẬN", "THÔNG TRI", "LỜI KÊU GỌI", "NGHỊ ĐỊNH", "THÔNG TƯ", "LUẬT",
        )],
    ],
)  # fmt: skip
def test_every_kind_of_the_decree(printed: str, kind: str) -> None:
    found = head(f"{ISSUER}Số: 45/XX-UBND\n{TITLE}{DATE}\n{printed}\nVề công tác thông tin cơ sở\n{BODY}")
    assert (found["type"], found["subject"]) == (kind, "Về công tác thông tin cơ sở")


@pytest.mark.parametrize(
    "under_the_type, subject",
    [
        ("Triển khai thực hiện Nghị quyết số 57-NQ/TW\n", "Triển khai thực hiện Nghị quyết số 57-NQ/TW"),
        (
            "Thực hiện Chỉ thị số 05/CT-TTg của\nThủ tướng Chính phủ về dữ liệu\n",
            "Thực hiện Chỉ thị số 05/CT-TTg của Thủ tướng Chính phủ về dữ liệu",
        ),
        ("V/v thành lập Tổ công nghệ số cộng đồng\n", "V/v thành lập Tổ công nghệ số cộng đồng"),
        ("Tổ chức hội thi\n(từ ngày 01/9 đến ngày 30/9/2025)\n", "Tổ chức hội thi"),
        (
            "Kết quả công tác quý III,\nphương hướng quý IV năm 2025\n________\n",
            "Kết quả công tác quý III, phương hướng quý IV năm 2025",
        ),
        (
            "Phát động thi đua “Cả nước\nChung tay chuyển đổi số”\n",
            "Phát động thi đua “Cả nước Chung tay chuyển đổi số”",
        ),
        ("TRIỂN KHAI CÔNG TÁC NĂM 2026\n", "TRIỂN KHAI CÔNG TÁC NĂM 2026"),
        ("Về việc chuyển đổi số\n*\n", "Về việc chuyển đổi số"),
    ],
)
def test_subject_ends_where_the_body_begins(under_the_type: str, subject: str) -> None:
    text = f"{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}\nKẾ HOẠCH\n{under_the_type}{BODY}"
    assert head(text)["subject"] == subject
    assert head(text.replace("\n\nThực hiện", "\nThực hiện"))["subject"] == subject
    assert head(text.replace("Thực hiện Công văn", "Ủy ban nhân dân xã báo cáo về Công văn"))["subject"] == subject


def test_type_and_subject_on_one_line() -> None:
    found = head(f"{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}\nKẾ HOẠCH TRUYỀN THÔNG NĂM 2025\n{BODY}")
    assert (found["type"], found["subject"]) == ("kế hoạch", "TRUYỀN THÔNG NĂM 2025")


def test_subject_beside_the_date_in_the_other_column() -> None:
    text = (
        "  UBND TỈNH MINH GIANG            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "      SỞ NỘI VỤ                      Độc lập - Tự do - Hạnh phúc\n\n"
        "   Số: 45/SNV-CCHC\n"
        " V/v báo cáo kết quả tự            Minh Giang, ngày 05 tháng 8 năm 2025\n"
        "   đánh giá năm 2025\n\n"
        "            Kính gửi:     Ủy ban nhân dân các xã, phường\n\n"
        "     Thực hiện Quyết định số 12/QĐ-UBND ngày 01/8/2025, Sở Nội vụ đề nghị như sau:\n"
    )
    found = head(text)
    assert found["subject"] == "V/v báo cáo kết quả tự đánh giá năm 2025"
    assert (found["place"], found["type"]) == ("Minh Giang", "công văn")
    assert found["addressees"] == ["Ủy ban nhân dân các xã, phường"]


def test_subject_and_date_on_one_line_with_one_blank() -> None:
    text = (
        "UBND TỈNH MINH GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc\n"
        "Số: 45/SNV-CCHC\nV/v báo cáo kết quả tự Minh Giang, ngày 05 tháng 8 năm 2025\nđánh giá năm 2025\n"
        "Kính gửi: Ủy ban nhân dân các xã\nThực hiện Quyết định số 12/QĐ-UBND, Sở Nội vụ đề nghị:\n"
    )
    found = head(text)
    assert (found["subject"], found["place"], found["date"]) == (
        "V/v báo cáo kết quả tự đánh giá năm 2025", "Minh Giang", "2025-08-05",
    )  # fmt: skip


@pytest.mark.parametrize(
    "lines, addressees",
    [
        ("Kính gửi: Sở Nội vụ", ["Sở Nội vụ"]),
        ("Kính gửi: Sở Nội vụ.", ["Sở Nội vụ"]),
        ("Kính gửi:\nSở Nội vụ", ["Sở Nội vụ"]),
        ("Kính gửi:\n- Sở Nội vụ;\n- Sở Tài chính.", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Kính gửi: - Sở Nội vụ;\n          - Sở Tài chính.", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Kính gửi:\n+ Sở Nội vụ,\n+ Sở Tài chính,", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Kính gửi: - Sở Nội vụ; - Sở Tài chính.", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Kính gửi:\nSở Nội vụ;\nSở Tài chính;\nCông an tỉnh.", ["Sở Nội vụ", "Sở Tài chính", "Công an tỉnh"]),
        ("**Kính gửi:** Các chi bộ", ["Các chi bộ"]),
        ("| Kính gửi: | - Sở Nội vụ; |\n|  | - Sở Tài chính. |", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Kính gửi:\n* Sở Nội vụ;\n* Sở Tài chính.", ["Sở Nội vụ", "Sở Tài chính"]),
        (
            "Kính gửi: - Các cơ quan chuyên môn, đơn vị sự nghiệp trực thuộc\n"
            "            Ủy ban nhân dân xã;\n- Các trường học.",
            ["Các cơ quan chuyên môn, đơn vị sự nghiệp trực thuộc Ủy ban nhân dân xã", "Các trường học"],
        ),
        ("KÍNH GỬI: Sở Nội vụ", ["Sở Nội vụ"]),
    ],
)
def test_addressees(lines: str, addressees: list[str]) -> None:
    text = f"{ISSUER}Số: 45/UBND-VX\nV/v báo cáo\n{TITLE}{DATE}\n{lines}\n{BODY}"
    assert head(text)["addressees"] == addressees
    source = Source(text, "text")
    body = split(source).body
    assert text[body.start : body.end].strip().startswith("Thực hiện Công văn")


@pytest.mark.parametrize(
    "mark, urgency, secrecy",
    [
        ("HỎA TỐC", "HỎA TỐC", None),
        ("HOẢ TỐC", "HOẢ TỐC", None),
        ("THƯỢNG KHẨN", "THƯỢNG KHẨN", None),
        ("KHẨN", "KHẨN", None),
        ("**KHẨN**", "KHẨN", None),
        ("MẬT", None, "MẬT"),
        ("TỐI MẬT", None, "TỐI MẬT"),
        ("TUYỆT MẬT", None, "TUYỆT MẬT"),
        ("MẬT\nHỎA TỐC", "HỎA TỐC", "MẬT"),
        ("DỰ THẢO", None, None),
        ("(DỰ THẢO LẦN 2)", None, None),
        ("SAO Y BẢN CHÍNH", None, None),
        ("LƯU HÀNH NỘI BỘ", None, None),
        ("ĐẾN", None, None),
    ],
)
def test_marks_stand_anywhere_in_the_head_and_disturb_nothing(
    mark: str, urgency: str | None, secrecy: str | None
) -> None:
    number = "Số: 45/KH-UBND\n"
    places = (
        f"{mark}\n{ISSUER}{number}{TITLE}{DATE}{PLAN}",
        f"{ISSUER}{number}{mark}\n{TITLE}{DATE}{PLAN}",
        f"{ISSUER}{number}{TITLE}{DATE}\n{mark}\n{PLAN}",
        f"{TITLE}{DATE}{ISSUER}{number}{mark}\n{PLAN}",
    )
    for text in places:
        found = head(text + BODY)
        assert (found["urgency"], found["secrecy"]) == (urgency, secrecy), text
        assert (found["issuer"], found["issuer_parent"]) == ("ỦY BAN NHÂN DÂN XÃ MINH HÒA", None), text
        assert (found["type"], found["subject"], found["number"]) == (
            "kế hoạch",
            "Truyền thông năm 2025",
            "45/KH-UBND",
        ), text


def test_words_of_a_sentence_are_no_marks() -> None:
    body = "\nThực hiện công điện khẩn về bí mật nhà nước, cần khẩn trương:\n1. Hỏa tốc gửi văn bản mật.\nMẬT\n"
    found = head(f"{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}\nKẾ HOẠCH\nBảo vệ bí mật nhà nước, xử lý văn bản khẩn\n{body}")
    assert (found["urgency"], found["secrecy"]) == (None, None)


def test_a_text_without_a_head_tells_nothing_of_a_head() -> None:
    found = head(
        "1. Báo cáo của Sở Nội vụ\nTheo Kế hoạch số 12/KH-UBND ngày 05 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh.\n"
    )
    assert not any(found.values())


def test_an_appendix_alone_has_no_head() -> None:
    text = "PHỤ LỤC II\nDANH MỤC NHIỆM VỤ\n(Kèm theo Quyết định số 45/QĐ-UBND ngày 05/8/2025)\n| TT | Nhiệm vụ |\n"
    source = Source(text, "text")
    zones = split(source)
    assert not any(head(text).values())
    assert [text[a.start : a.end] for a in zones.appendices] == [text]


def test_title_broken_over_lines() -> None:
    title = "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do -\nHạnh phúc\n"
    text = f"|\n{ISSUER}-------\n|\n{title}|\nSố: 45/KH-UBND\n|\n{DATE}|\n{PLAN}{BODY}"
    found = head(text)
    assert (found["issuer"], found["system"], found["subject"]) == (
        "ỦY BAN NHÂN DÂN XÃ MINH HÒA", "state", "Truyền thông năm 2025",
    )  # fmt: skip


def test_a_citation_in_the_head_is_not_the_number() -> None:
    found = head(
        f"{ISSUER}Số:      /KH-UBND\n{TITLE}{DATE}\nKẾ HOẠCH\nThực hiện Kế hoạch\n"
        f"số 12/KH-UBND ngày 01 tháng 7 năm 2025\n{BODY}"
    )
    assert (found["number"], found["date"]) == (None, "2025-08-05")
    assert found["subject"] == "Thực hiện Kế hoạch số 12/KH-UBND ngày 01 tháng 7 năm 2025"


def test_blank_number_and_contradicting_kind_are_remarked() -> None:
    source = Source(f"{ISSUER}Số:      /BC-UBND\n{TITLE}{DATE}{PLAN}{BODY}", "text")
    remarks = read_head(source, split(source)).remarks
    assert [r.kind for r in remarks] == ["number-blank", "type-symbol"]


def test_nothing_at_all() -> None:
    for text in (
        "",
        "\n\n\n",
        "   ",
        "|\n|\n",
        "*",
        "Số:",
        "KẾ HOẠCH",
        "Kính gửi:",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN",
    ):
        source = Source(text, "text")
        zones = split(source)
        fields = read_head(source, zones)
        assert (fields.number, fields.date, fields.issuer, fields.subject) == (None, None, None, None)
        assert read_ending(source, zones).signatory.name is None


@pytest.mark.parametrize("subject", ["tăng cường tuyên truyền đại hội", "Góp ý dự thảo báo cáo chính trị"])
def test_subject_of_a_party_letter_without_v_v(subject: str) -> None:
    found = head(
        f"ĐẢNG BỘ TỈNH MINH GIANG\nĐẢNG ỦY XÃ MINH HÒA\n*\nSố 15-CV/ĐU\n{subject}\nĐẢNG CỘNG SẢN VIỆT NAM\n{DATE}\n"
        "Kính gửi: Các chi bộ trực thuộc\n\nBan Thường vụ Đảng ủy yêu cầu:\n1. Tổ chức học tập.\n"
    )
    assert (found["subject"], found["type"], found["place"]) == (subject, "công văn", "Minh Hòa")


def test_stamps_of_signing_programs_in_the_head() -> None:
    stamp = "Ký bởi: Ủy ban nhân dân xã Minh Hòa\nCơ quan: Tỉnh Minh Giang\nNgày ký: 05-08-2025 10:20:31 +07:00\n"
    for text in (f"{stamp}{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}", f"{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}{stamp}"):
        found = head(f"{text}{PLAN}{BODY}")
        assert (found["issuer"], found["number"], found["date"]) == (
            "ỦY BAN NHÂN DÂN XÃ MINH HÒA",
            "45/KH-UBND",
            "2025-08-05",
        )
        assert (found["type"], found["subject"]) == ("kế hoạch", "Truyền thông năm 2025")


def test_title_of_a_page_above_the_head() -> None:
    found = head(f"# Kế hoạch truyền thông của xã\n\n{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}{PLAN}{BODY}")
    assert (found["issuer"], found["type"], found["subject"]) == (
        "ỦY BAN NHÂN DÂN XÃ MINH HÒA", "kế hoạch", "Truyền thông năm 2025",
    )  # fmt: skip


def test_stamp_of_receipt_is_no_number() -> None:
    stamp = "ĐẾN\nSố: 1234\nNgày: 06/8/2025\nChuyển: VHXH\n"
    found = head(f"{stamp}{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}{PLAN}{BODY}")
    assert (found["number"], found["date"], found["issuer"]) == (
        "45/KH-UBND",
        "2025-08-05",
        "ỦY BAN NHÂN DÂN XÃ MINH HÒA",
    )


def test_code_of_a_body_beside_a_side_subject_is_no_kind() -> None:
    found = head(f"BỘ TÀI CHÍNH\nCỤC THUẾ\nSố: 890/CT-NVT\nV/v hóa đơn\n{TITLE}{DATE}\nKính gửi: Thuế tỉnh\n{BODY}")
    assert found["type"] == "công văn"


def test_kind_from_the_symbol_when_no_line_names_it() -> None:
    found = head(f"{ISSUER}Số: 45/TB-UBND\n{TITLE}{DATE}{BODY}")
    assert (found["type"], found["subject"]) == ("thông báo", None)


@pytest.mark.parametrize(
    "first_line",
    ["Minh Hòa là xã thuần nông có mười hai thôn,", "Chuyển đổi số là nhiệm vụ thường xuyên của xã,", "Hội thi là dịp"],
)
def test_a_body_that_opens_with_any_word_is_no_subject(first_line: str) -> None:
    body = f"{first_line}\nvới nhiều hộ sản xuất nhỏ, người dân đã quen dùng điện thoại\nđể làm thủ tục hành chính.\n"
    text = f"{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}KẾ HOẠCH\n"
    text += f"Tuyên truyền chuyển đổi số\ntrên địa bàn năm 2025\n{body}I. MỤC ĐÍCH\n"
    for layout in (text, text.replace("\n", "\n\n")):
        assert head(layout)["subject"] == "Tuyên truyền chuyển đổi số trên địa bàn năm 2025"


def test_a_subject_that_goes_on_with_a_name() -> None:
    text = (
        f"{ISSUER}Số: 45/KH-UBND\n{TITLE}{DATE}KẾ HOẠCH\n"
        "Tuyên truyền chuyển đổi số trên địa bàn\nXã Minh Hòa năm 2025\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương;\n" + "Kế hoạch này được thực hiện\ntrong năm và\nbáo cáo.\n" * 4
    )
    for layout in (text, text.replace("\n", "\n\n")):
        assert head(layout)["subject"] == "Tuyên truyền chuyển đổi số trên địa bàn Xã Minh Hòa năm 2025"


def test_star_of_the_party_beside_place_and_date() -> None:
    found = head(
        " ĐẢNG BỘ TỈNH MINH GIANG                       ĐẢNG CỘNG SẢN VIỆT NAM\n  ĐẢNG ỦY XÃ MINH HÒA\n"
        "            *                             Minh Hòa, ngày 05 tháng 8 năm 2025\n       Số 15-CV/ĐU\n"
        "  V/v triển khai Nghị quyết\nsố 57-NQ/TW ngày 22/12/2024\n     của Bộ Chính trị\n\n"
        "           Kính gửi: - Các chi bộ,\n                     - Các đoàn thể xã.\n\n      Đảng ủy yêu cầu:\n"
    )
    assert (found["place"], found["date"], found["number"]) == ("Minh Hòa", "2025-08-05", "15-CV/ĐU")
    assert found["subject"] == "V/v triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"
    assert found["addressees"] == ["Các chi bộ", "Các đoàn thể xã"]


@pytest.mark.parametrize("title", ["CỘNG HOÀ XÃ HỘI CHỦ NGHIÃ VIỆT NAM", "CỘNG HÓA XẢ HỘI CHỦ NGHĨA VIỆT NAM"])
def test_a_title_spoilt_by_scanning_is_no_issuer(title: str) -> None:
    found = head(f"{ISSUER}{title}\nĐộc lập - Tự do - Hạnh phúc\nSô: 45 / KH - UBND\n{DATE}{PLAN}{BODY}")
    assert (found["issuer"], found["number"]) == ("ỦY BAN NHÂN DÂN XÃ MINH HÒA", "45/KH-UBND")


def test_the_span_of_a_number_holds_the_number_alone() -> None:
    text = ISSUER + "Số:  45 /KH-UBND\n" + TITLE + DATE + PLAN + BODY
    fields = read_head(Source(text, "text"), split(Source(text, "text")))
    printed = [text[value.span.start : value.span.end] for value in (fields.number, fields.symbol)]  # type: ignore[union-attr]
    assert printed == ["45 /KH-UBND", "KH-UBND"]


def test_a_kind_that_scanning_spoilt_still_parts_head_and_subject() -> None:
    found = head(ISSUER + "Số: 45/KH-UBND\n" + TITLE + DATE + "\nKÉ HOẠCH\nTruyền thông năm 2025\n" + BODY)
    assert (found["type"], found["subject"]) == ("kế hoạch", "Truyền thông năm 2025")


def test_cells_with_line_breaks_of_html() -> None:
    found = head(
        "| **ỦY BAN NHÂN DÂN<br>XÃ MINH HÒA**<br>------- | "
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc** |\n"
        "| --- | --- |\n| Số: 45/KH-UBND | *Minh Hòa, ngày 05 tháng 8 năm 2025* |\n\n"
        "**KẾ HOẠCH**<br>**Truyền thông năm 2025**\n" + BODY
    )
    assert (found["issuer"], found["subject"], found["place"]) == (
        "ỦY BAN NHÂN DÂN XÃ MINH HÒA", "Truyền thông năm 2025", "Minh Hòa",
    )  # fmt: skip


def test_two_bodies_of_which_neither_stands_over_the_other_issue_together() -> None:
    found = head(ISSUER + "ỦY BAN MTTQ VIỆT NAM XÃ MINH HÒA\nSố: 05/KHLT-UBND-MTTQ\n" + TITLE + DATE + PLAN + BODY)
    assert found["issuer"] == "ỦY BAN NHÂN DÂN XÃ MINH HÒA - ỦY BAN MTTQ VIỆT NAM XÃ MINH HÒA"
    assert (found["issuer_parent"], found["system"]) == (None, "state")


def test_the_presidium_of_a_congress_of_the_front_belongs_to_the_front():
    front = "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nXÃ MINH HÒA\nĐOÀN CHỦ TỊCH ĐẠI HỘI\n"
    assert head(front + TITLE + DATE + "\nNGHỊ QUYẾT\nĐại hội lần thứ I\n" + BODY)["system"] == "front"


@pytest.mark.parametrize(
    ("printed", "date"),
    [("31 tháng 02 năm 2025", "2025-02"), ("29 tháng 02 năm 2024", "2024-02-29"), ("05 tháng 8 năm 0000", None)],
)
def test_takes_no_day_that_the_calendar_has_not(printed, date):
    assert head(ISSUER + "Số: 12/KH-UBND\n" + TITLE + f"Minh Hòa, ngày {printed}\n" + PLAN + BODY)["date"] == date


def test_the_star_under_a_party_issuer_may_share_its_line_with_the_date():
    text = "ĐẢNG BỘ XÃ MINH HÒA\tĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ THÔN ĐÔNG\n*\t" + DATE + "Số 02-TB/CB\n"
    assert head(text + "\nTHÔNG BÁO\nphân công nhiệm vụ\n" + BODY)["date"] == "2025-08-05"


@pytest.mark.parametrize(
    ("issuer", "system"),
    [
        ("UBMTTQVN XÃ MINH HÒA\nBAN CÔNG TÁC MẶT TRẬN THÔN ĐÔNG\n", "front"),
        ("XÃ ĐOÀN MINH HÒA\nHỘI ĐỒNG ĐỘI\n", "front"),
        ("TRƯỜNG TIỂU HỌC MINH HÒA\nCÔNG ĐOÀN CƠ SỞ\n", "front"),
        ("ỦY BAN NHÂN DÂN XÃ MINH HÒA\nBAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\n", "state"),
    ],
)
def test_the_body_that_issues_tells_the_system(issuer, system):
    found = head(issuer + "Số: 12/KH\n" + TITLE + DATE + PLAN + BODY)
    assert found["system"] == system


@pytest.mark.parametrize("ground", ["Thực hiện Công văn số 64/UBND-VX, xã báo cáo như sau:", "Căn cứ tình hình xã"])
def test_a_subject_that_seems_to_break_off_is_over_at_the_grounds(ground):
    title = "\nBÁO CÁO\nsơ kết mô hình chính quyền địa phương 2 cấp\n"
    found = head(ISSUER + "Số: 12/BC-UBND\n" + TITLE + DATE + title + f"\n{ground}\n" + BODY)
    assert found["subject"] == "sơ kết mô hình chính quyền địa phương 2 cấp"


def test_a_subject_goes_on_after_a_word_that_cannot_end_it():
    title = "\nBÁO CÁO\nsơ kết công tác của các\nThôn theo kế hoạch năm 2025\n"
    found = head(ISSUER + "Số: 12/BC-UBND\n" + TITLE + DATE + title + BODY)
    assert found["subject"] == "sơ kết công tác của các Thôn theo kế hoạch năm 2025"


@pytest.mark.parametrize("hour", ["hồi 16 giờ 30 ", "16h00' ", "lúc 7 giờ 00 phút, "])
def test_a_dispatch_tells_the_hour_between_place_and_date(hour):
    found = head(ISSUER + "Số: 04/CĐ-UBND\n" + TITLE + f"Minh Hòa, {hour}ngày 22 tháng 9 năm 2025\n" + PLAN + BODY)
    assert (found["place"], found["date"]) == ("Minh Hòa", "2025-09-22")
