"""Damage is recognised and not read: wrong font maps, careless recognition; old fonts and look-alikes are repaired."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
import vanban
from vanban.sources import open_source
from vanban.sources.damage import damaged, misread, partly_damaged
from vanban.sources.text import tidy

Maker = Callable[..., bytes]


@pytest.fixture(autouse=True)
def _no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done with a damaged text layer where its page cannot be read from the picture."""
    monkeypatch.setenv("TESSDATA_PREFIX", "/nowhere")


GOOD = [
    "Ủy ban nhân dân xã Minh Hòa đề nghị các thôn, các đơn vị khẩn trương tổ chức",
    "thực hiện các nội dung sau đây, bảo đảm đúng thời hạn và báo cáo kết quả về",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã trước ngày 15 hằng tháng để",
    "tổng hợp, theo dõi, đôn đốc; trong quá trình thực hiện nếu có khó khăn, vướng",
    "mắc thì kịp thời phản ánh về Ủy ban nhân dân xã để được hướng dẫn, giải quyết.",
]
#: What a machine that reads English makes of such a page.
MISREAD = [
    "Uy ban nhan dan xa Minh Hda dé nghi cac thén, cac don vi khan truong t6 chire",
    "thyc hién cac ndi dung sau day, bao dam diing thoi han va bao cdo két qua vé",
    "Van phong HQi d6ng nhan dan va Uy ban nhan dan xa trudc ngay 15 hang thang dé",
    "tng hop, theo d6i, d6n déc; trong qua trinh thyc hién néu c6 khé khan, vuéng",
    "mac thi kip thdi phan anh vé Uy ban nhan dan xa dé dugc huéng din, gidi quyét.",
]
WITHOUT_MARKS = [
    "".join(c for c in unicodedata.normalize("NFD", line) if not unicodedata.combining(c)) for line in GOOD
]
ENGLISH = [
    "The commune asks all hamlets and units to carry out the following tasks in time and to",
    "report the results to the office before the fifteenth day of each month, so that they can",
    "be put together; where anything stands in the way, the office is to be told at once and",
    "will give advice. The plan is published in two languages for the guests of the conference.",
]


def page(lines: list[str]) -> list[tuple[float, float, str]]:
    return [(60, 780 - 20 * number, line) for number, line in enumerate(lines)]


def shifted(line: str) -> str:
    """What a font whose map is lost by 29 gives."""
    return "".join(chr(ord(char) - 29 if char.isascii() and char > " " else ord(char) + 700) for char in line)


def test_what_is_damaged() -> None:
    assert misread("\n".join(MISREAD))
    assert damaged("\n".join(map(shifted, GOOD)))
    for lines in (GOOD, WITHOUT_MARKS, ENGLISH):
        text = "\n".join(lines)
        assert not any(check(text) for check in (misread, damaged, partly_damaged))


def test_misread_text_is_refused_in_every_format(make_docx: Maker, p: Callable[..., str]) -> None:
    text = "\n".join(MISREAD)
    for data in (text.encode(), make_docx("".join(p(line) for line in MISREAD))):
        document = vanban.read(data)
        assert document.unreadable
        assert "nhận dạng sai" in document.remarks[0].message


@pytest.mark.parametrize("lines", [MISREAD, [shifted(line) for line in GOOD]], ids=["misread", "font map"])
def test_a_damaged_file_is_refused(make_pdf: Maker, lines: list[str]) -> None:
    document = vanban.read(make_pdf(page(lines)))
    assert document == vanban.Document(remarks=document.remarks)
    assert document.unreadable
    assert ("nhận dạng sai" if lines is MISREAD else "hỏng mã") in document.remarks[0].message


def test_a_damaged_page_is_left_out_and_named(make_pdf: Maker) -> None:
    document = vanban.read(make_pdf(page(GOOD), page(MISREAD)))
    assert document.text.splitlines()[0].strip() == GOOD[0]
    assert "thyc" not in document.text
    (remark,) = (remark for remark in document.remarks if remark.kind == "page")
    said = "Lớp chữ ở trang 2 do máy nhận dạng sai, không phải tiếng Việt; chưa đọc được."
    assert remark.message.startswith(said)
    assert "tesseract-ocr-vie" in remark.message


def test_damaged_lines_among_sound_ones_are_said(make_pdf: Maker) -> None:
    document = vanban.read(make_pdf(page([*GOOD, *GOOD, shifted("Kế hoạch năm 2026")])))
    assert [remark.kind for remark in document.remarks if "trang 1" in remark.message] == ["damaged"]


@pytest.mark.parametrize("font", [".VnTime", "ABCDEF+.VnTime,Bold"])
def test_tcvn3_in_a_pdf(make_pdf: Maker, font: str) -> None:
    kept = "§Ò nghÞ c¸c th«n khÈn tr\u00ad¬ng tæ chøc thùc hiÖn tr\u00adíc ngµy 15."
    document = vanban.read(make_pdf([(60, 700, kept)], font_name=font))
    assert document.text == "Đề nghị các thôn khẩn trương tổ chức thực hiện trước ngày 15."
    assert [remark.kind for remark in document.remarks] == ["encoding"]


def test_vni_in_a_pdf_keeps_its_places(make_pdf: Maker) -> None:
    kept = "Ñeà nghò caùc thoân khaån tröông toå chöùc thöïc hieän tröôùc ngaøy 15."
    source = open_source(make_pdf([(60, 700, kept)], font_name="VNI-Times"))
    assert source.text == "Đề nghị các thôn khẩn trương tổ chức thực hiện trước ngày 15."
    assert len(source.boxes) == 4 * (len(source.text) + 1)
    at = source.text.index("15")
    assert source.boxes[4 * at] == pytest.approx(60 + 6.5 * kept.index("15"), abs=0.1)


def test_capitals_of_a_font_of_capitals(make_pdf: Maker) -> None:
    assert open_source(make_pdf([(60, 700, "céng hßa x· héi")], font_name=".VnTimeH")).text == "CỘNG HÒA XÃ HỘI"


def test_an_old_font_that_does_not_say_so(make_pdf: Maker) -> None:
    kept = "§Ò nghÞ c¸c th«n khÈn tr\u00ad¬ng tæ chøc thùc hiÖn tr\u00adíc ngµy 15."
    assert open_source(make_pdf([(60, 700, kept)], font_name="TT1")).text.startswith("Đề nghị các thôn")


def test_running_heads_and_page_numbers_are_left_out(make_pdf: Maker) -> None:
    pages = [
        [
            (200, 815, "Kế hoạch truyền thông năm 2026"),
            (60, 700, f"Nội dung của phần {part} trong kế hoạch."),
            (250, 30, f"Trang {number}/4"),
        ]
        for number, part in enumerate(("một", "hai", "ba", "bốn"), 1)
    ]
    text = open_source(make_pdf(*pages)).text
    assert [line.strip() for line in text.splitlines()] == [
        f"Nội dung của phần {part} trong kế hoạch." for part in ("một", "hai", "ba", "bốn")
    ]


def test_what_stands_once_in_a_margin_is_kept(make_pdf: Maker) -> None:
    pages = [[(60, 815, f"Phần {part}"), (60, 700, "Nội dung.")] for part in ("một", "hai", "ba", "bốn")]
    assert "Phần ba" in open_source(make_pdf(*pages)).text
    two = [[(60, 815, "Biểu số 2"), (60, 700, "Nội dung.")]] * 2
    assert open_source(make_pdf(*two)).text.count("Biểu số 2") == 2


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("thƣờng xuyên hƣớng dẫn", "thường xuyên hướng dẫn"),
        ("ÐẢNG ÐOÀN, Ðiều", "ĐẢNG ĐOÀN, Điều"),
        ("Số: 12/СТ-UВND", "Số: 12/CT-UBND"),
        ("ΚΕ HOACH; Α. MỤC ĐÍCH", "KE HOACH; A. MỤC ĐÍCH"),
        ("nǎm 2026", "năm 2026"),
        ("điện trở 5 Ω, góc α, 3 µm", "điện trở 5 Ω, góc α, 3 µm"),
        ("Московская область", "Московская область"),
        ("Ủy\u00a0ban", "Ủy ban"),
    ],
)
def test_look_alikes_are_put_right_and_other_scripts_left(printed: str, meant: str) -> None:
    assert tidy(printed) == meant
    assert len(tidy(printed)) == len(printed)
