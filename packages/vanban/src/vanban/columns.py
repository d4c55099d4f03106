"""What the columns of a task table hold, told by their heads."""

from __future__ import annotations

import re

from vanban.folding import spelled
from vanban.source import Cell

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?:stt|tt|số tt|số thứ tự|s\.?t\.?t)\b")),
    ("support", re.compile(r".{0,30}phối hợp(?! chủ)")),
    (
        "lead",
        re.compile(
            r"(?:.{0,40}(?:chủ trì|phụ trách|chịu trách nhiệm|đầu mối|được giao|được phân công)|phân công|trách nhiệm"
            r"|(?:cơ quan|đơn vị|bộ phận|cá nhân|người|tổ chức|lực lượng).{0,30}thực hiện|(?:cơ quan|đơn vị"
            r"|bộ phận) (?:tham mưu|triển khai)|đơn vị$|cơ quan$|người thực hiện|thực hiện$)"
        ),
    ),
    ("frequency", re.compile(r"tần suất|định kỳ")),
    (
        "when",
        re.compile(
            r"(?:dự kiến )?(?:thời (?:gian|hạn|điểm)|tiến độ|(?:hạn|ngày) hoàn thành|hoàn thành|lộ trình|hạn)\b"
        ),
    ),
    ("funding", re.compile(r".{0,20}(?:kinh phí|nguồn vốn|dự toán)")),
    ("product", re.compile(r"(?:dự kiến )?(?:sản phẩm|kết quả|đầu ra)")),
    ("note", re.compile(r"ghi chú|căn cứ|cơ sở|tình trạng|đánh giá")),
    (
        "task",
        re.compile(
            r"(?:tên |các |nhóm )?(?:nội dung|nhiệm vụ|công việc|hoạt động|đầu việc|việc|giải pháp|hạng mục|chuyên đề"
            r"|chỉ tiêu)"
        ),
    ),
)


def columns_of(row: tuple[Cell, ...]) -> dict[int, str] | None:
    """What each column of a head row holds, or None if it is not the head of a task table."""
    columns: dict[int, str] = {}
    for place, cell in enumerate(row):
        plain = spelled(cell.text).strip(" :.*/")
        if len(plain) > 90:
            return None
        for name, pattern in _COLUMNS:
            if plain and pattern.match(plain):
                if name not in columns.values():
                    columns[place] = name
                break
    kinds = set(columns.values())
    return columns if "task" in kinds and kinds & {"lead", "support"} else None
