"""Pictures of pages: files from a scanner or a phone, opened within limits, upright, on white."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from vanban.sources.limits import MAX_PAGES, Unreadable

#: Pixels of one picture; a phone's camera takes 12 to 50 million. More is a bomb or a map.
MAX_PIXELS = 80_000_000
#: Width in points that a picture is taken to have: that of an A4 sheet, the longer side where it lies across.
SHEET = (595.28, 841.89)

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
)
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
#: What Pillow raises for broken files; its warnings too, where they are made errors.
_BROKEN = (
    OSError, ValueError, SyntaxError, EOFError, TypeError, LookupError, RuntimeError, ArithmeticError, struct.error,
    Warning,
)  # fmt: skip


def image_kind(data: bytes) -> str | None:
    """The format of a picture ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP", "HEIC"), or None for anything else."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    # "BM" alone also begins ordinary text; a bitmap has zero bytes after its length.
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return "BMP"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    return "HEIC" if data[4:8] == b"ftyp" and data[8:12] in _HEIC else None


def open_pictures(data: bytes) -> Iterator[Image.Image]:
    """The pages of a picture file, each upright, without transparency, in colour ("RGB"); a TIFF may have several.

    Raises :class:`Unreadable` for what is broken or too large, :class:`ValueError` for what is no picture.
    """
    kind = image_kind(data)
    if kind is None:
        raise ValueError("no picture")
    try:
        with _opened(data, kind) as file:
            count = getattr(file, "n_frames", 1) if kind == "TIFF" else 1
            if count > MAX_PAGES:
                raise Unreadable(f"Tệp ảnh có {count} trang, vượt giới hạn {MAX_PAGES} trang.", "image")
            for number in range(count):
                if count > 1:
                    file.seek(number)
                if file.width * file.height > MAX_PIXELS:
                    raise Unreadable(_too_large(file.width, file.height), "image")
                yield _upright(file)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unreadable(_too_large(), "image") from error
    except MemoryError as error:
        raise Unreadable("Ảnh quá lớn so với bộ nhớ của máy. Hãy chụp hoặc quét lại nhỏ hơn.", "image") from error
    except _BROKEN as error:
        raise Unreadable(f"Tệp ảnh ({kind}) bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp.", "image") from error


def _opened(data: bytes, kind: str) -> ImageFile.ImageFile:
    if kind != "HEIC":
        try:
            return Image.open(io.BytesIO(data), formats=[kind])
        except UnidentifiedImageError as error:
            raise OSError("unidentified") from error
    try:
        from pillow_heif import HeifImageFile
    except ImportError as error:
        raise Unreadable(
            "Ảnh HEIC cần gói Python pillow-heif (pip install 'vanban[ocr]'), hoặc hãy lưu ảnh dạng JPG.", "image"
        ) from error
    file: ImageFile.ImageFile = HeifImageFile(io.BytesIO(data))  # type: ignore[no-untyped-call]
    return file


def _upright(file: ImageFile.ImageFile) -> Image.Image:
    picture: Image.Image = ImageOps.exif_transpose(file)
    if picture.mode in ("I;16", "I;16B", "I", "F"):
        # Sixteen bits of grey: the upper eight are what a page needs.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if "A" in picture.getbands() or "transparency" in picture.info:
        above = picture.convert("RGBA")
        picture = Image.new("RGBA", above.size, "white")
        picture.alpha_composite(above)
    return picture.convert("RGB")


def sheet_size(picture: Image.Image) -> tuple[float, float]:
    """Width and height in points that a picture is taken to have; what it says of its resolution is often wrong."""
    across = picture.width > picture.height
    width = SHEET[1] if across else SHEET[0]
    return width, width * picture.height / picture.width


def _too_large(width: int = 0, height: int = 0) -> str:
    size = f" ({width} × {height} điểm)" if width else ""
    return f"Ảnh quá lớn{size}, vượt giới hạn {MAX_PIXELS // 1_000_000} triệu điểm. Hãy chụp hoặc quét lại nhỏ hơn."
