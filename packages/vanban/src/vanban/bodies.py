"""Names of bodies: where one begins and ends in a heading or sentence, and how a list of them is split.

No list of bodies is kept: a body is a head noun of office language ("Sở", "Phòng", "Ủy ban", "các cơ quan") with what
follows it up to the first verb of duty. Patterns are written for text as :func:`vanban.folding.spelled` gives it; case
is looked up in the text itself, because "Ban Tổ chức" is a body and "tổ chức" after it a verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vanban.folding import spelled
from vanban.nameend import certain_end
from vanban.officewords import (
    BY_OTHERS,
    DETERMINER,
    DUTY,
    GENERAL,
    HEAD,
    NAMING_VERBS,
    NOUN_AFTER,
    NOUN_BEFORE,
    OPENING,
    ORDER,
    OWN_HEAD,
    PASSIVE,
    TITLE_PREFIX,
    VERB_IN_NAME,
)

_BAD = re.compile(r"[.!?]\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Naming:
    """Bodies named at ``start`` to ``end`` of a text, and where the duty after them begins."""

    start: int
    end: int
    duty: int


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,:;.-–":
        start += 1
    while (end > start and text[end - 1] in " ,:;-–") or (
        end > start and text[end - 1] == "." and text[start:end].count(".") < 2
    ):
        end -= 1
    return start, end


def head_at(plain: str, at: int = 0) -> bool:
    """True when a body's name may begin at ``at`` of a text in the form of ``spelled``."""
    return HEAD.match(plain, at) is not None


_OPENS = re.compile(r"(?:các|từng|mỗi|những|toàn thể|tất cả)\s")


def may_follow_clause(text: str, plain: str, at: int) -> bool:
    """True when after a comma a sentence may go on with its subject, and not with the next noun of an enumeration."""
    return head_at(plain, at) and (text[at].isupper() or _OPENS.match(plain, at) is not None)


def find_duty(text: str, plain: str, start: int, end: int) -> tuple[int, bool]:
    """Where the first verb of duty after ``start`` stands (``end`` without one), and whether it is a verb, not a"
    " turn."""
    depth_end = -1
    for found in DUTY.finditer(plain, start, end):
        at = found.start()
        if at == start or at < depth_end or text[at].isupper():
            continue
        noun = NOUN_AFTER.match(plain, at)
        if noun:
            depth_end = noun.end()
            continue
        before = plain[max(start, at - 40) : at]
        if before.count("(") > before.count(")"):
            continue
        goes_on = depth_end > 0 and plain[depth_end:at] in (", ", " và ")
        if found["verb"] and (
            (goes_on and found["verb"] in NAMING_VERBS) or _verb_in_name(before, plain, at, found["verb"])
        ):
            depth_end = found.end()
            continue
        return at, found["verb"] is not None
    return end, False


#: After a comma "tổ chức" goes on with a chain of nouns: "cơ quan, tổ chức".
_CHAIN = re.compile(r"(?:cơ quan|đơn vị|địa phương|ban, ngành|đoàn thể|doanh nghiệp|cá nhân), $")
#: Bodies whose name tells what they are there for: "Ban Chỉ đạo phát triển …".
_CARES_FOR = re.compile(r"(?:ban|quỹ|hội đồng|trung tâm|tổ)\b[^,;]*$")
#: "Ban Quản lý dự án Đầu tư xây dựng tỉnh".
_BUILDS = re.compile(r"(?:ban quản lý|bql)[^,;]* đầu tư $")


def _verb_in_name(before: str, plain: str, at: int, verb: str) -> bool:
    if verb in ("giao", "phân công", "quản lý", "thành lập", "quyết định") and BY_OTHERS.search(before):
        return True
    if verb == "tổ chức" and _CHAIN.search(before):
        return True
    if verb == "xây dựng" and _BUILDS.search(before):
        return True
    if verb in ("phát triển", "cải cách") and _CARES_FOR.match(before):
        return True
    if PASSIVE.search(before):
        return verb in (
            "giao",
            "phân công",
            "lựa chọn",
            "kiểm tra",
            "giám sát",
            "thanh tra",
            "chỉ đạo",
            "đầu tư",
            "hỗ trợ",
        )
    if verb == "tổng hợp":
        return before.endswith("dịch vụ ")
    if verb in ("quản lý", "tham mưu") and NOUN_BEFORE.search(before):
        return not plain.startswith(("tham mưu cho", "tham mưu ủy", "tham mưu ub", "quản lý chặt"), at)
    # "Đoàn kiểm tra", but "Văn phòng Đảng ủy kiểm tra": the head noun itself must stand before the verb.
    return verb in NAMING_VERBS and VERB_IN_NAME.search(before) is not None


def name_before_duty(text: str, plain: str, start: int = 0, end: int | None = None) -> Naming | None:
    """The bodies that a sentence names before its first verb of duty: "Công an tỉnh phối hợp …". None without one."""
    end = len(text) if end is None else end
    order = ORDER.match(plain, start, end)
    begin = order.end() if order else start
    if not HEAD.match(plain, begin, end):
        return None
    stop, is_verb = find_duty(text, plain, begin, min(end, begin + 700))
    closed = certain_end(text, plain, begin, min(stop + 1, end, begin + 400))
    if closed is not None and closed < stop and is_list_of_bodies(text, plain, *_trim(text, begin, closed)):
        stop, is_verb = closed, True
    if stop >= min(end, begin + 700):
        return None
    if not is_verb and not DUTY.search(plain, stop + 3, end):
        return None
    first, last = _trim(text, begin, stop)
    if _NO_NAME.search(plain[first:last]) or _NO_DUTY.match(plain, stop):
        return None
    colon = plain.find(":", first, last)
    if colon >= 0 and not lists_fields(text, plain, first, colon):
        return None
    if not is_list_of_bodies(text, plain, first, last):
        return None
    return Naming(first, last, stop)


_FIELDS_FOLLOW = re.compile(
    r"(?:các|những|0?[2-9]) (?:sở|bộ|ban|ngành|phòng|cục|chi cục|vụ|viện|trường|tập đoàn|tổng công ty)"
    r"(?:,? (?:và )?(?:ban|ngành|cơ quan|tổng công ty))*$"
)


def lists_fields(text: str, plain: str, start: int, colon: int) -> bool:
    """True when the colon stands between "các Sở" and the fields by which those are called."""
    at = colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip())
    named = text[at : at + 1].isupper() and not starts_with_duty(plain, at)
    return named and _FIELDS_FOLLOW.search(plain, start, colon) is not None


_NO_NAME = re.compile(
    r"(?:(?:^|\s)(?:được|về|do|của|và|cho|theo|với|là|trong|tại|gồm|việc)|(?:^|(?<!trực)\s)thuộc"
    r"|^(?:cơ quan|đơn vị|cá nhân|tổ chức|địa phương|ngành|người|xã|cán bộ|thành viên|lãnh đạo|thanh tra|chỉ huy))$"
)
_NO_DUTY = re.compile(
    r"tự giải thể|có hiệu lực|có (?:\d|thể|quyền|thành tích|công|hành vi)|(?:hoạt động|làm việc) theo"
)


def starts_with_duty(plain: str, at: int) -> bool:
    """True when a verb of duty stands at ``at``, the beginning of an item."""
    found = DUTY.match(plain, at)
    return (found is not None and found["verb"] is not None) or OPENING.match(plain, at) is not None


def is_list_of_bodies(text: str, plain: str, start: int, end: int) -> bool:
    """True when ``text[start:end]`` is nothing but names of bodies."""
    if end - start < 2 or end - start > 600 or _BAD.search(text, start, end) or '"' in text[start:end]:
        return False
    if not HEAD.match(plain, start, end):
        return False
    if plain.count("(", start, end) != plain.count(")", start, end):
        return False
    colon = plain.find(":", start, end)
    stop = colon if colon > 0 else end
    return find_duty(text, plain, start, stop)[0] >= stop


def title_bodies(text: str, plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The bodies that a heading names ("Đề nghị Ủy ban … xã", "Đối với các đảng ủy trực thuộc"), or None."""
    prefix = TITLE_PREFIX.match(plain, start, end)
    begin = prefix.end() if prefix else start
    about = _ABOUT.search(plain, begin, end) if prefix else None
    first, last = _trim(text, begin, about.start() if about else end)
    if last - first > 320:
        return None
    if text[start:end].isupper() and len(text[start:end]) > 12 and not _CAPS_BODY.match(plain, first, last):
        return None
    if plain[first:last] in _TOPICS or plain.endswith(_ACTS, first, last):
        return None
    return (first, last) if is_list_of_bodies(text, plain, first, last) else None


#: "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH:" says who decides, not who is to do what follows.
_ACTS = ("quyết định", "quyết nghị")

#: "Trách nhiệm của các thôn trong việc …": what the heading says beside the bodies.
_ABOUT = re.compile(r" (?:đối với (?:công tác|việc|hoạt động)|trong (?:việc|công tác|thực hiện|triển khai|tổ chức)) ")

#: Words that begin a body's name, and alone are the topic of a section.
_TOPICS = frozenset(
    {
        "lãnh đạo",
        "cán bộ",
        "cán bộ, công chức",
        "quân sự",
        "biên phòng",
        "thanh tra",
        "chính quyền",
        "cấp tỉnh",
        "cấp xã",
        "cấp huyện",
    }
)


_CAPS_BODY = re.compile(
    r"(?:các\s+)?(?:ủy ban|ubnd|hđnd|hội đồng|phòng|sở|bộ|trung tâm|công an|văn phòng|đảng ủy|cơ quan|ban)\b"
)

_COMMA = re.compile(r"\s*;\s*(?:và\s+)?|\s*,\s*(?:và\s+)?|\s+(?:và|cùng|cùng với)\s+")
_ACRONYM = re.compile(r"[A-ZĐ]{3,}")


def split_bodies(text: str, plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies of a list as (start, end).

    A list is split at ";", and at "," or "và" where a body of its own follows; a chain of general nouns ("các cơ quan,
    đơn vị, địa phương liên quan") stays whole.
    """
    parts: list[tuple[int, int]] = []
    first = start
    depth = 0
    at = start
    for gap in _COMMA.finditer(plain, start, end):
        depth += plain.count("(", at, gap.start()) - plain.count(")", at, gap.start())
        at = gap.start()
        if depth > 0:
            continue
        if ";" in gap[0] or _own_body(text, plain, first, gap.start(), gap.end(), end):
            parts.append((first, gap.start()))
            first = gap.end()
    parts.append((first, end))
    return [(a, b) for a, b in (_trim(text, a, b) for a, b in parts) if b > a]


def _own_body(text: str, plain: str, first: int, gap: int, at: int, end: int) -> bool:
    head = OWN_HEAD.match(plain, at, end)
    if not head:
        return bool(_ACRONYM.match(text, at, end)) and bool(_ACRONYM.search(text, first, gap))
    before = plain[first:gap]
    if before in (
        "văn phòng hđnd",
        "văn phòng hội đồng nhân dân",
        "thường trực hđnd",
        "thường trực hội đồng nhân dân",
        "thường trực đảng ủy",
    ) or (
        re.match(r"(?:văn phòng|thường trực|chủ tịch|lãnh đạo|chánh văn phòng)\b", before)
        and text[at : at + 4] in ("UBND", "HĐND", "Ủy b", "Uỷ b", "Hội ", "UBMT")
        and " và" in plain[gap:at]
    ):
        return False
    if re.match(DETERMINER, plain[at:end]):
        return not re.match(r"(?:các|từng|mỗi) (?:cá nhân|cấp\b)", plain[at:end])
    if text[at].isupper() and not text[first:end].isupper():
        return True
    # In lower case a general noun goes on with the chain; another head noun begins a body of its own.
    return GENERAL.match(plain, at, end) is None and not before.startswith(("các ", "từng ", "những ", "mỗi "))


_SUPPORT = re.compile(
    r"chủ trì\s*(?:,|và)?\s*(?:(?:chủ động|tham mưu|thực hiện|tích cực)\s*,?\s*)?phối hợp(?:\s+(?:chặt chẽ|tốt"
    r"|đồng bộ))?\s+(?:(?:cùng\s+)?với\s+|cùng\s+)?"
)


def supporters(text: str, plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The bodies named by "chủ trì, phối hợp với X" in ``text[start:end]``, or None."""
    found = _SUPPORT.search(plain, start, min(end, start + 400))
    if not found or not HEAD.match(plain, found.end(), end):
        return None
    stop, _ = find_duty(text, plain, found.end(), min(end, found.end() + 500))
    for mark in (". ", "; ", ": "):
        cut = plain.find(mark, found.end(), stop)
        if 0 < cut < stop:
            stop = cut
    inner = plain.find(" trong việc", found.end(), stop)
    stop = inner if inner > 0 else stop
    first, last = _trim(text, found.end(), stop)
    return (first, last) if is_list_of_bodies(text, plain, first, last) else None


@lru_cache(maxsize=1024)  # a plan names the same few bodies again and again
def field_bodies(text: str) -> tuple[tuple[tuple[int, int], ...], bool]:
    """The bodies of a field or cell as (start, end), and whether it also tells duties ("Phòng A đăng tải …")."""
    plain = spelled(text)
    parts: list[tuple[int, int]] = []
    duties = False
    for segment in re.finditer(r"[^;]+", text):
        a, b = _trim(text, *segment.span())
        if b <= a:
            continue
        stop = find_duty(text, plain, a, b)[0] if head_at(plain, a) else b
        if stop < b and not PASSIVE.search(plain[a:stop]):
            duties = True
            a, stop = _trim(text, a, stop)
        parts.extend(split_bodies(text, plain, a, stop))
    return tuple(parts), duties


def name_span(text: str) -> str:
    """``text`` up to its first verb of duty: the name alone."""
    plain = spelled(text)
    return text[: find_duty(text, plain, 0, len(text))[0]].strip(" ,;")
