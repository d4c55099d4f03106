"""Plain text: code pages, line ends, look-alike letters.

Everything that becomes the text of a document passes through :func:`tidy`; offsets count what it returns.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from vanban.model import Remark
from vanban.source import Source
from vanban.sources.damage import binary, damaged, misread, vietnamese
from vanban.sources.legacy import recover
from vanban.sources.limits import Unreadable, require_text_length
from vanban.sources.lookalikes import NEEDS_REPAIR, repair

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Code pages that a file may declare; Python knows others that are no code pages of text, and slow.
_PLAIN_PAGES = re.compile(r"(?:windows-|cp)\d{3,5}|iso-8859-\d{1,2}|utf-?(?:8|16|32)|us-ascii|latin-?1", re.IGNORECASE)
_LINE_ENDS = re.compile(r"\r\n?|[\f\v\x85\u2028\u2029]")
_REMOVED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# What any of the steps of ``tidy`` would change besides its normal form: nearly every line has none of it.
_UNTIDY = re.compile(rf"[\r\f\v\x85\u2028\u2029Õ{_REMOVED.pattern[1:-1]}{NEEDS_REPAIR.pattern[1:-1]}]")
# Some fonts map the Ò of CỘNG HÒA and PHÒNG to Õ, which makes no syllable there.
_MOTTO = re.compile("(CỘNG H|PH)Õ(A|NG)\\b")

DAMAGED = (
    "Chữ trong tệp bị hỏng mã (phông chữ hoặc bảng mã sai, ví dụ TCVN3, VNI), không đọc được tiếng Việt. "
    "Hãy dùng tệp gốc .docx hoặc bản quét để nhận dạng chữ."
)

MISREAD = (
    "Chữ trong tệp do máy nhận dạng sai (OCR không biết tiếng Việt), không đọc được. "
    "Hãy dùng tệp gốc .docx hoặc nhận dạng lại từ bản quét."
)


def tidy(text: str) -> str:
    """NFC, ``\\n`` line ends, no invisible characters, look-alikes of Vietnamese letters put right."""
    if not _UNTIDY.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    if _LINE_ENDS.search(text):
        text = _LINE_ENDS.sub("\n", text)
    text = _REMOVED.sub("", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = repair(text)
    if "Õ" in text:
        text = _MOTTO.sub(r"\1Ò\2", text)
    return text


def require_sound(text: str, kind: str) -> None:
    """Refuse text that a wrong font map, a wrong code page or a machine that reads another language made."""
    if damaged(text):
        raise Unreadable(DAMAGED, kind)
    if misread(text):
        raise Unreadable(MISREAD, kind)


def read_text(data: bytes) -> Source:
    """Read UTF-8, UTF-16 or UTF-32 with or without a byte order mark, Windows-1258, TCVN3 or VNI."""
    raw, remarks = decode(data)
    require_text_length(len(raw), "text")
    if damaged(raw) and (recovered := recover(raw)):
        raw = recovered[0]
        remarks = (*remarks, Remark("encoding", f"Tệp dùng bảng mã cũ {recovered[1]}; đã đổi sang Unicode."))
    if binary(raw) and not damaged(raw):
        raise Unreadable("Tệp không phải văn bản (dữ liệu nhị phân).")
    require_sound(raw, "text")
    text = tidy(raw)
    if not text.strip():
        raise Unreadable("Tệp không có chữ nào.")
    return Source(text, "text", remarks=remarks)


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Remark, ...]]:
    """The text of bytes in the code page that they declare, where they fit it, or in the one that they show."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return text, _lost(text)
    if b"\0" in data[:4096]:
        return _wide(data)
    for encoding in ("utf-8", declared if declared and _PLAIN_PAGES.fullmatch(declared) else "utf-8"):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return text, ()
    text = data.decode("utf-8", errors="replace")
    # A file cut in the middle of a letter, or with a few spoilt bytes, is still UTF-8.
    if text.count("\ufffd") * 500 < len(text) or (len(text) > 1 and text.find("\ufffd") == len(text) - 1):
        return text, _lost(text)
    if old := _decode_old(data):
        return old
    if binary(text):
        raise Unreadable("Tệp không phải văn bản (dữ liệu nhị phân).")
    raise Unreadable("Không nhận ra bảng mã của tệp. Hãy lưu lại dạng UTF-8 hoặc .docx.")


def _decode_old(data: bytes) -> tuple[str, tuple[Remark, ...]] | None:
    """Text of a code page with one byte a sign; None where it makes no Vietnamese."""
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    if vietnamese(text):
        return text, (Remark("encoding", "Tệp dùng bảng mã Windows-1258; đã đổi sang Unicode."),)
    text = data.decode("latin-1")
    return (text, ()) if recover(text) else None


def _wide(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """UTF-16 without a byte order mark: every other byte of Vietnamese text is zero."""
    head = data[:4096]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) * 3 > len(zeros):
            text = data.decode(encoding, errors="replace")
            if not binary(text):
                return text, _lost(text)
    raise Unreadable("Tệp không phải văn bản (dữ liệu nhị phân).")


def _lost(text: str) -> tuple[Remark, ...]:
    count = text.count("\ufffd")
    return (Remark("encoding", f"Có {count} ký tự hỏng trong tệp, không đọc được."),) if count else ()
