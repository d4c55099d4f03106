"""Who signed: authority, title and name under a document.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 (TM., KT., TL., TUQ., Q.) and Hướng dẫn 36-HD/VPTW, 1.7 (T/M, K/T, T/L).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.folding import UPPER, contains, spelled
from vanban.lines import Piece, joined
from vanban.model import Remark, Signatory, Value
from vanban.wording import hangs

_MARK = r"(?:T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|T\s?[./]?\s?U\s?[./]?\s?Q)"
#: Before whom or for whom one signs: "TM. ", "K/T ".
AUTHORITY = re.compile(rf"(?<!\w){_MARK}(?:\s?[./:]\s?(?=[{UPPER}])|\s(?=[{UPPER}]{{2}}))")
_OFFICE = (
    r"(?:(?:tổng |phó tổng )?(?:giám đốc|bí thư|thư ký|biên tập|cục trưởng|kiểm toán)|chủ tịch|thủ tướng|thống đốc|"
    r"(?:bộ|thứ|cục|vụ|viện|chi cục|tổ|đội|trạm|hiệu|hội|chi hội|đoàn|kế toán|thủ|thôn|khoa|xã|chi đội|chỉ huy|"
    r"trung đoàn|nhóm|quân khu|ban) trưởng|trưởng (?:\w+)|tổ phó|xã đội phó|chánh (?:\w+)|chủ nhiệm|chủ trì|chủ tọa|"
    r"tư lệnh|chính ủy|chính trị viên|ủy viên|thư ký|người (?:\w+)|đại diện|kiểm sát viên|thẩm phán|lãnh đạo|"
    r"thường trực ban)"
)
_TITLE = re.compile(rf"(?:q ?[./] ?|quyền )?(?:phó |nguyên )?(?:{_OFFICE})\b")
_NOT_TITLE = re.compile(r"đoàn chủ tịch|trưởng thành|thường trực hội đồng")
_NAME_WORD = (
    rf"(?:[{UPPER}][^\W\d_{UPPER}]*(?:['’.-][{UPPER}]?[^\W\d_{UPPER}]+)*|[{UPPER}]['’][{UPPER}]?[^\W\d_{UPPER}]+)"
)
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,5}}")
_RANK = re.compile(
    r"(?:(?:thiếu|trung|thượng|đại) (?:tá|úy|tướng)|th ?\.? ?s|(?:pgs|gs)?[. ]*ts|pgs|gs|bs(?: ?ck ?[i12]+)?|ds|ths|"
    r"kỹ sư|luật sư|bác sĩ|tiến sĩ|thạc sĩ|ông|bà|đ/c|đồng chí)\s*[.:]?\s+"
)
_BODY_WORDS = re.compile(
    r"\b(?:sở|phòng|ban|đảng|hội đồng|ủy ban|công an|trung tâm|văn phòng|lưu|như|điều|phụ lục|mẫu|biểu|nơi nhận|"
    r"độc lập|việt nam|tự do|tỉnh|huyện|thành phố|trường|các|số|ngày|tháng|quyết định|kế hoạch|kính gửi|đã ký)\b"
)
_SURNAME = [
    "nguyễn",
    "trần",
    "lê",
    "phạm",
    "hoàng",
    "huỳnh",
    "phan",
    "vũ",
    "võ",
    "đặng",
    "bùi",
    "đỗ",
    "hồ",
    "ngô",
    "dương",
    "lý",
    "đinh",
    "trịnh",
    "đoàn",
    "đào",
    "mai",
    "trương",
    "lâm",
    "lương",
    "hà",
    "tạ",
    "cao",
    "thái",
    "châu",
    "tô",
    "la",
    "kiều",
    "quách",
    "lục",
    "vi",
    "nông",
    "hứa",
    "tống",
    "từ",
    "phùng",
    "chu",
    "giang",
    "thân",
    "lưu",
    "đàm",
    "tôn",
    "khổng",
    "nghiêm",
]
_SIGNED = re.compile(r"[\[(]?\s*(?:đã ký(?: và đóng dấu)?|đã ký số|ký tên.*|chữ ký.*|ký,.*|dấu.*)\s*[\])]?")


def is_signed_note(text: str) -> bool:
    """True for "(Đã ký)", "[đã ký]", "(Ký tên, đóng dấu)" in the place of the signature."""
    return _SIGNED.fullmatch(spelled(text)) is not None


def is_authority(text: str) -> bool:
    """True for a line that begins with TM., KT., TL., TUQ., T/M, K/T or T/L."""
    return AUTHORITY.match(text) is not None


def is_title(text: str) -> bool:
    """True for a line that begins with an office: "PHÓ CHỦ TỊCH", "Q. GIÁM ĐỐC", "Trưởng ban"."""
    low = spelled(text)
    return len(text) < 110 and _TITLE.match(low) is not None and not _NOT_TITLE.match(low)


def bare_name(text: str) -> str | None:
    """The person's name in ``text``, without rank or degree; ``None`` if ``text`` is no name."""
    rank = _RANK.match(spelled(text))
    rest = text[rank.end() :] if rank else text
    rest = rest.strip(" .;,/")
    low = spelled(rest)
    if _BODY_WORDS.search(low) and low.split()[0] not in _SURNAME:
        return None
    if is_title(rest) or AUTHORITY.match(rest) or len(rest) > 45:
        return None
    if _NAME.fullmatch(rest):
        return rest
    words = low.split()
    spelled_out = rest.isupper() and 3 <= len(words) <= 5 and words[0] in _SURNAME
    return rest if spelled_out and all(w.isalpha() for w in words) else None


def is_signature_text(text: str) -> bool:
    """True for the capitals of an authority or a title."""
    return is_authority(text) or (is_title(text) and sum(map(str.isupper, text)) > len(text) // 3)


def cut_points(text: str) -> list[int]:
    """Where a line breaks that holds several lines of a signature: before each authority, title and name."""
    points = {found.start() for found in AUTHORITY.finditer(text)}
    capitals = re.match(rf"[{UPPER}\W\d]+(?=\s|$)", text)
    body_end = capitals.end() if capitals else 0
    note = re.search(r"[\[(]\s*(?:đã ký|ký tên|chữ ký)[^\])]*[\])]", spelled(text))
    if note:
        points.update((note.start(), note.end()))
    if (body_end and AUTHORITY.search(text, 0, body_end)) or is_title(text):
        points |= _titles_in(text[:body_end], sorted(points | {0}))
        rest = text[body_end:] if not note else text[note.end() :]
        if rest.strip() and bare_name(rest.strip()):
            points.add(len(text) - len(rest.lstrip()))
    return sorted(p for p in points if 0 < p < len(text))


def _titles_in(text: str, starts: list[int]) -> set[int]:
    """Starts of titles after the first office of each stretch; the first office after KT. or TL. belongs to it."""
    points = set()
    low = spelled(text)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        mark = AUTHORITY.match(text, start, end)
        at = mark.end() if mark else start
        own_office = mark is None or not re.match(r"T\W?\s?M", mark[0])
        offices = list(re.finditer(rf"\b(?:q ?[./] ?|quyền )?(?:phó )?{_OFFICE}\b", low[at:end]))
        offices = [
            f for f in offices if not re.search(r"đoàn $|^đoàn chủ", low[max(0, at + f.start() - 5) : at + f.start()])
        ]
        if own_office and offices and offices[0].start() == 0:
            offices = offices[1:]
        points |= {at + f.start() for f in offices if not hangs(low[at : at + f.start()].rstrip())}
    return points


def read_signatory(pieces: Sequence[Piece], text: str) -> tuple[Signatory, list[Remark]]:
    """The signatory in the signature pieces of an ending (see :class:`~vanban.ending.Ending`), and remarks."""
    block, others = _main_block(pieces)
    remarks = []
    if others:
        remarks.append(Remark("several-signers", "Văn bản có nhiều người ký; chỉ ghi người ký chính.", others[0].span))
    name_at = next((i for i, p in enumerate(block) if p.kind == "name"), len(block))
    authorities, titles = _entries(block[:name_at])
    name = None
    if name_at < len(block):
        piece = block[name_at]
        bare = bare_name(piece.text) or piece.text
        name = Value(bare, piece.span, 0.95 if titles or authorities else 0.6, "signature.name")
    authority = None
    if authorities:
        whole = joined(authorities)
        authority = _value("; ".join(p.text for p in authorities), whole, text, "signature.authority")
    title = _value(titles[-1].text, titles[-1], text, "signature.title") if titles else None
    return Signatory(name, title, authority), remarks


def _value(value: str, piece: Piece, text: str, rule: str) -> Value[str]:
    inside = contains(text[piece.start : piece.end], value)
    return Value(value, piece.span, 0.95 if inside else 0.85, rule if inside else f"derived.{rule}")


def _main_block(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the main signer, and those of others."""
    by_line: dict[int, list[Piece]] = {}
    for piece in pieces:
        by_line.setdefault(piece.line, []).append(piece)
    pairs = [row for row in by_line.values() if len(row) > 1 and row[0].column + 8 < row[-1].column]
    if pairs and sum(p.kind == "name" for p in pieces) > 1:
        # Side by side the main signer stands on the right (HD36, 1.7.2; minutes: the chair).
        edge = (pairs[0][0].column + pairs[0][-1].column) // 2
        right = [
            p for row in by_line.values() for p in (row[1:] if len(row) > 1 else row) if row[1:] or p.column > edge
        ]
        left = [p for p in pieces if p not in right]
        if any(p.kind == "name" for p in right):
            return right, left
    first_name = next((i for i, p in enumerate(pieces) if p.kind == "name"), len(pieces) - 1)
    name = pieces[first_name].text if pieces else ""
    rest = [p for p in pieces[first_name + 1 :] if p.kind == "name" and not contains(p.text, name)]
    return list(pieces[: first_name + 1]), rest


def _entries(block: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Authority lines and title lines of a block, wrapped lines joined."""
    entries: list[list[Piece]] = []
    kinds: list[str] = []
    for piece in block:
        low = piece.low
        if low in ("kiêm", "kiêm:"):
            continue
        authority = is_authority(piece.text)
        opens = authority or (is_title(piece.text) and not (entries and _unfinished(entries[-1][-1].low)))
        if opens:
            entries.append([piece])
            kinds.append("authority" if authority else "title")
        elif entries:
            entries[-1].append(piece)
    whole = [joined(parts) for parts in entries]
    return (
        [p for p, kind in zip(whole, kinds, strict=True) if kind == "authority"],
        [p for p, kind in zip(whole, kinds, strict=True) if kind == "title"],
    )


def _unfinished(low: str) -> bool:
    return low.endswith((" phó", " và", ",", "-", " kiêm")) or low in ("phó", "quyền", "q.", "kt.", "tm.")
