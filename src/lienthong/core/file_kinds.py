"""What an uploaded file is, told by its content and never by its name."""

import hashlib
import zipfile
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import File
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused

_OFFICE = "application/vnd.openxmlformats-officedocument."
_HEAD = 64


@dataclass(frozen=True, slots=True)
class Kind:
    """``ending`` is the one under which the file is stored, whatever it was called."""

    content_type: str
    ending: str


PDF = Kind("application/pdf", ".pdf")
WORD = Kind(_OFFICE + "wordprocessingml.document", ".docx")
SHEET = Kind(_OFFICE + "spreadsheetml.sheet", ".xlsx")
JPEG = Kind("image/jpeg", ".jpg")
PNG = Kind("image/png", ".png")
HEIC = Kind("image/heic", ".heic")
MP3 = Kind("audio/mpeg", ".mp3")
MP4 = Kind("video/mp4", ".mp4")
M4A = Kind("audio/mp4", ".m4a")

#: What a browser may show by itself; everything else is only given out as a download.
SHOWN = (PDF, JPEG, PNG, MP3, MP4, M4A)

_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_ZIP_PARTS = {"word/document.xml": WORD, "xl/workbook.xml": SHEET}


def kind_of(file: File) -> Kind:
    """The kind of ``file`` by its first bytes; :class:`Refused` for one that is empty, too large or not taken."""
    if not file.size:
        raise Refused(_("Tệp “%(name)s” rỗng. Hãy chọn lại tệp.") % {"name": file.name})
    if file.size > settings.LIENTHONG_MAX_UPLOAD:
        limit = settings.LIENTHONG_MAX_UPLOAD // (1024 * 1024)
        words = {"name": file.name, "limit": limit}
        raise Refused(_("Tệp “%(name)s” lớn hơn %(limit)d MB. Hãy giảm dung lượng rồi tải lại.") % words)
    found = head_kind_of(file) or _by_parts(file)
    file.seek(0)
    if found is None:
        raise Refused(
            _("Không nhận được tệp “%(name)s”. Hãy chọn ảnh (JPG, PNG, HEIC), PDF, Word, Excel, MP3 hoặc MP4.")
            % {"name": file.name}
        )
    return found


def head_kind_of(file: File) -> Kind | None:
    """The kind that the first bytes of ``file`` say, whatever its size; None for one that they do not tell."""
    file.seek(0)
    found = _by_head(file.read(_HEAD))
    file.seek(0)
    return found


def sha256_of(file: File) -> str:
    """The SHA-256 of the whole content, in hexadecimal."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _by_head(head: bytes) -> Kind | None:
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head[4:8] == b"ftyp":
        return _by_brand(head[8:12])
    # An MPEG audio frame begins with eleven set bits and layer III.
    is_frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2
    return MP3 if head.startswith(b"ID3") or is_frame else None


def _by_brand(brand: bytes) -> Kind | None:
    if brand in _HEIC_BRANDS:
        return HEIC
    if brand.startswith(b"M4A"):
        return M4A
    return MP4 if brand.startswith((b"iso", b"mp4", b"avc1", b"M4V", b"MSNV", b"3gp", b"dash")) else None


def _by_parts(file: File) -> Kind | None:
    """Word and Excel files are archives; a macro or a second archive inside is not one of them."""
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        return None
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    return next((kind for part, kind in _ZIP_PARTS.items() if part in names), None)
