"""What an uploaded file is, decided by its content and never by its name."""

import io
import zipfile

from django.conf import settings
from django.core.files.base import File
from django.utils.translation import gettext as _
from vanban.sources import open_source

from lienthong.core.refusals import Refused

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
#: The name's ending under which each kind is stored and given out.
ENDINGS = {PDF: ".pdf", WORD: ".docx", TEXT: ".txt"}


class TooLarge(Refused):
    """A file is larger than ``LIENTHONG_MAX_UPLOAD``."""

    def __init__(self) -> None:
        limit = settings.LIENTHONG_MAX_UPLOAD // (1024 * 1024)
        super().__init__(_("Tệp lớn hơn %(limit)d MB. Hãy giảm dung lượng rồi tải lại.") % {"limit": limit})


def bytes_of(file: File, size: int) -> bytes:
    """The whole content, or :class:`Refused` before anything is read when it is too large or empty."""
    if size > settings.LIENTHONG_MAX_UPLOAD:
        raise TooLarge
    data = file.read()
    if not data:
        raise Refused(_("Tệp rỗng, không có nội dung. Hãy chọn lại tệp."))
    return data


def content_type_of(data: bytes) -> str:
    """PDF, WORD or TEXT; :class:`Refused` with a sentence for everything else, protected and broken files included."""
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04") and _holds_word(data):
        return WORD
    source = open_source(data)
    for remark in source.remarks:
        if remark.kind == "unreadable":
            raise Refused(remark.message)
    return TEXT


def _holds_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
