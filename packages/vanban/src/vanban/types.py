"""Kinds of documents: their names as printed and their codes in a symbol.

State kinds: Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III. Party kinds and codes: Hướng dẫn 36-HD/VPTW, 1.3.
"""

from __future__ import annotations

import re

from vanban.folding import fold, spelled

OTHER = "khác"

#: Name as printed → type. A name not in :data:`vanban.model.TYPES` is "khác".
NAMES: dict[str, str] = {
    **{
        name: name
        for name in (
            "công văn", "kế hoạch", "chỉ thị", "quyết định", "báo cáo", "thông báo", "nghị quyết", "tờ trình",
            "chương trình", "hướng dẫn", "công điện",
        )
    },
    **dict.fromkeys(
        (
            "quy chế", "quy định", "thông cáo", "phương án", "đề án", "dự án", "biên bản", "hợp đồng", "bản ghi nhớ",
            "bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi",
            "phiếu chuyển", "phiếu báo", "phiếu trình", "thư công", "thư mời", "thư kêu gọi", "luật", "bộ luật",
            "pháp lệnh", "lệnh", "nghị định", "thông tư", "kết luận", "thông tri", "tuyên bố", "lời kêu gọi",
            "cương lĩnh", "điều lệ", "chiến lược", "quy hoạch", "quy trình", "nội quy", "đề cương", "danh sách",
            "thể lệ", "bản cam kết", "giấy chứng nhận", "giấy xác nhận", "giấy đi đường", "thỏa thuận", "thư ngỏ",
            "lịch công tác", "đáp án", "tài liệu", "bài tuyên truyền", "phiếu lấy ý kiến", "giấy triệu tập",
            "quy ước", "hương ước", "dự toán", "kịch bản",
        ),
        OTHER,
    ),
}  # fmt: skip

#: Words that belong to the name of a kind and not to what the document is about.
QUALIFIERS = (
    "hành động", "công tác", "phối hợp", "kết luận", "liên tịch", "liên ngành", "tóm tắt", "nhanh", "khẩn", "hỏa tốc",
    "giao ban", "bổ sung", "chuyên đề", "chung",
)  # fmt: skip

#: First part of a symbol → type.
CODES: dict[str, str] = {
    "CV": "công văn", "KH": "kế hoạch", "KHHĐ": "kế hoạch", "KHPH": "kế hoạch", "KHLT": "kế hoạch", "CT": "chỉ thị",
    "QĐ": "quyết định", "BC": "báo cáo", "TB": "thông báo", "TBKL": "thông báo", "NQ": "nghị quyết",
    "NQLT": "nghị quyết", "TTR": "tờ trình", "CTR": "chương trình", "CTRHĐ": "chương trình", "CTHĐ": "chương trình",
    "CTPH": "chương trình", "CTRPH": "chương trình", "HD": "hướng dẫn", "HDLT": "hướng dẫn", "CĐ": "công điện",
    **dict.fromkeys(
        ("QC", "QYĐ", "QĐI", "TC", "PA", "ĐA", "DA", "BB", "HĐ", "BGN", "GUQ", "GM", "GGT", "GNP", "PG", "PC",
         "PB", "NĐ", "TT", "TTLT", "KL", "TGT", "L", "PL", "QH", "CL", "TM", "PT", "GXN"),
        OTHER,
    ),
}  # fmt: skip

_LONGEST_FIRST = sorted(NAMES, key=len, reverse=True)
_TYPE_LINE = re.compile(
    rf"(?:dự thảo(?: lần \d+| \d+)?:? )?(?P<name>{'|'.join(_LONGEST_FIRST)})(?: (?P<more>{'|'.join(QUALIFIERS)}))?"
    r"(?P<rest>(?: .*)?)[:.*]*"
)
_FOLDED = {fold(name): name for name in NAMES if " " in name}
_LETTERSPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]")


def close_up(text: str) -> str:
    """Letterspaced words closed up ("K Ế H O Ạ C H"); other text unchanged."""
    return text.replace(" ", "") if _LETTERSPACED.fullmatch(text) else text


def type_line(text: str) -> tuple[str, str, str] | None:
    """A line that names the kind: (type, the name with its qualifier, the rest of the line), lower case; else None."""
    low = spelled(text)
    if _LETTERSPACED.fullmatch(text):
        squeezed = low.replace(" ", "")
        name = next((n for n in NAMES if n.replace(" ", "") == squeezed), None)
        return (NAMES[name], name, "") if name else None
    found = _TYPE_LINE.fullmatch(low)
    if not found:
        # Scanning loses the marks of capitals: "KÉ HOẠCH", "CHÍ THỊ".
        name = _FOLDED.get(fold(text)) if text.isupper() and len(text) < 24 else None
        return (NAMES[name], name, "") if name else None
    name = found["name"] + (f" {found['more']}" if found["more"] else "")
    return NAMES[found["name"]], name, found["rest"].strip(" :.*")


def type_of_symbol(symbol: str) -> str | None:
    """The type that a symbol tells ("KH-UBND", "CT/TU"); ``None`` for that of a công văn of the State ("UBND-KT")."""
    first = re.split(r"[-–/.]", symbol.strip(), maxsplit=1)[0].upper()
    if re.fullmatch(r"QH\d+|UBTVQH\d+", first):
        return OTHER
    return CODES.get(first)
