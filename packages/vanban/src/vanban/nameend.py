"""Where a body's name must be over though no known verb follows it: "Sở Xây dựng phân luồng …".

No list of verbs is ever complete. A name that has reached its end (a level of government, a field of work, a proper
name) and is followed by a small letter that can neither qualify it nor begin another name is followed by its duty.
"""

from __future__ import annotations

import re

from vanban.folding import UPPER
from vanban.officewords import DUTY, HEAD

_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn|ấp|bản|khu phố|tổ dân phố|khóm|buôn)"
#: Second halves of the fields of work in names of offices; what begins with a verb ("Quản lý") goes on with its object.
_FIELD = (
    r"(?:xây dựng|nội vụ|tài chính|tư pháp|y tế|giáo dục|đào tạo|công nghệ|môi trường|du lịch|thể thao|xã hội|ngoại vụ"
    r"|dân tộc|tôn giáo|kinh tế|hạ tầng|tuyên giáo|dân vận|nội chính|thanh niên|phụ nữ|nông dân|quân sự|tổng hợp"
    r"|truyền thông|kiểm lâm|thủy lợi"
    r"|giao thông|vận tải|thú y|thủy sản|nông thôn|nông nghiệp|đất đai|kiểm tra|tổ chức|thường vụ|đảng ủy|tỉnh ủy"
    r"|thành ủy|bảo quản|hành chính|kế toán|kế hoạch|nữ công|đảng)"
)
#: What ends a name in small letters.
_CLOSING = (
    r"(?:trực thuộc|liên quan|trên địa bàn|khu vực|cộng đồng|chuyên môn|chủ nhiệm|công lập|chiến binh|thập đỏ|cao tuổi"
    r"|giám hiệu|văn thư|thủ quỹ|thư ký|hộ tịch|chủ rừng|ban, ngành|địa phương|chi bộ|đô thị|đảng viên|đảng ủy viên)"
)
_SYLLABLE = rf"(?:[{UPPER}][^\W\d_{UPPER}]*)"
_PROPER = rf"{_SYLLABLE}(?: {_SYLLABLE})+"
#: What bears a number: "Khu phố 3", "Kho bạc Nhà nước khu vực X".
_NUMBERED = (
    r"(?:[Ss]ố|[Pp]hố|[Tt]ổ|[Cc]ơ sở|[Kk]hu vực|[Vv]ùng|[Cc]ụm|[Kk]hối|[Đđ]ội|[Tt]hôn|[Ấấ]p|[Pp]hường|[Đđ]ề án|[Ll]ớp)"
)
_ENDS = re.compile(rf"(?<!\w)(?:(?P<field>{_FIELD})|{_CLOSING}|(?<!hợp tác )(?P<level>{_LEVEL})) (?=[^\W\d_])")
_PROPER_END = re.compile(
    rf"(?<!\S)(?:(?P<proper>{_PROPER})|UBND|HĐND|MTTQ|UBMTTQ|(?:{_NUMBERED} (?:\d{{1,2}}|[IVX]{{1,5}}))) (?=[^\W\d_])"
)
#: What may follow within a name, or qualify it.
_GOES_ON = re.compile(
    r"(?:và|cùng|kiêm|với"
    r"|thuộc|trực thuộc|liên quan|có|được|do|của|tại|trên|dưới|ở|khi|nếu|về|theo|cho|là|gồm|như|hoặc|hay"
    r"|đối (?:với|tác)|khác|này|đó|nói|nêu|mới|cũ|cơ|khu|vùng|ven|miền|biên|giáp|đóng|đứng|phía|số|quản|trong|ngoài"
    r"|đến|từ|mà|nơi"
    r"|đã|đang|chuyên|phụ|trở|cấp|thành|đoàn|đội|ủy|bộ|hội|lộ|ngành|giúp|dân|quốc|trung|nhà|tự|viên|trưởng|cổ|đảo|núi"
    r"|nghèo|đặc|khó|trọng|điểm|còn|bị|chưa|đầu mối|sau|nghiệp|tổng|công|hạng|loại|tham|chịu|gắn|nhằm|để|đô|ngân|doanh"
    r"|thị|đầu tư|xuất|đối ngoại|cửa|nam|nữ|trẻ|quân|tình|văn|khoa|kỹ|quyết|nghị|kế|chỉ thị|hướng dẫn|điện tử|loa|hoặc"
    r"|bãi|trũng|thấp|cao|xa|gần|sát|dọc|hạ lưu|thượng|ngập|sạt|người|hộ|dân|tuổi|kinh doanh|sản xuất|sử dụng|quan|lúa"
    r"|không|lần|năm|nay|vừa|vẫn|cũng|chính|phòng|hành|sự|dịch|kiểm tra viên|cơ động|tế|học)(?!\w)"
)


def certain_end(text: str, plain: str, start: int, end: int) -> int | None:
    """Where in ``text[start:end]``, which begins with a body, its name must be over and a duty begin; None if unsure.

    ``plain`` is the text as :func:`vanban.folding.spelled` gives it; a name in capitals has no certain end.
    """
    ends = [found for found in _ENDS.finditer(plain, start, end) if _ends_here(text, found)]
    ends.extend(found for found in _PROPER_END.finditer(text, start, end) if _is_proper(text, plain, found))
    for found in sorted(ends, key=lambda ending: ending.end()):
        at = found.end()
        if not text[at].islower() or plain.count("(", start, at) != plain.count(")", start, at):
            continue
        if DUTY.match(plain, at) or _GOES_ON.match(plain, at):
            continue  # a known verb that was passed over is part of the name
        if HEAD.match(plain, at) and not plain.startswith("lãnh đạo", at):
            continue
        return at
    return None


def _ends_here(text: str, found: re.Match[str]) -> bool:
    return found["field"] is None or text[found.start()].isupper()


def _is_proper(text: str, plain: str, found: re.Match[str]) -> bool:
    """True for a proper name of two syllables at least, what kind of body it is aside: "Sở Công Thương"."""
    if found["proper"] is None:
        return True
    head = HEAD.match(plain, found.start())
    first = head.end() if head else found.start()
    return len(text[first : found.end()].split()) > 1
