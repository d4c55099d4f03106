"""Figures that a task is to reach: "đạt trên 80% hộ dân", "ít nhất 02 tin, bài/tháng"; what was reached is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.assignments.deadlines import Make
from vanban.folding import one_of, spelled
from vanban.model import Target

_MARK = r"(?:phấn đấu|đạt|tối thiểu|ít nhất|không dưới|không quá|tối đa|trên|từ|bảo đảm|đảm bảo|tăng|giảm|khoảng|còn)"
_COUNTED = one_of("""
    tin bài, tin/bài, tin, bài viết, bài giảng, bài, số, kỳ, chuyên mục, chuyên đề, chuyên trang, phóng sự, video, clip,
    buổi, lớp, cuộc, hội nghị, hội thi, mô hình, sản phẩm, hộ dân, hộ gia đình, hộ nghèo, hộ, người dân, người,
    lượt người, lượt, xã, phường, thôn, km, ha, m2, tấn, suất, căn nhà, căn, công trình, dự án, doanh nghiệp,
    hợp tác xã, học sinh, đoàn viên, hội viên, đảng viên, trường, cơ sở, đơn vị, văn bản, hồ sơ, thủ tục, cụm loa, cụm,
    tài khoản, chi bộ, đợt, lần, điểm, sáng kiến, tỷ đồng, triệu đồng, nghìn đồng, đồng, tờ rơi, tờ gấp, pa nô
""")
_PER = r"(?:\s?/\s?(?:\d{1,2}\s)?(?:ngày|tuần|tháng|quý|năm|người|xã|phường|thôn|đơn vị|lớp|buổi|kỳ|lần))?"
_TARGET = re.compile(
    rf"(?<!\w)(?:(?P<mark>{_MARK}(?:\s+(?:tỷ lệ|mức|{_MARK}))*)\s+)?"
    r"(?<![\d/.,])(?P<n>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s?"
    rf"(?P<unit>%|(?:tin, bài|{_COUNTED}){_PER})(?!\w)"
)
_DIGIT = re.compile(r"\d")
_REACHED = re.compile(r"(?:đã|hiện|mới|đang|chỉ|năm trước|cùng kỳ)\s+(?:\w+\s+)?$")
_OF_WHAT = re.compile(r"(?:\s+(?!và\b|trong\b|để\b|theo\b|vào\b|trước\b|đến\b|từ\b|trên\b|tại\b)[^\W\d_]+){1,8}")


def targets_of(text: str, make: Make) -> tuple[Target, ...]:
    """The targets that ``text``, a task, prints; a bare number ("02 lớp") is none, unless it is of hundred."""
    if not _DIGIT.search(text):
        return ()
    return tuple(_targets(text, spelled(text), make))


def _targets(text: str, plain: str, make: Make) -> Iterator[Target]:
    for found in _TARGET.finditer(plain):
        if not (found["mark"] or found["unit"] == "%") or _REACHED.search(plain, 0, found.start()):
            continue
        what = _OF_WHAT.match(plain, found.end()) if found["unit"] == "%" else None
        end = what.end() if what else found.end()
        yield Target(make(found.start(), end), _decimal(found["n"]), text[found.start("unit") : found.end("unit")])


def _decimal(printed: str) -> str:
    """A printed number as a decimal: "1.200,5" gives "1200.5", "02" gives "2"."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "")
    whole, _, part = printed.replace(",", ".").partition(".")
    return f"{int(whole)}.{part}" if part else str(int(whole))
