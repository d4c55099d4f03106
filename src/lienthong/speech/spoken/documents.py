"""Numbers and symbols of documents ("82/KH-UBND", Nghị định 30/2020/NĐ-CP, Phụ lục III) as a listener follows them.

"Kế hoạch số 82/KH-UBND" says twice that it is a plan; read aloud it becomes "Kế hoạch số tám mươi hai của Ủy ban
nhân dân". The year of "30/2020/NĐ-CP" stands behind a comma, because "ba mươi năm" is another number.
"""

import re
from collections.abc import Callable

from lienthong.speech.spoken.dictionary import Dictionary
from lienthong.speech.spoken.letters import spelled
from lienthong.speech.spoken.numbers import cardinal, digits

#: Abbreviations of document types (Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I; HD 36-HD/VPTW for the Party's).
TYPES = {
    "NĐ": "nghị định", "NQ": "nghị quyết", "QĐ": "quyết định", "CT": "chỉ thị", "QC": "quy chế", "QyĐ": "quy định",
    "QĐi": "quy định", "TC": "thông cáo", "TB": "thông báo", "HD": "hướng dẫn", "CTr": "chương trình",
    "KH": "kế hoạch", "PA": "phương án", "ĐA": "đề án", "DA": "dự án", "BC": "báo cáo", "BB": "biên bản",
    "TTr": "tờ trình", "HĐ": "hợp đồng", "CĐ": "công điện", "BGN": "bản ghi nhớ", "BTT": "bản thỏa thuận",
    "GUQ": "giấy ủy quyền", "GM": "giấy mời", "GGT": "giấy giới thiệu", "GNP": "giấy nghỉ phép", "PG": "phiếu gửi",
    "PC": "phiếu chuyển", "PB": "phiếu báo", "TT": "thông tư", "TTLT": "thông tư liên tịch", "PL": "pháp lệnh",
    "KL": "kết luận", "VBHN": "văn bản hợp nhất", "CV": "công văn", "L": "luật",
}  # fmt: skip

_PART = r"[A-ZĐƯ][A-Za-zĐƯđ]*\d*"
_SYMBOL = re.compile(
    rf"(?:\b(?P<so>[Ss]ố|SỐ)\s*:?\s*)?(?<![\w/.,-])(?P<number>\d{{1,6}})(?:/(?P<year>(?:19|20)\d\d))?"
    rf"[/-](?P<symbol>{_PART}(?:\s?[-/.–]\s?{_PART})*)(?![\w])"
)
_ISSUER_FOLLOWS = re.compile(r"^,?\s*(?:(?:ký\s+)?ngày[^.;\n]{0,45}?)?\s*của\s", re.IGNORECASE)
_ASSEMBLY = re.compile(r"^(UBTV)?QH(\d+)$")


def read_symbols(text: str, dictionary: Dictionary) -> str:
    return _SYMBOL.sub(lambda found: _symbol(found, dictionary.say), text)


def _symbol(found: re.Match[str], say: Callable[[str], str | None]) -> str:
    parts = re.split(r"\s?[-/.–]\s?", found["symbol"])
    known = parts[0] in TYPES and len(parts) > 1
    if not (known or len(parts) > 1 or _ASSEMBLY.match(parts[0]) or len(parts[0]) > 3):
        return found.group()
    kind = TYPES[parts[0]] if known else ""
    issuers = parts[1:] if known else parts
    before = found.string[: found.start()].rstrip().lower()
    words = [] if not kind or before.endswith(kind) else [kind]
    words += ["số", _number(found["number"])]
    said = " ".join(words)
    said = said[0].upper() + said[1:] if found["so"] and found["so"][0] == "S" and words[0] == "số" else said
    if found["year"]:
        said += f", năm {cardinal(int(found['year']))}"
    if _ISSUER_FOLLOWS.match(found.string[found.end() :]):
        return f"{said}," if found["year"] else said
    return f"{said} của {', '.join(_issuer(part, say) for part in issuers)}"


def _number(text: str) -> str:
    return cardinal(int(text)) if int(text) else digits(text)


def _issuer(part: str, say: Callable[[str], str | None]) -> str:
    assembly = _ASSEMBLY.match(part)
    if assembly:
        committee = "Ủy ban Thường vụ " if assembly[1] else ""
        return f"{committee}Quốc hội khóa {cardinal(int(assembly[2]))}"
    return say(part) or spelled(part)
