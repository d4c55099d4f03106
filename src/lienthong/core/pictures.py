"""Pictures drawn anew: nothing that a camera or a phone wrote into one goes out."""

import io
import struct

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from lienthong.core.file_kinds import HEIC, JPEG, PNG, kind_of
from lienthong.core.refusals import Refused

#: Pixels of the longer side: sharp on a phone and a laptop, light on the line.
_LONGEST = 1280
#: A picture of more pixels is no photo. Only a JPEG can be read smaller than it is; of others every pixel lies in the
#: memory at once, and a file of some hundred kilobytes can claim as many as it likes.
_MOST_OF_JPEG, _MOST = 80_000_000, 50_000_000
#: What Pillow and its plug-ins raise for files that are broken or made to break them.
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, struct.error)


def drawn_anew(file: File, *, field: str = "picture") -> tuple[ContentFile, int, int]:
    """A JPG, PNG or HEIC as WebP, upright and without metadata, with its width and height in pixels.

    :class:`Refused` about ``field`` for anything else.
    """
    kind = kind_of(file)
    if kind not in (JPEG, PNG, HEIC):
        raise Refused(_("Ảnh phải là tệp JPG, PNG hoặc HEIC."), field=field)
    try:
        with _opened(file, heic=kind is HEIC) as opened:
            if opened.width * opened.height > (_MOST_OF_JPEG if kind is JPEG else _MOST):
                raise Refused(_("Ảnh quá lớn. Hãy giảm kích thước ảnh."), field=field)
            picture = _upright(opened)
    except (*_BROKEN, Image.DecompressionBombError) as error:
        raise Refused(_("Không mở được ảnh. Hãy chọn tệp ảnh khác."), field=field) from error
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=80)
    return ContentFile(out.getvalue(), name="anh.webp"), picture.width, picture.height


def within(drawn: ContentFile, longest: int, most: int) -> ContentFile:
    """A drawn picture with a longer side of ``longest`` pixels in at most ``most`` bytes: coarser, then smaller."""
    drawn.seek(0)
    with Image.open(drawn) as opened:
        made = opened.convert("RGB")
    made.thumbnail((longest, longest))
    for quality in (70, 50, 30, 15):
        out = io.BytesIO()
        made.save(out, "WEBP", quality=quality)
        if len(out.getvalue()) <= most:
            return ContentFile(out.getvalue(), name="anh.webp")
    return within(drawn, longest * 3 // 4, most)


def jpeg_of(data: bytes) -> bytes:
    """A picture that was drawn anew as JPEG, for services that take no WebP."""
    with Image.open(io.BytesIO(data)) as picture:
        out = io.BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()


def described(alt: str, credit: str) -> tuple[str, str]:
    """What is to be seen and whose picture it is; :class:`Refused` without either."""
    if not alt.strip():
        raise Refused(_("Hãy mô tả ảnh cho người không nhìn thấy ảnh."), field="alt")
    if not credit.strip():
        raise Refused(_("Hãy ghi nguồn ảnh."), field="credit")
    return alt.strip(), credit.strip()


def _upright(opened: Image.Image) -> Image.Image:
    """The picture as it goes out, made smaller before it is turned: turning a large one needs it twice."""
    exif = opened.getexif()
    opened.draft("RGB", (_LONGEST, _LONGEST))
    picture = opened.convert("RGB")
    picture.thumbnail((_LONGEST, _LONGEST))
    # What the camera wrote may be broken while the picture is not: it was read above, and is not read again.
    picture.info.pop("exif", None)
    picture.getexif().update(exif)
    return ImageOps.exif_transpose(picture)


def _opened(file: File, *, heic: bool) -> Image.Image:
    if not heic:
        return Image.open(file)
    # It brings libheif: for who opens such a photo, not for every start of the application.
    from pillow_heif import HeifImageFile

    found: Image.Image = HeifImageFile(io.BytesIO(file.read()))
    return found
