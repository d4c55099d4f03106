"""Orders that this tool does not carry out: proposed by phrase, decided by a person.

A directive may order the scanning of media, action against viewpoints, or the removal of content. Such a line stays
in the record as printed, but gets no reminders, products or figures. The table below looks at what is *ordered to be
done* (a verb and what it acts on), never at what a text is about: telling people about a law on bad information is an
ordinary task, and so is correcting a false claim under the office's own name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from vanban.folding import spelled

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class ScopeRule:
    """``act`` then, within ``reach`` words and without ``unless`` in between or around, ``target``."""

    code: str
    reason: StrOrPromise
    act: str
    target: str
    reach: int = 12
    unless: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class ScopeHit:
    """Where a rule matched, as offsets into the text that was asked about."""

    rule: ScopeRule
    start: int
    end: int


_MEDIA = r"(?:báo chí|mạng xã hội|không gian mạng|môi trường mạng|internet|mạng internet|các nền tảng số)"
_SAID = r"(?:thông tin|tin giả|tin,? bài|bài viết|bài đăng|nội dung|video|clip|hình ảnh|bình luận|tin đồn)"
_VIEW = (
    r"(?:quan điểm|luận điệu|tư tưởng|nhận thức lệch lạc|biểu hiện lệch lạc|thông tin (?:xấu|sai|độc hại|xuyên tạc))"
)
_OWN = (
    r"(?:trang thông tin điện tử|cổng thông tin điện tử|hết hiệu lực|lạc hậu|của (?:xã|phường|cơ quan|đơn vị) đã đăng"
    r"|của mình|chưa được duyệt)"
)

RULES = (
    ScopeRule(
        "scan",
        _("rà quét thông tin trên báo chí, mạng xã hội"),
        act=r"(?:rà quét|quét)",
        target=rf"(?:thông tin|nội dung|tin,? bài|bài viết|tài khoản|dư luận|{_MEDIA})",
        unless=r"(?:mã độc|lỗ hổng|vi-?rút|virus|điểm yếu|bảo mật|văn bản|tài liệu|thủ tục)",
    ),
    ScopeRule(
        "watch",
        _("theo dõi người dân, báo chí, mạng xã hội"),
        act=r"(?:theo dõi|giám sát|kiểm soát|quản lý|nắm bắt|nắm|trinh sát|thu thập)",
        target=rf"(?:thông tin|nội dung|hoạt động|tài khoản|ý kiến|dư luận|người dùng|đối tượng)"
        rf"(?:\W+\w+){{0,8}}?\W+(?:trên|qua|của)\W+(?:các\W+)?{_MEDIA}",
        reach=6,
        unless=r"(?:đôn đốc|đơn vị|lượt (?:xem|nghe)|fanpage|trang của|tài khoản (?:chính thức|của (?:xã|cơ quan)))",
    ),
    ScopeRule(
        "remove",
        _("ngăn chặn, bóc gỡ thông tin"),
        act=r"(?:bóc gỡ|gỡ bỏ|tháo gỡ|gỡ|xóa bỏ|xóa|chặn lọc|ngăn chặn|vô hiệu hóa|đánh sập|khóa)",
        target=rf"(?:{_SAID}|tài khoản|hội,? nhóm|trang (?:mạng|cá nhân|facebook))",
        unless=rf"(?:{_OWN}|khó khăn|vướng mắc|lộ,? lọt|lộ|rò rỉ|đánh cắp|mất|cuộc gọi|tấn công)",
    ),
    ScopeRule(
        "counter",
        _("đấu tranh, phản bác quan điểm"),
        act=r"(?:đấu tranh,?(?: và)? phản bác|đấu tranh (?:với|chống)|đấu tranh|phản bác|bác bỏ|phê phán|vạch trần)",
        target=rf"(?:{_VIEW}|(?:thế lực|phần tử)\W+(?:thù địch|phản động|cơ hội)|thông tin|bài viết)",
        reach=8,
        unless=r"(?:tội phạm|tham nhũng|tiêu cực|lãng phí|tệ nạn|lừa đảo|buôn lậu|gian lận)",
    ),
    ScopeRule(
        "persons",
        _("tìm, lập danh sách hoặc xử lý người nói, tài khoản"),
        act=r"(?:xác minh|truy tìm|lập danh sách|nhận diện|theo dõi|xử lý|đấu tranh|làm việc với)",
        target=r"(?:đối tượng|tổ chức|cá nhân|người|chủ tài khoản|tài khoản|trường hợp)(?:\W+\w+){0,6}?\W+"
        r"(?:đăng tải|đăng|phát tán|tán phát|chia sẻ|bình luận|lan truyền|xuyên tạc|có quan điểm)",
        reach=8,
        unless=r"(?:vi phạm bản quyền|dữ liệu cá nhân)",
    ),
    ScopeRule(
        "classify",
        _("phân loại, chấm quan điểm hoặc thái độ của người dân"),
        act=r"(?:phân loại|chấm điểm|đo lường|phân tích|đánh giá|thu thập)",
        target=r"(?:quan điểm|thái độ|sắc thái|cảm xúc|khuynh hướng)(?:\W+\w+){0,4}?\W+"
        r"(?:người dân|nhân dân|người dùng|dư luận|cá nhân|tài khoản|bình luận|mạng xã hội)",
        reach=6,
    ),
)

# "Tuyên truyền về công tác đấu tranh …" tells people about it and does not order it.
_ABOUT = re.compile(
    r"(?:về|nội dung|chuyên đề|kỹ năng|kiến thức|kết quả|hội thi|cuộc thi|luật)(?:\W+công tác)?\W+$", re.I
)
_GAP = r"(?:\W+\w+){{0,{reach}}}?\W+"
# A new sentence, item or field ends the order: nothing is joined across it.
_BREAK = re.compile(r"[.;:!?…]|\n\s*(?:[-–+•*]|\d+\.|[a-zđ]\))")


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


_COMPILED = tuple(
    (
        rule,
        re.compile(
            rf"\b(?P<act>{_spaced(rule.act)})\b(?P<gap>{_GAP.format(reach=rule.reach)})"
            rf"(?P<target>{_spaced(rule.target)})\b",
            re.IGNORECASE,
        ),
        re.compile(_spaced(rule.unless), re.IGNORECASE),
    )
    for rule in RULES
)


def find_out_of_scope(text: str) -> ScopeHit | None:
    """The first order in ``text`` (NFC) that a rule of the table names, or None."""
    same_length = spelled(text)
    hits = [hit for compiled in _COMPILED if (hit := _first(same_length, *compiled)) is not None]
    return min(hits, key=lambda hit: hit.start, default=None)


def _first(text: str, rule: ScopeRule, pattern: re.Pattern[str], unless: re.Pattern[str]) -> ScopeHit | None:
    at = 0
    while (match := pattern.search(text, at)) is not None:
        at = match.end("act")
        if _BREAK.search(match["gap"]) or _ABOUT.search(text, max(0, match.start() - 40), match.start()):
            continue
        # What follows the target up to the end of the clause may say that it is the office's own page.
        after = re.split(r"[.;\n]", text[match.end() : match.end() + 80], maxsplit=1)[0]
        if unless.search(match["gap"]) or unless.search(match["target"]) or _own_page(rule, after):
            continue
        return ScopeHit(rule, match.start(), match.end())
    return None


def _own_page(rule: ScopeRule, after: str) -> bool:
    return rule.code in ("remove", "watch") and re.search(_spaced(_OWN), after, re.IGNORECASE) is not None
