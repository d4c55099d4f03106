"""Scanned and photographed pages: read like print, figures written by hand never guessed, absences named."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pillow_heif
import pypdfium2
import pytest
import vanban
from PIL import Image
from scans import (
    BLUE,
    as_pdf,
    encoded,
    page_of,
    photographed,
    scanned,
    with_figures,
    with_red_words,
    with_seal,
    with_signature,
)
from vanban.cli import main
from vanban.compose import ComposeModel, Heading, Signature, Task, TaskTable, compose
from vanban.folding import fold, same
from vanban.model import Document
from vanban.sheet import sheet
from vanban.source import Word
from vanban.sources import open_source
from vanban.sources.scan.consistency import mended
from vanban.sources.scan.engine import Engine
from vanban.sources.scan.redwords import read_red_words
from vanban.sources.scan.sheet import straighten

Maker = Callable[..., bytes]
SAMPLE = Path(__file__).parents[3] / "samples" / "04-ke-hoach-xa.pdf"


@lru_cache(maxsize=1)
def clean() -> Document:
    return vanban.read(SAMPLE)


def place_of(words: str, of: str) -> tuple[float, float, float, float]:
    """The box of ``of`` where the sample's first page prints ``words``."""
    source = open_source(SAMPLE.read_bytes())
    start = source.text.index(words) + words.index(of)
    boxes = [source.boxes[4 * at : 4 * at + 4] for at in range(start, start + len(of))]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def test_a_scan_is_read_like_print() -> None:
    pages = [page_of(SAMPLE, number) for number in (1, 2, 3)]
    pages[2] = with_signature(with_seal(pages[2], (430, 700)), (390, 690, 500, 730))
    scan, printed = (
        vanban.read(as_pdf(*(scanned(page, angle=0.8 * turn - 1) for turn, page in enumerate(pages)))),
        clean(),
    )
    head = ("number", "symbol", "type", "issuer", "place", "date", "subject", "system")
    values = {field: (getattr(scan, field).value, getattr(printed, field).value) for field in head}
    assert [pair for pair in values.values() if not same(*map(str, pair))] == []
    assert scan.handwriting == ()
    assert len(scan.outline) == len(printed.outline)
    assert len(scan.assignments) == len(printed.assignments)
    assert scan.signatory.name is not None
    assert same(scan.signatory.name.value, "Nguyễn Văn A")
    assert len(scan.recipients) == len(printed.recipients)
    assert [remark.message for remark in scan.remarks if remark.kind == "scan"] == [
        "Đọc từ ảnh quét bằng nhận dạng chữ: trang 1–3. Hãy đối chiếu với bản gốc."
    ]
    assert scan.subject is not None
    assert printed.subject is not None
    assert 0.3 < scan.subject.confidence < printed.subject.confidence
    assert scan.subject.span is not None
    assert printed.subject.span is not None
    assert scan.subject.span.page == 1
    assert scan.subject.span.box == pytest.approx(printed.subject.span.box, abs=12)


@pytest.mark.parametrize("colour", [(25, 25, 30), BLUE], ids=["black", "blue"])
def test_figures_by_hand_come_as_pictures(colour: tuple[int, int, int]) -> None:
    page = with_figures(page_of(SAMPLE), "27", place_of("18/KH", "18"), colour)
    page = with_figures(page, "05", place_of("ngày 02 tháng", "02"), colour)
    document = vanban.read(encoded(scanned(page)))
    assert document.number is None
    assert document.symbol is not None
    assert document.symbol.value == "KH-UBND"
    assert document.date is not None
    assert document.date.value == "2026-03"
    assert {found.field for found in document.handwriting} == {"number", "date"}
    for found in document.handwriting:
        words, of = ("18/KH", "18") if found.field == "number" else ("ngày 02 tháng", "02")
        assert found.box == pytest.approx(place_of(words, of), abs=14)
        with Image.open(io.BytesIO(found.picture)) as picture:
            assert picture.width > picture.height > 20
    assert not [remark for remark in document.remarks if remark.kind == "number-blank"]
    assert [remark for remark in document.remarks if remark.kind == "handwriting"]
    form = vanban.to_form(document)
    assert [found["field"] for found in form["handwriting"]] == [found.field for found in document.handwriting]
    assert form["handwriting"][0]["picture"].startswith("data:image/png;base64,iVBOR")
    assert "viết tay, xem ảnh trang 1" in sheet(document, "quét.jpg")


def test_blanks_left_blank_are_no_handwriting() -> None:
    page = with_figures(page_of(SAMPLE), "", place_of("18/KH", "18"))
    document = vanban.read(encoded(scanned(page)))
    assert document.number is None
    assert document.handwriting == ()
    assert [remark for remark in document.remarks if remark.kind == "number-blank"]


def test_a_photo_is_squared_and_evenly_lit() -> None:
    document = vanban.read(encoded(photographed(page_of(SAMPLE)), exif=Image.Exif()))
    assert document.number is not None
    assert document.number.value == "18/KH-UBND"
    assert document.subject is not None
    assert clean().subject is not None
    assert same(document.subject.value, clean().subject.value)


def test_a_heic_photo_of_a_phone_is_read() -> None:
    heif = pillow_heif.from_pillow(photographed(page_of(SAMPLE)))
    photo = io.BytesIO()
    heif.save(photo, quality=70)
    document = vanban.read(photo.getvalue())
    assert document.number is not None
    assert document.number.value == "18/KH-UBND"
    assert document.subject is not None
    assert clean().subject is not None
    assert same(document.subject.value, clean().subject.value)


TASKS = (
    Task(
        "Mở chuyên mục hỏi đáp thủ tục trên hệ thống truyền thanh", ("Phòng Văn hóa - Xã hội",), ("Các thôn",),
        "Trước ngày 15/4/2026", "Chuyên mục phát sóng",
    ),
    Task(
        "Niêm yết danh mục dịch vụ công toàn trình tại nhà văn hóa", ("Trung tâm Phục vụ hành chính công",),
        ("Công an xã",), "Quý II/2026", "Biên bản niêm yết",
    ),
    Task("Tập huấn thành viên tổ công nghệ số cộng đồng", ("Công an xã",), (), "Tháng 6/2026", "Danh sách học viên"),
)  # fmt: skip


def letters(text: str) -> str:
    """The letters and figures of ``text``: in a narrow column recognition may part a word."""
    return fold(text).replace(" ", "")


def test_a_scanned_task_table_gives_its_tasks_cell_by_cell(tmp_path: Path) -> None:
    model = ComposeModel(
        type="kế hoạch", issuer="ỦY BAN NHÂN DÂN\nXÃ MINH HÒA", symbol="KH-UBND", number="21", date="2026-03-09",
        place="Minh Hòa", subject="Tuyên truyền dịch vụ công trực tuyến năm 2026",
        body=(Heading("Nhiệm vụ cụ thể"), TaskTable(TASKS)),
        signature=Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN",)), recipients=("Các thôn", "Lưu: VT"),
    )  # fmt: skip
    printed = tmp_path / "21.pdf"
    printed.write_bytes(compose(model, to="pdf"))
    with pypdfium2.PdfDocument(printed) as pages:
        count = len(pages)
    document = vanban.read(as_pdf(*(scanned(page_of(printed, number + 1)) for number in range(count))))
    assert [
        (
            letters(task.text.value),
            [letters(name.value) for name in task.lead],
            [letters(name.value) for name in task.support],
            letters(task.product.value) if task.product else "",
        )
        for task in document.assignments
    ] == [
        (letters(task.text), [*map(letters, task.lead)], [*map(letters, task.support)], letters(task.product))
        for task in TASKS
    ]


def test_photos_are_pages_in_the_order_given(tmp_path: Path) -> None:
    files = []
    for number in (1, 2):
        files.append(tmp_path / f"{number}.jpg")
        files[-1].write_bytes(encoded(scanned(page_of(SAMPLE, number))))
    document = vanban.read([files[0], b"no picture", files[1]])
    assert document.text.index("KẾ HOẠCH") < document.text.index("Truyền thông trên các nền tảng số")
    assert {heading.span.page for heading in document.outline} == {1, 2}
    assert [remark.message for remark in document.remarks if remark.kind == "page"] == [
        "Tệp ảnh thứ 2 không đọc được. Tệp không phải ảnh (JPG, PNG, TIFF, HEIC)."
    ]
    with pytest.raises(FileNotFoundError):
        vanban.read([tmp_path / "3.jpg"])


def test_the_command_takes_photos_as_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = without_model(monkeypatch)
    photo = tmp_path / "1.jpg"
    photo.write_bytes(encoded(page_of(SAMPLE, dpi=50)))
    assert main(["read", "--pages", str(photo), str(photo)]) == 3
    assert absent in capsys.readouterr().out
    assert main(["read", "--pages", str(photo), str(tmp_path / "2.jpg")]) == 2
    assert "2.jpg" in capsys.readouterr().err


def test_a_page_on_its_side_is_turned() -> None:
    document = vanban.read(encoded(scanned(page_of(SAMPLE)).rotate(90, expand=True)))
    assert document.number is not None
    assert document.number.value == "18/KH-UBND"


def test_a_wrong_resolution_does_not_matter() -> None:
    scan = as_pdf(scanned(page_of(SAMPLE)), dpi=72)
    document = vanban.read(scan)
    assert document.number is not None
    assert document.number.value == "18/KH-UBND"
    assert document.number.span is not None
    assert document.number.span.box is not None
    assert document.number.span.box[0] > place_of("18/KH", "18")[0] * 2  # in points of the page as it says it is


def without_library(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    return "tesserocr"


def without_model(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TESSDATA_PREFIX", "/nowhere")
    return "tesseract-ocr-vie"


@pytest.mark.parametrize("absence", [without_library, without_model])
def test_what_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, make_pdf: Maker, absence: Callable[[pytest.MonkeyPatch], str]
) -> None:
    package = absence(monkeypatch)
    for data in (encoded(page_of(SAMPLE, dpi=50)), as_pdf(page_of(SAMPLE, dpi=50), dpi=50)):
        document = vanban.read(data)
        assert document == Document(remarks=document.remarks)
        assert document.unreadable
        assert package in document.remarks[0].message
    mixed = make_pdf([(85, 700, "Ủy ban nhân dân xã thông báo.")], [], drawing="100 400 99 99 re f")
    (remark,) = vanban.read(mixed).remarks
    assert remark.message.startswith("Không có lớp chữ ở trang 2; chưa đọc được.")
    assert package in remark.message


def test_the_model_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(page_of(SAMPLE, dpi=50))
    assert "tesseract-ocr-vie" in vanban.read(data, tessdata=tmp_path).remarks[0].message
    (tmp_path / "vie.traineddata").write_bytes(b"no model")
    assert vanban.read(data, tessdata=tmp_path).unreadable


def words_of(text: str, doubtful: str) -> list[Word]:
    words, start = [], 0
    for word in text.split(" "):
        words.append(Word(start, start + len(word), 0.7 if word == doubtful else 0.97))
        start += len(word) + 1
    return words


@pytest.mark.parametrize(
    ("text", "doubtful", "expected"),
    [
        pytest.param(
            "mục tiêu quôc gia về mục tiêu quốc gia", "quôc", "mục tiêu quốc gia về mục tiêu quốc gia", id="mark"
        ),
        pytest.param(
            "MỤC TIÊU QUÔC GIA về mục tiêu quốc gia", "QUÔC", "MỤC TIÊU QUỐC GIA về mục tiêu quốc gia", id="case"
        ),
        pytest.param("ngân sách, ngăn chặn", "ngăn", "ngân sách, ngăn chặn", id="another phrase"),
        pytest.param("quôc gia mà thôi", "quôc", "quôc gia mà thôi", id="no witness"),
        pytest.param("số 12/QĐ nay số 13/QĐ nay", "13/QĐ", "số 12/QĐ nay số 13/QĐ nay", id="figures"),
    ],
)
def test_a_document_bears_witness_to_itself(text: str, doubtful: str, expected: str) -> None:
    assert mended(text, words_of(text, doubtful)) == expected


def test_scanned_pages_are_bounded(monkeypatch: pytest.MonkeyPatch, make_pdf: Maker) -> None:
    monkeypatch.setattr("vanban.sources.scan.MAX_SCANNED", 1)
    drawing = "100 400 9 9 re f"
    data = make_pdf([], [], [(85, 700, "Ủy ban nhân dân xã thông báo.")], drawing=drawing)
    said = [remark.message for remark in vanban.read(data).remarks if remark.kind == "page"]
    assert "Không có lớp chữ ở trang 2; chưa đọc được. Chỉ nhận dạng 1 trang quét của một văn bản." in said


RED_WORDS = ("MẬT", "TỐI MẬT", "TUYỆT MẬT", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")


def test_marks_stamped_in_red_are_read_and_a_seal_is_none() -> None:
    page = Image.new("RGB", (2480, 3508), "white")
    for turn, words in enumerate(RED_WORDS):
        page = with_red_words(page, words, (80, 40 + 50 * turn))
    page = scanned(with_seal(page, (430, 200)), angle=0.4)
    engine = Engine()
    try:
        lines = read_red_words(straighten(page, 595, 842), engine)
    finally:
        engine.close()
    assert [line.text for line in sorted(lines, key=lambda line: line.box[1])] == list(RED_WORDS)
    assert all(60 < line.box[0] < 110 for line in lines)


@pytest.mark.parametrize(("words", "field"), [("TỐI MẬT", "secrecy"), ("HỎA TỐC", "urgency")])
def test_a_scan_with_a_red_stamp_bears_its_mark(words: str, field: str) -> None:
    page = with_seal(with_red_words(page_of(SAMPLE), words, (110, 140)), (430, 700))
    read = vanban.read(as_pdf(scanned(page, angle=-0.5)))
    found = {name: value.value for name in ("secrecy", "urgency") if (value := getattr(read, name)) is not None}
    assert found == {field: words}
    assert read.subject is not None
    assert clean().subject is not None
    assert same(read.subject.value, clean().subject.value)
