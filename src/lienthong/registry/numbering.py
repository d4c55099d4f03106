"""Printed numbers: "82/KH-UBND", "16-CT/TU" as they are compared and made (ND30 Phụ lục I, Mục II.3; HD 36-HD/VPTW)."""

import re

from lienthong.core.text import search_fold

#: Abbreviations of Nghị định 30/2020/NĐ-CP, Phụ lục III; a công văn has none.
ABBREVIATIONS = {
    "kế hoạch": "KH",
    "chỉ thị": "CT",
    "quyết định": "QĐ",
    "báo cáo": "BC",
    "thông báo": "TB",
    "nghị quyết": "NQ",
    "tờ trình": "TTr",
    "chương trình": "CTr",
    "hướng dẫn": "HD",
    "công điện": "CĐ",
}

_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_PRINTED = re.compile(r"\s*(?:(\d{1,6})\s*(?:[/-]|$))?\s*(.*?)\s*", re.DOTALL)


def number_key(printed: str) -> str:
    """``printed`` as numbers are compared: folded, "05/KH-UBND" and "5/KH-UBND" alike."""
    return _LEADING_ZEROS.sub("", search_fold(printed))


def printed_number(number: int, symbol: str, *, party: bool = False) -> str:
    """ "05/KH-UBND", of a Party body "05-KH/ĐU": two digits at least; the number alone without a symbol."""
    return f"{number:02d}{'-' if party else '/'}{symbol}" if symbol else f"{number:02d}"


def split_number(printed: str) -> tuple[int | None, str]:
    """(82, "KH-UBND") of "82/KH-UBND"; (None, "KH-UBND") when the number was left blank."""
    match = _PRINTED.fullmatch(printed)
    assert match is not None
    return (int(match[1]) if match[1] else None), match[2].lstrip("/").strip()


def proposed_symbol(type_: str, office_symbol: str, *, party: bool = False) -> str:
    """ "KH-UBND" for a plan of the office UBND, of a Party body "KH/ĐU"; the office's alone for a công văn."""
    return ("/" if party else "-").join(part for part in (ABBREVIATIONS.get(type_, ""), office_symbol) if part)
