"""What an uploaded file is, decided by its content and never by its name."""

from django.conf import settings
from django.core.files.base import File
from django.utils.translation import gettext as _
from vanban.sources import open_source
from vanban.sources.kinds import kind_of
from vanban.sources.limits import Unreadable
from vanban.sources.office import require_program

from lienthong.core.refusals import Refused

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
#: What the reader calls a kind, as the type under which a file is stored.
_TYPES = {
    "pdf": PDF,
    "docx": WORD,
    "text": TEXT,
    "doc": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "html": "text/html",
    "mhtml": "multipart/related",
    "edxml": "application/xml",
}
_NAMES = {"text": "txt", "edxml": "xml", "mhtml": "mht"}
#: The name's ending under which each kind is stored and given out.
ENDINGS = {kind: f".{_NAMES.get(name, name)}" for name, kind in _TYPES.items()}
#: Kinds that only another program can open; that happens when the file is read and not while its sender waits.
_LATER = ("pdf", "docx", "doc", "rtf", "odt")


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
    """The type of what can be read; :class:`Refused` with a sentence for everything else, protected files included."""
    try:
        kind = kind_of(data)
        require_program(kind)
    except Unreadable as refusal:
        raise Refused(refusal.message) from None
    if kind not in _LATER:
        for remark in open_source(data).remarks:
            if remark.kind == "unreadable":
                raise Refused(remark.message)
    if kind not in _TYPES:
        raise Refused(_("Tệp nén (ZIP). Hãy giải nén rồi đưa từng tệp văn bản."))
    return _TYPES[kind]
