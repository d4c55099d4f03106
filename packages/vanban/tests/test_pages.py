"""Pictures of pages: of PDFs as shown, of photos upright, within limits, broken files with a sentence."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import vanban
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from vanban.sources.images import image_kind

Maker = Callable[..., bytes]
PICTURES = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP", "HEIC")


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 90), **options: object) -> bytes:
    """White, with a black corner in the upper left."""
    page = Image.new("RGB", size, "white")
    page.paste("black", (0, 0, size[0] // 3, size[1] // 3))
    out = io.BytesIO()
    if kind == "HEIC":
        import pillow_heif

        pillow_heif.from_pillow(page).save(out, **options)
    else:
        page.save(out, kind, **options)
    return out.getvalue()


def shown(page: vanban.PageImage) -> Image.Image:
    return Image.open(io.BytesIO(page.png)).convert("L")


def dark(drawn: Image.Image, x: float, y: float) -> bool:
    return drawn.getpixel((int(x * drawn.width), int(y * drawn.height))) < 128


def test_pages_of_a_pdf(make_pdf: Maker) -> None:
    data = make_pdf([(85, 700, "một")], [], [(85, 700, "ba")], drawing="300 600 100 100 re f")
    pages = list(vanban.page_images(data, [1, 3, 9], width=300))
    assert [(page.number, page.width, page.height) for page in pages] == [(1, 595, 842), (3, 595, 842)]
    drawn = shown(pages[1])
    assert drawn.size == (300, pytest.approx(424, abs=1))
    assert dark(drawn, 350 / 595, 192 / 842)
    assert not dark(drawn, 350 / 595, 300 / 842)


def test_the_sizes_of_pages_are_known_without_drawing_them(make_pdf: Maker, make_docx: Callable[..., bytes]) -> None:
    data = make_pdf([(85, 700, "một")], [])
    assert vanban.page_sizes(data) == tuple((page.width, page.height) for page in vanban.page_images(data, width=50))
    assert vanban.page_sizes(picture("TIFF", (120, 180))) == ((pytest.approx(595.28), pytest.approx(892.92)),)
    assert vanban.page_sizes("Kế hoạch".encode()) == ()
    with pytest.raises(vanban.Unreadable, match="bị hỏng"):
        vanban.page_sizes(b"%PDF-1.7 broken")


def test_a_screen_gets_a_jpeg(make_pdf: Maker) -> None:
    (page,) = vanban.page_images(make_pdf([(85, 700, "một")]), width=300)
    assert Image.open(io.BytesIO(page.jpeg)).size == page.picture.size


def test_stamps_are_drawn(make_pdf: Maker) -> None:
    (page,) = vanban.page_images(make_pdf([], stamps=[(100, 700, "lllllll")]), width=1200)
    assert shown(page).getextrema()[0] < 128


@pytest.mark.parametrize("kind", PICTURES)
def test_pictures_of_every_kind(kind: str) -> None:
    data = picture(kind, (120, 180))
    assert image_kind(data) == kind
    (page,) = vanban.page_images(data, width=40)
    drawn = shown(page)
    assert drawn.size == (40, 60)
    assert (page.number, round(page.width), round(page.height)) == (1, 595, 893)
    assert dark(drawn, 0.1, 0.1)
    assert not dark(drawn, 0.8, 0.8)


def test_a_photo_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: the upper left corner of the pixels is the upper right one of the page
    (page,) = vanban.page_images(picture("JPEG", (120, 60), exif=exif), width=60)
    drawn = shown(page)
    assert drawn.size == (60, 120)
    assert dark(drawn, 0.9, 0.1)
    assert not dark(drawn, 0.1, 0.1)


def test_transparent_paper_is_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")
    (page,) = vanban.page_images(out.getvalue(), width=20)
    assert not dark(shown(page), 0.5, 0.5)


def test_sixteen_bits_of_grey() -> None:
    out = io.BytesIO()
    Image.new("I;16", (20, 20), 65_000).save(out, "PNG")
    (page,) = vanban.page_images(out.getvalue(), width=20)
    assert not dark(shown(page), 0.5, 0.5)


def test_a_tiff_has_pages() -> None:
    first, second = Image.new("L", (40, 60), 255), Image.new("L", (60, 40), 0)
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=[second])
    pages = list(vanban.page_images(out.getvalue(), width=30))
    assert [(page.number, round(page.width)) for page in pages] == [(1, 595), (2, 842)]
    assert dark(shown(pages[1]), 0.5, 0.5)


def test_what_has_no_pages_gives_none(make_docx: Maker, p: Callable[..., str]) -> None:
    assert list(vanban.page_images(make_docx(p("Kế hoạch")))) == []
    assert list(vanban.page_images("Kế hoạch".encode())) == []


@pytest.mark.parametrize(
    ("data", "word"),
    [
        pytest.param(b"%PDF-1.7\n1 0 obj\n<<", "hỏng", id="PDF"),
        *(pytest.param(picture(kind)[:60], "hỏng", id=kind) for kind in PICTURES),
    ],
)
def test_broken_files_say_so(data: bytes, word: str) -> None:
    with pytest.raises(vanban.Unreadable) as caught:
        list(vanban.page_images(data))
    assert word in caught.value.message
    assert caught.value.message.endswith(".")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanban.sources.images.MAX_PIXELS", 1_000_000)
    with pytest.raises(vanban.Unreadable, match="2000 × 3000"):
        list(vanban.page_images(picture("PNG", (2000, 3000))))
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1_000_000)
    with pytest.raises(vanban.Unreadable, match="quá lớn"):
        list(vanban.page_images(picture("PNG", (2000, 3000))))


def test_heic_without_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = picture("HEIC")
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(vanban.Unreadable, match="pillow-heif"):
        list(vanban.page_images(data))


def test_long_pages_are_bounded(make_pdf: Maker) -> None:
    data = make_pdf([]).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 9 14400]")
    (page,) = vanban.page_images(data, width=4000)
    drawn = shown(page)
    assert drawn.width * drawn.height <= 12_100_000
    (page,) = vanban.page_images(picture("PNG", (2, 3000)), width=2000)
    assert shown(page).height == 6000


def test_paths_and_wrong_use(tmp_path: Path) -> None:
    file = tmp_path / "trang.png"
    file.write_bytes(picture())
    assert len(list(vanban.page_images(file))) == 1
    with pytest.raises(FileNotFoundError):
        list(vanban.page_images(tmp_path / "khong-co.png"))
    with pytest.raises(ValueError, match="width"):
        list(vanban.page_images(picture(), width=0))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([picture(kind) for kind in PICTURES]), st.data())
def test_spoilt_pictures(good: bytes, draw: st.DataObject) -> None:
    data = bytearray(good)
    for _ in range(draw.draw(st.integers(1, 5))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    try:
        list(vanban.page_images(bytes(data[: draw.draw(st.integers(8, len(data)))]), width=16))
    except vanban.Unreadable:
        return
