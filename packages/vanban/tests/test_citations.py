"""Documents cited by number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vanban.citations import date_remarks, read_citations
from vanban.folding import contains
from vanban.source import Source


def cited(text, own_number=None):
    return [
        (c.number.value, c.date.value if c.date else None, c.type.value if c.type else None)
        for c in read_citations(Source(text, "text"), own_number)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kế hoạch số 82/KH-UBND ngày 17/4/2025 của UBND tỉnh", ("82/KH-UBND", "2025-04-17", "kế hoạch")),
        ("Nghị định số 39/2022/NĐ-CP ngày 18 tháng 6 năm 2022", ("39/2022/NĐ-CP", "2022-06-18", "khác")),
        ("Nghị quyết\nsố 35/2023/UBTVQH15 ngày 12/7/2023", ("35/2023/UBTVQH15", "2023-07-12", "nghị quyết")),
        ("Nghị quyết số 57-NQ/TW, ngày 22/12/2024", ("57-NQ/TW", "2024-12-22", "nghị quyết")),
        ("Nghị quyết số 57-NQ/TW \n\nngày 22/12/2024", ("57-NQ/TW", "2024-12-22", "nghị quyết")),
        ("Nghị quyết số 57- NQ/TW của Bộ Chính trị,", ("57-NQ/TW", None, "nghị quyết")),
        ("Nghị quyết số 57–NQ/TW", ("57-NQ/TW", None, "nghị quyết")),
        ("Kế hoạch số 02-\nKH/BCĐTW ngày 19/6/2025", ("02-KH/BCĐTW", "2025-06-19", "kế hoạch")),
        ("Công văn số 380 -CV/ĐU ngày 5.9.2025", ("380-CV/ĐU", "2025-09-05", "công văn")),
        ("Kế hoạch số 166/KH-\n\nUBND ngày 17/10/2022", ("166/KH-UBND", "2022-10-17", "kế hoạch")),
        ("Kế hoạch số 166/\nKH-UBND ngày \n\n17/10/2022", ("166/KH-UBND", "2022-10-17", "kế hoạch")),
        ("Kế hoạch số 166/KH-\n\n   3\n\nUBND ngày 17/10/2022", ("166/KH-UBND", "2022-10-17", "kế hoạch")),
        ("Nghị quyết số 13-\n\nNQ/TU ngày 06/9/2023", ("13-NQ/TU", "2023-09-06", "nghị quyết")),
        ("Kế hoạch hành động số 05-KH/TU", ("05-KH/TU", None, "kế hoạch")),
        ("Kế hoạch truyền thông số 03-KH/BCĐTW", ("03-KH/BCĐTW", None, "kế hoạch")),
        ("Kế hoạch \nhành động số 01-KHHĐ/BCĐ ngày \n22/7/2025", ("01-KHHĐ/BCĐ", "2025-07-22", "kế hoạch")),
        ("Thông báo Kết luận số 99- TB/TW", ("99-TB/TW", None, "thông báo")),
        ("Kết luận số 21-KL/TW", ("21-KL/TW", None, "khác")),
        ("Thông tri số 04/TT-MTTW-BTT Ngày 04/11/2025", ("04/TT-MTTW-BTT", "2025-11-04", "khác")),
        ("Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", ("72/2025/QH15", None, "khác")),
        ("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;", ("64/2025/QH15", None, "khác")),
        ("thực hiện Nghị quyết số 193/2025/QH15", ("193/2025/QH15", None, "nghị quyết")),
        ("theo số 193/2025/QH15", ("193/2025/QH15", None, None)),
        ("Văn bản số 9318/VPCP-KSTT ngày 21/12/2025", ("9318/VPCP-KSTT", "2025-12-21", "công văn")),
        ("văn bản số 07-TB/CQTTBCĐ", ("07-TB/CQTTBCĐ", None, "thông báo")),
        ("NĐ 88/2025/NĐ-CP (13/4/2025)", ("88/2025/NĐ-CP", "2025-04-13", "khác")),
        ("Tờ trình số 844/TTr-STC ngày 17 tháng 11 năm 2025", ("844/TTr-STC", "2025-11-17", "tờ trình")),
        ("Báo cáo giải trình,\ntiếp thu số 473/BC-UBND", ("473/BC-UBND", None, "báo cáo")),
        ("QUYẾT ĐỊNH SỐ 16/2023/QĐ-UBND NGÀY 06 THÁNG 12 NĂM 2023", ("16/2023/QĐ-UBND", "2023-12-06", "quyết định")),
        ("Kế hoạch số 12/KH-UBND ngày     tháng 8 năm 2025", ("12/KH-UBND", "2025-08", "kế hoạch")),
        ("Kế hoạch số 12/KH-UBND ngày 31/02/2025", ("12/KH-UBND", None, "kế hoạch")),
        ("Kế hoạch số 12/KH-UBND năm 2025", ("12/KH-UBND", None, "kế hoạch")),
        ("Kế hoạch số 12/KH-UBND, 15/8/2025 xong", ("12/KH-UBND", None, "kế hoạch")),
        ("Nghị quyết số 57-NQ/TW của Bộ Chính trị ngày 22/12/2024", ("57-NQ/TW", "2024-12-22", "nghị quyết")),
        ("Nghị quyết số 57-NQ/TW của Bộ Chính trị trong ngày 22/12/2024", ("57-NQ/TW", None, "nghị quyết")),
        ("Ngày 22/12/2024, Bộ Chính trị ban hành Nghị quyết số 57-NQ/TW", ("57-NQ/TW", "2024-12-22", "nghị quyết")),
        ("Nghị quyết số 57-NQ/TW1 ngày 22/12/2024", ("57-NQ/TW", "2024-12-22", "nghị quyết")),
        ("Kế hoạch số 141/KH-BCĐTKNQ18 ngày 06/12/2024", ("141/KH-BCĐTKNQ18", "2024-12-06", "kế hoạch")),
        ("Quyết định số 2074a/QĐ-TTTT", ("2074a/QĐ-TTTT", None, "quyết định")),
        ("Quyết định số 1626/QĐTTg ngày 15/12/2023", ("1626/QĐTTg", "2023-12-15", "quyết định")),
        ("theo đề nghị tại Kế hoạch của phòng kèm theo số 12/TTr-VHXH", ("12/TTr-VHXH", None, "tờ trình")),
        ("Quyết định số 12 /QĐ - UBND ngày 05/5/2025", ("12/QĐ-UBND", "2025-05-05", "quyết định")),
        ("Kế hoạch số 12/KH-UBND - UBND tỉnh", ("12/KH-UBND", None, "kế hoạch")),
        ("Nghị quyết số 57\\-NQ/TW ngày 22/12/2024", ("57-NQ/TW", "2024-12-22", "nghị quyết")),
        ("Nghị quyết số 57-NQ/TW được ban hành ngày 22/12/2024", ("57-NQ/TW", "2024-12-22", "nghị quyết")),
        ("Giấy phép số 12/GP-UBND", ("12/GP-UBND", None, "khác")),
        ("CV 123/UBND-VX ngày 5/5/2025", ("123/UBND-VX", "2025-05-05", "công văn")),
        ("Quyết định số 12/QĐ-\u2028UBND", ("12/QĐ-UBND", None, "quyết định")),
    ],
)
def test_one_citation(text, wanted):
    assert cited(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 02 của Ban Chỉ đạo",
        "Luật Báo chí năm 2016",
        "TCVN 9001-2015/BKHCN, QCVN 01:2019/BCT, QCVN 102/BTTTT-CNTT, ISO/IEC 27001",
        "Điện thoại: 0255.382.2222/UBND-VP, Fax: 0255/UBND-VP",
        "Mẫu số 02/BC-UBND kèm theo",
        "GET /api/v1/2025/QD-UBND.pdf",
        "Km0 - Km2+571, 24/7, 1/2, 3-Vimico, 5/UBND xã",
        "từ ngày 28/8/2025 - BCĐ/TW",
        "Số:      /KH-UBND",
        "Số: - CV/ĐU",
        "năm 2025 - Đảng/Nhà nước",
        "",
    ],
)
def test_what_is_no_citation(text):
    assert cited(text) == []


def test_a_symbol_with_an_and_sign():
    assert cited("Kế hoạch số 515/KH-BCA-BNN&MT ngày 31/8/2025") == [("515/KH-BCA-BNN&MT", "2025-08-31", "kế hoạch")]


def test_the_own_number_is_not_cited():
    text = "Số 16 -CT/TU\n\nCHỈ THỊ\n(Kèm theo Chỉ thị số 16-CT/TU) theo Chỉ thị số 17-CT/TU"
    assert [number for number, _, _ in cited(text, "16-CT/TU")] == ["17-CT/TU"]
    assert [number for number, _, _ in cited(text)] == ["17-CT/TU"]


def test_an_attached_document_does_not_cite_what_it_belongs_to():
    text = (
        "QUY CHẾ\nPhối hợp\n(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 02/02/2026)\ntheo Quyết định số 78/QĐ-UBND"
    )
    assert [number for number, _, _ in cited(text)] == ["78/QĐ-UBND"]


def test_lists_share_the_symbol_and_the_kind():
    assert cited("các Công văn số 12, 15 và 18/UBND-KT ngày 05/5/2025") == [
        ("12/UBND-KT", "2025-05-05", "công văn"),
        ("15/UBND-KT", "2025-05-05", "công văn"),
        ("18/UBND-KT", "2025-05-05", "công văn"),
    ]
    assert cited("Công văn số 12 và 18/UBND-KT ngày 05/5/2025")[0] == ("12/UBND-KT", None, "công văn")
    assert [n for n, _, _ in cited("Quyết định số 12, số 13 và 15/QĐ-UBND")] == [
        "12/QĐ-UBND", "13/QĐ-UBND", "15/QĐ-UBND",
    ]  # fmt: skip
    assert [n for n, _, _ in cited("các Nghị định số 61/2018 và số 107/2021/NĐ-CP")] == [
        "61/2018/NĐ-CP", "107/2021/NĐ-CP",
    ]  # fmt: skip
    assert [n for n, _, _ in cited("Chỉ thị 15, 16/CT-TTg")] == ["15/CT-TTg", "16/CT-TTg"]
    assert [n for n, _, _ in cited("trong tổng số 12 và 13/KH-UBND")] == ["13/KH-UBND"]
    assert cited("Nghị quyết số 18, 19-NQ/TW") == [("18-NQ/TW", None, "nghị quyết"), ("19-NQ/TW", None, "nghị quyết")]
    assert cited("khoản 2, 3 Nghị quyết số 19-NQ/TW") == [("19-NQ/TW", None, "nghị quyết")]
    assert cited("Quy chế số 12/QC-UBND và số 15/QC-UBND ngày 05/5/2025") == [
        ("12/QC-UBND", None, "khác"),
        ("15/QC-UBND", "2025-05-05", "khác"),
    ]
    assert cited("Quyết định số 12/QĐ-UBND ngày 01/5/2025, số 15/KH-UBND ngày 05/5/2025") == [
        ("12/QĐ-UBND", "2025-05-01", "quyết định"),
        ("15/KH-UBND", "2025-05-05", "kế hoạch"),
    ]


def test_once_a_number_with_the_date_of_any_mention():
    text = "Kế hoạch số 12/KH-UBND. theo Kế hoạch số 12/KH-UBND ngày 05/5/2025."
    (citation,) = read_citations(Source(text, "text"), None)
    assert citation.date.value == "2025-05-05"
    assert [text[m.start : m.end] for m in citation.mentions] == ["12/KH-UBND", "12/KH-UBND"]


def test_a_footnote_that_tears_a_number():
    text = (
        "Kế hoạch số 166/KH-\n\n       \n1 Kế hoạch số 336-KH/TU ngày 25/5/2025 của Tỉnh ủy Minh Giang.\n"
        " UBND ngày 17/10/2022 của UBND tỉnh; Kế hoạch số 38/KH-UBND"
    )
    assert cited(text) == [
        ("166/KH-UBND", "2022-10-17", "kế hoạch"),
        ("336-KH/TU", "2025-05-25", "kế hoạch"),
        ("38/KH-UBND", None, "kế hoạch"),
    ]


_PIECES = st.sampled_from(
    [
        "Kế hoạch ",
        "số ",
        "12",
        "/",
        "-",
        "KH",
        "UBND",
        "2025",
        " ngày ",
        "05/5/2025",
        ", ",
        "và ",
        "\n",
        "NQ/TW",
        "1 ",
        "của ",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_every_value_stands_in_the_text(text):
    for citation in read_citations(Source(text, "text"), None):
        for value in (citation.number, citation.date, citation.type):
            if value is not None:
                assert 0 <= value.span.start < value.span.end <= len(text)
                assert value.rule.startswith("derived.") or contains(
                    text[value.span.start : value.span.end], value.value
                )


def test_remarks_on_a_number_printed_with_two_dates():
    twice = "Căn cứ Quyết định số 15/QĐ-UBND ngày 01/02/2025; Quyết định số 15/QĐ-UBND ngày {} của UBND xã."
    told = [
        [remark.kind for remark in date_remarks(read_citations(Source(twice.format(date), "text"), None))]
        for date in ("02/02/2025", "01/02/2025", "01 tháng 02 năm 2025")
    ]
    assert told == [["citation-dates"], [], []]
