"""The body that issued a document, and the body above it, from the lines of the letterhead.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2; Hướng dẫn 36-HD/VPTW, 1.2. A name may take several lines ("ỦY BAN NHÂN DÂN"
over "XÃ X" is one body), and one body stands over another ("UBND TỈNH X" over "SỞ Y").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.folding import contains, fold, one_of, spelled
from vanban.lines import Piece, joined
from vanban.marks import is_mark
from vanban.model import System, Value
from vanban.recipients import narrowed
from vanban.types import type_line
from vanban.wording import hangs

#: How the name of a body begins.
_BODY = re.compile(
    one_of(r"""
        ủy ban, ubnd, ubmttq\w*, hội đồng, hđnd, sở(?! hữu), ban(?! hành), bộ(?! phận| đội),
        phòng(?! cháy| chống| thủ| không| ngừa), trung tâm, trường(?! học), đảng ủy, đảng bộ, tỉnh ủy, thành ủy,
        huyện ủy, quận ủy, thị ủy, quân ủy, chi bộ, chi ủy, đảng đoàn, văn phòng, công an, cảnh sát, chi cục, cục,
        tổng cục, vụ(?! việc), viện(?! trợ), thanh tra, kho bạc, bảo hiểm, thuế, hải quan, tòa án, kiểm toán,
        đoàn(?! kết), tỉnh đoàn, thành đoàn, huyện đoàn, quận đoàn, thị đoàn, xã đoàn, bch, hội(?! nhập), liên đoàn,
        liên hiệp, liên minh, lđlđ, công đoàn, mặt trận, mttq\w*, chính phủ, quốc hội, thủ tướng, chủ tịch,
        tổ(?! chức| quốc), trạm, bệnh viện, công ty, tổng công ty, tập đoàn, ngân hàng, đài, báo(?! chí| cáo), tạp chí,
        quỹ, học viện, đại học, tiểu ban, đại hội, quân khu, quân đoàn, đội, hợp tác xã, thư viện, bảo tàng,
        nhà (?:văn hóa|thiếu nhi|xuất bản|hát), hạt, kiểm lâm, đồn, lữ đoàn, sư đoàn, trung đoàn, bqlda, bql, cơ quan,
        thường trực, khoa, ttdvtl, mầm non, tiểu học, thông tấn xã
    """)
    + r"\b"
)
#: A line that is only the beginning of a name; the next line goes on with it whatever its first word.
_BEGINNING = re.compile(
    one_of(r"""
        văn phòng, ban quản lý(?: dự án)?, trung tâm, trường, phòng, đảng ủy, đảng bộ, chi bộ, ban chấp hành, bch,
        công đoàn, công đoàn cơ sở, ban chỉ đạo, ban chỉ huy, bộ chỉ huy, bộ tư lệnh, hội đồng, sở, bộ, tổ,
        tổ công tác, đoàn, ủy ban, ủy ban trung ương, ban cán sự, ban cán sự đảng, đảng đoàn, thường trực, chủ tịch,
        thủ tướng, cơ quan, cơ quan thường trực, công ty, ban, đại hội, đại hội đại biểu, tiểu ban, tổ chức, hội,
        chi cục, cục, viện, văn phòng đăng ký, công ty tnhh, ban liên lạc, đoàn thanh niên, ban thường trực,
        ban thường vụ, thường trực hội đồng nhân dân các, liên minh
    """)
)
#: Organs in whose name a body speaks; they belong to its name.
_ORGAN = re.compile(r"(?:ban thường trực|ban thường vụ|ban chấp hành|đoàn chủ tịch|thường trực|btt|btv|bch)")
_YOUTH_TITLE = re.compile(r"đoàn (?:tncs|thanh niên cộng sản|tn cộng sản) hồ chí minh")
_YOUTH_BODY = re.compile(
    r"(?:bch|ban chấp hành|(?:tỉnh|thành|huyện|quận|thị|xã|phường) ?đoàn|đoàn (?!tncs|thanh niên))"
)
_PARTY = re.compile(
    r"(?:đảng|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|quân ủy|chi bộ|chi ủy|ban chấp hành (?:trung ương|đảng)|"
    r"bộ chính trị|ban bí thư|.*\b(?:tỉnh|thành|huyện|quận|đảng|thị) ủy\b|đại hội .*đảng bộ)"
)
_FRONT = re.compile(
    r".*(?:\bmttq|mặt trận (?:tổ quốc|thôn|khu|ấp|tổ)|ubmttq|hội đồng đội|"
    r"đoàn tncs|đoàn thanh niên|\b(?:tỉnh|thành|huyện|quận|thị|xã|phường) ?đoàn\b|"
    r"\bbch đoàn|ban chấp hành đoàn|liên đoàn lao động|lđlđ|công đoàn|hội liên hiệp|hội lhpn|hội phụ nữ|hội nông dân|"
    r"hội cựu chiến binh|hội ccb|hội sinh viên|hội chữ thập đỏ|hội người cao tuổi|^đoàn (?:xã|phường|trường|khối))"
)
_AUTHORITY = re.compile(r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|sở|công an)\b")
#: The national or Party title with a fault of scanning in it.
_SPOILT_TITLE = re.compile(r"cong h\w+ x\w+ h|chu ngh\w+ viet|dang cong san|viet nam$|doc lap")
_PARTY_SYMBOL = re.compile(r"[^/-]+/(?:ĐU|TU|HU|QU|CB|ĐUK|BTGDVTU|BTCTU|VPTW|TW|BTCTW|ĐUQS|ĐUCA)\b.*")
_INSIDE = re.compile(
    r"(?<=\S) (?=(?:SỞ|TRUNG TÂM|TRƯỜNG|CHI CỤC|BAN (?:QUẢN LÝ|CHỈ ĐẠO|TỔ CHỨC|TUYÊN|DÂN VẬN|NỘI CHÍNH|XÂY DỰNG)|"
    r"ĐẢNG [UỦ][YỶ]|CHI BỘ|THANH TRA|VĂN PHÒNG|PHÒNG (?:VĂN|KINH|NỘI|TÀI|GIÁO|TƯ|HẠ|NÔNG|LAO|Y))\b)"
)


def issuer_lines(letterhead: Sequence[Piece]) -> list[Piece]:
    """The lines of a letterhead that name bodies: in capitals, above the number, no marks and no titles."""
    texts = [p for p in letterhead if p.kind == "text" and not is_mark(p) and not type_line(p.text)]
    number = next((p for p in letterhead if p.kind == "number"), None)
    lines = [p for p in texts if p.upper and len(p.text) < 140 and not _SPOILT_TITLE.match(fold(p.text))]
    if not lines and any(p.kind != "text" for p in letterhead):
        lines = [p for p in texts if _BODY.match(p.low) and len(p.text) < 70 and not p.text.endswith((".", ";", ":"))]
    if number is not None:
        above = [p for p in lines if p.start < number.start]
        lines = above or lines
    bodies = [p for p in lines if _YOUTH_BODY.match(p.low)]
    if bodies:  # on the right, where other documents have the national title
        lines = [p for p in lines if not _YOUTH_TITLE.fullmatch(p.low)]
    first = next((i for i, p in enumerate(lines) if _BODY.match(p.low)), None)
    if first is None:  # capitals that name no known kind of body are one only beside a number, date or title
        return lines if any(p.kind != "text" for p in letterhead) else []
    return lines[first:]


def read_issuer(letterhead: Sequence[Piece], text: str) -> tuple[Value[str] | None, Value[str] | None]:
    """The issuer and the body directly above it; each ``None`` if the letterhead does not name it."""
    lines = issuer_lines(letterhead)
    if not lines:
        return None, None
    if len(lines) == 1:
        lines = _parted(lines[0], text)
    names: list[list[Piece]] = []
    for line in lines:
        if names and _goes_on(names[-1], line):
            names[-1].append(line)
        else:
            names.append([line])
    if len(names) > 1 and _AUTHORITY.match(names[-2][0].low) and _FRONT.match(joined(names[-1]).low):
        return _jointly(names[-2], names[-1]), None  # neither stands over the other
    known = _BODY.match(names[-1][0].low) is not None
    issuer = _value(names[-1], text, "issuer", 0.97 if known else 0.7)
    parent = _value(names[-2], text, "issuer_parent", 0.95) if len(names) > 1 else None
    return issuer, parent


def _jointly(first: list[Piece], second: list[Piece]) -> Value[str]:
    """Two bodies that issue a document together, the first in charge."""
    whole = joined([*first, *second])
    names = (joined(name).text.strip(" .*-–:") for name in (first, second))
    return Value(" - ".join(names), whole.span, 0.9, "derived.issuer")


def _goes_on(name: list[Piece], line: Piece) -> bool:
    """True when ``line`` belongs to the same name as the lines before it."""
    previous = name[-1].low
    whole = " ".join(p.low for p in name)
    if not _BODY.match(line.low) or hangs(previous) or previous.endswith((" và", ",", "-")):
        return True
    if _ORGAN.fullmatch(line.low):
        return not re.search(r"đảng|tỉnh ủy|thành ủy", whole)
    return _BEGINNING.fullmatch(previous) is not None and len(name) == 1


def _parted(line: Piece, text: str) -> list[Piece]:
    """Two bodies that an extractor put on one line, one after the other."""
    if not re.match(r"(?:ubnd|ủy ban nhân dân|đảng bộ|tỉnh ủy|sở|bộ)\b", line.low):
        return [line]
    cut = _INSIDE.search(line.text)
    if not cut or hangs(line.low[: cut.start()]) or line.low[: cut.start()] in ("ủy ban nhân dân", "ubnd"):
        return [line]
    upper = narrowed(line, line.text[: cut.start()], text)
    return [upper, narrowed(line, line.text[cut.end() :], text, upper.end)]


def _value(name: list[Piece], text: str, rule: str, confidence: float) -> Value[str]:
    whole = joined(name)
    value = whole.text.strip(" .*-–:")
    inside = contains(text[whole.start : whole.end], value)
    return Value(value, whole.span, confidence, rule if inside else f"derived.{rule}")


def read_system(
    letterhead: Sequence[Piece], issuer: Value[str] | None, parent: Value[str] | None, symbol: Value[str] | None
) -> Value[System] | None:
    """Whether the Party, the State or the Front (with the mass organisations) issued a document with this head."""
    titles = {p.low[:4]: p for p in letterhead if p.kind == "title"}
    name = issuer.value.casefold().split(" - ")[0] if issuer else ""  # of several, the first is in charge
    low = joined([Piece(name, 0, 0, 0, 0)]).low
    if "đảng" in titles:
        return Value("party", titles["đảng"].span, 0.99, "derived.system.title")
    if issuer and _PARTY.match(low):
        return Value("party", issuer.span, 0.9, "derived.system.issuer")
    if issuer and _FRONT.match(low):
        return Value("front", issuer.span, 0.95, "derived.system.issuer")
    if parent and _FRONT.match(spelled(parent.value)):
        return Value("front", parent.span, 0.9, "derived.system.issuer")
    if symbol and not issuer and "MTTQ" in symbol.value:
        return Value("front", symbol.span, 0.9, "derived.system.symbol")
    if "đoàn" in titles:
        return Value("front", titles["đoàn"].span, 0.95, "derived.system.title")
    if titles:
        return Value("state", next(iter(titles.values())).span, 0.97, "derived.system.title")
    if symbol and re.fullmatch(
        r"[^/-]+/(?:ĐU|TU|HU|QU|CB|ĐUK|BTGDVTU|BTCTU|VPTW|TW|BTCTW|ĐUQS|ĐUCA)\b.*", symbol.value
    ):
        return Value("party", symbol.span, 0.8, "derived.system.symbol")
    if issuer:
        return Value("state", issuer.span, 0.8, "derived.system.issuer")
    return None
