"""Marks of urgency and secrecy in a head.

Urgency: Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1; secrecy: Luật Bảo vệ bí mật nhà nước 2018, Điều 8; both: Hướng dẫn
36-HD/VPTW, 2.1. A mark stands alone in its line or column, in capitals; the same word in a sentence is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.lines import Piece
from vanban.model import Value

_URGENCY = re.compile(
    r"[\[(]?\s*(?P<mark>hỏa tốc(?: hẹn giờ)?|thượng khẩn|khẩn)(?:\s*[:,]?\s*\d{1,2}\s*(?:giờ|h).*)?\s*[\])]?"
)
_SECRECY = re.compile(
    r"(?:(?:dấu chỉ )?(?:độ|mức độ) mật\s*:\s*)?"
    r"[\[(]?\s*(?:tài liệu )?(?P<mark>tuyệt mật|tối mật|mật)\s*[\])]?"
)
_LABELLED = re.compile(r"(?:độ|mức độ) (?P<kind>mật|khẩn)\s*:\s*(?P<mark>\S.*)")
#: Other notes of a head that are no part of the issuer's name: drafts, circulation, stamps of receipt.
_NOTE = re.compile(
    r"[\[(]?\s*(?:(?:bản )?dự thảo(?:\s*(?:lần|số)?\s*(?:thứ\s*)?\d*)?|đến|công văn đến|sao y(?: bản chính)?|sao lục|"
    r"trích sao|bản sao|lưu hành nội bộ|tài liệu (?:hội nghị|thu hồi|mật|họp)|xem xong trả lại|"
    r"xong hội nghị trả lại|không phổ biến.*|bản chính|mẫu(?: số)? \d.*|đã ký|văn bản điện tử)\s*[\])]?"
)


def urgency(pieces: Iterable[Piece]) -> Value[str] | None:
    """The mark of urgency: HỎA TỐC, THƯỢNG KHẨN or KHẨN, as printed."""
    return _mark(pieces, _URGENCY, "marks.urgency")


def secrecy(pieces: Iterable[Piece]) -> Value[str] | None:
    """The mark of secrecy: TUYỆT MẬT, TỐI MẬT or MẬT, as printed."""
    return _mark(pieces, _SECRECY, "marks.secrecy")


def is_mark(piece: Piece) -> bool:
    """True for a piece that is a mark of urgency or secrecy, or another note that names no body."""
    return any(pattern.fullmatch(piece.low.strip(" .*")) for pattern in (_URGENCY, _SECRECY, _LABELLED, _NOTE))


def _mark(pieces: Iterable[Piece], pattern: re.Pattern[str], rule: str) -> Value[str] | None:
    for piece in pieces:
        low = piece.low.strip(" .*")
        labelled = _LABELLED.fullmatch(low)
        found = pattern.fullmatch(labelled["mark"] if labelled else low)
        if found and (labelled or piece.text.isupper() or piece.text.strip("[]() ").istitle()):
            at = piece.low.index(found["mark"])
            printed = piece.text[at : at + len(found["mark"])]
            return Value(printed, piece.span, 0.95 if piece.text.isupper() else 0.8, rule)
    return None
