"""What signing software stamps over a page: numbers and days into their blanks, seals apart, nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import vanban
from vanban.sources import open_source

Maker = Callable[..., bytes]
Words = list[tuple[float, float, str]]


def head(number: str = "/TB-UBND", day: str = "Minh Hòa, ngày", month: str = "tháng 8 năm 2026") -> Words:
    return [
        (85, 780, "ỦY BAN NHÂN DÂN"),
        (290, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (100, 764, "XÃ MINH HÒA"),
        (320, 764, "Độc lập - Tự do - Hạnh phúc"),
        (85, 740, "Số:"),
        (150, 740, number),
        (300, 740, day),
        (430, 740, month),
        (250, 700, "THÔNG BÁO"),
        (250, 684, "Lịch tiếp công dân"),
        (85, 660, "Ủy ban nhân dân xã thông báo lịch tiếp công dân."),
    ]


def read(data: bytes) -> tuple[str | None, str | None]:
    document = vanban.read(data)
    return document.number and document.number.value, document.date and document.date.value


def test_blanks_are_filled_by_place(make_pdf: Maker) -> None:
    data = make_pdf(head(), stamps=[(405, 740, "06"), (115, 740, "542")])
    assert read(data) == ("542/TB-UBND", "2026-08-06")


@pytest.mark.parametrize("dots", [".....", "……", "_____"])
def test_dots_are_written_over(make_pdf: Maker, dots: str) -> None:
    words = [word for word in head() if word[2] not in ("Số:", "/TB-UBND")]
    words += [(85, 740, f"Số:{dots}/TB-UBND")]
    assert read(make_pdf(words, stamps=[(106, 740, "542")]))[0] == "542/TB-UBND"


def test_a_stamp_over_a_printed_figure_wins_and_is_said(make_pdf: Maker) -> None:
    words = [word for word in head() if word[2] not in ("Số:", "/TB-UBND")] + [(85, 740, "Số: 17/TB-UBND")]
    data = make_pdf(words, stamps=[(109, 740, "542")])
    assert read(data)[0] == "542/TB-UBND"
    assert any("“17” in sẵn ở trang 1" in remark.message for remark in vanban.read(data).remarks)


def test_a_printed_day_gives_way_too(make_pdf: Maker) -> None:
    words = [word for word in head() if not word[2].startswith(("Minh Hòa, ngày", "tháng"))]
    words += [(300, 740, "Minh Hòa, ngày 01 tháng 8 năm 2026")]
    assert read(make_pdf(words, stamps=[(398, 741, "06")]))[1] == "2026-08-06"


def test_a_stamp_beside_a_printed_figure_leaves_it(make_pdf: Maker) -> None:
    words = [word for word in head() if word[2] not in ("Số:", "/TB-UBND")] + [(85, 740, "Số: 17/TB-UBND")]
    assert read(make_pdf(words, stamps=[(109, 640, "542")]))[0] == "17/TB-UBND"


def test_the_whole_number_or_the_whole_day_may_be_stamped(make_pdf: Maker) -> None:
    words = [word for word in head(month="") if word[2] not in ("/TB-UBND", "")]
    data = make_pdf(words, stamps=[(115, 740, "542/TB-UBND"), (400, 740, "06 tháng 8 năm 2026")])
    assert read(data) == ("542/TB-UBND", "2026-08-06")


def test_blanks_on_later_pages_are_filled(make_pdf: Maker) -> None:
    first = [(85, 700, "Kính gửi: Các thôn."), (85, 684, "Gửi kèm thông báo.")]
    data = make_pdf(first, head(), stamps=[(115, 740, "542")], stamps_on=1)
    assert "Số: 542 /TB-UBND" in open_source(data).text


SEAL = [(300, 825, "UBND TỈNH MINH GIANG"), (340, 812, "ĐẾN"), (310, 799, "Số: 4707"), (310, 786, "Ngày: 13/03/2026")]


def test_an_arrival_seal_is_a_seal_and_no_number(make_pdf: Maker) -> None:
    document = vanban.read(make_pdf(head(), stamps=SEAL))
    (seal,) = document.seals
    assert seal.number is not None
    assert seal.date is not None
    assert (seal.number.value, seal.date.value) == ("4707", "2026-03-13")
    assert seal.text.value == "UBND TỈNH MINH GIANG ĐẾN Số: 4707 Ngày: 13/03/2026"
    assert document.number is None
    assert document.date is not None
    assert document.date.value == "2026-08"
    assert "4707" not in document.text


def test_a_seal_over_the_blank_does_not_fill_it(make_pdf: Maker) -> None:
    stamps = [(100, 752, "ĐẾN"), (112, 740, "4707"), (100, 728, "Ngày 13/03/2026")]
    document = vanban.read(make_pdf(head(), stamps=[*stamps[:1], (85, 740, "Số: 4707"), stamps[2]]))
    assert document.number is None
    assert [seal.number.value for seal in document.seals if seal.number] == ["4707"]


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("ĐẾN\nSố: 4707\nNgày: 13/03/2025\nChuyển: Văn phòng", "4707", "2025-03-13"),
        ("CÔNG VĂN ĐẾN\nSố: 12\nNgày 5 tháng 8 năm 2025", "12", "2025-08-05"),
        ("ĐẾN Số đến: 88 Ngày đến: ......", "88", None),
        ("ĐẾN\nSố: 7\nNgày: 31/02/2025", "7", None),
    ],
)
def test_seals_in_text(
    text: str, number: str, date: str | None, check_values: Callable[[vanban.Document], None]
) -> None:
    document = vanban.read(f"{text}\nỦy ban nhân dân xã thông báo lịch tiếp công dân.".encode())
    (seal,) = document.seals
    assert seal.number is not None
    assert seal.number.value == number
    assert (seal.date and seal.date.value) == date
    assert document.number is None
    check_values(document)


@pytest.mark.parametrize(
    "text",
    [
        "BÁO CÁO SƠ KẾT TỪ ĐẦU NĂM ĐẾN\nSố: 12/BC-UBND\nNgày 5 tháng 8 năm 2025",
        "thời hạn đến Số 12 Ngày 13/03/2025",
        "TỪ NGÀY 01/01 ĐẾN NGÀY 13/03/2025",
    ],
)
def test_no_seals(text: str) -> None:
    assert vanban.read(text.encode()).seals == ()


def test_the_form_and_the_sheet_tell_of_seals(make_pdf: Maker) -> None:
    document = vanban.read(make_pdf(head(), stamps=SEAL))
    assert vanban.to_form(document)["seals"] == [
        {"text": "UBND TỈNH MINH GIANG ĐẾN Số: 4707 Ngày: 13/03/2026", "number": "4707", "date": "2026-03-13"}
    ]
