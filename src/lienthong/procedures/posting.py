"""What a person looks at when the sheet hangs, and when the camera says that it was photographed."""

from datetime import datetime

from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

#: Nghị định 63/2010/NĐ-CP: procedures are made public where they are received, whole and easy to read.
CHECKLIST = {
    "current": _("Tờ niêm yết đúng bản đang công khai"),
    "whole": _("Đủ mọi trang, không bị che khuất"),
    "legible": _("Đọc được từ chỗ người dân đứng"),
    "code": _("Mã QR quét được bằng điện thoại"),
}
_EXIF, _TAKEN = 0x8769, 0x9003


def taken_at(photo: File) -> datetime | None:
    """The day and time that the camera wrote into a photo, in the time of the place; None where there is none."""
    photo.seek(0)
    try:
        with Image.open(photo) as opened:
            said = opened.getexif().get_ifd(_EXIF).get(_TAKEN, "")
        taken = datetime.strptime(str(said).strip("\x00 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - the camera's own
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    finally:
        photo.seek(0)
    return timezone.make_aware(taken)
