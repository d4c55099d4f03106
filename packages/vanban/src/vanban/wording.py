"""How a line of running text goes on or breaks off: what the parts of a head share."""

from __future__ import annotations

import itertools
import re

from vanban.lines import Line, Piece, is_rule

_HANGING = re.compile(
    r"(?:\b(?:của|về|và|tại|theo|các|những|cho|với|từ|đến|trong|trên|do|là|bằng|hoặc|việc|được|bởi|giữa|cùng|nhằm|để|"
    r"một số|(?<!trực )thuộc|như|(?<!\d )(?<!\b(?:hai|các) )cấp|vào|ở|không|chưa|sẽ|đã|phải|cần|bị|khi|nếu|mà|"
    r"ngành,|nay)|[-–,/(“])$"
)
#: Words that may end a phrase ("trên địa bàn xã") and as often stand before a name or number ("Quyết định số").
_WEAK = re.compile(
    r"\b(?:số|ngày|tháng|năm|tỉnh|huyện|xã|phường|thành phố|quận|khu|thôn|kỳ|khóa|quý|giai đoạn|nhiệm kỳ|hội đồng|"
    r"nghị quyết|quyết định|chỉ thị|kế hoạch|chương trình|đề án|luật|nghị định|thông tư|kết luận|công văn|công tác|"
    r"thực hiện|triển khai|ban|bộ|sở)$"
)
_OPENER = re.compile(
    r"(?:căn cứ|thực hiện|triển khai|để\b|nhằm\b|trong\b|ngày \d|hiện nay|thời gian|tiếp theo|sau khi|theo\b|"
    r"trên cơ sở|xét\b|qua\b|năm \d|hội nghị|thi hành|quán triệt|vừa qua|nghiên cứu|phúc đáp|trả lời|kính thưa|"
    r"tiếp nhận|thừa lệnh|thừa ủy quyền|được sự|nhân dịp|từ ngày|từ đầu|đến nay|tính đến|trước\b|chấp hành|"
    r"đồng chí|tiếp tục thực hiện|cụ thể hóa|phát huy|hưởng ứng|hòa chung|sáng ngày|chiều ngày|hôm nay|vào lúc|"
    r"thời tiết|hồi \d|dự báo|bão số|tại\b|với\b|bên cạnh|kính gửi|kính trình|chúng tôi|nhận được|liên quan|"
    r"(?:trân trọng )?kính mời|tôi\b|phần (?:[ivx]+|thứ|\d)|chương [ivx\d]|điều \d|mục [ivx\d]|"
    r"[ivx]{1,4}[.)]? ?[-.)/] ?|"
    r"[a-h][.)] |\d{1,2}[.)/] )"
)
_STATES = re.compile(
    r"^(?:ủy ban|ubnd|hội đồng|hđnd|sở|phòng|ban|trường|trung tâm|đảng ủy|tỉnh ủy|huyện ủy|thành ủy|chi bộ|công an|"
    r"văn phòng|bộ|cục|chi cục|chủ tịch|đoàn|hội|liên đoàn|công đoàn|bảo hiểm|thuế|mặt trận|btt|bch|thường trực)\b"
    r".*?\b(?:ban hành|xây dựng|yêu cầu|báo cáo|đề nghị|nhận được|thông báo|ban hành|tổ chức|triển khai|đã|trân trọng|"
    r"hướng dẫn|có|kính|nhận|phát động|đánh giá|tiếp tục|thống nhất|ra)\b"
)


def hangs(text: str) -> bool:
    """True when ``text`` (as :func:`~vanban.folding.spelled`) cannot be the end of a phrase: "… của", "… các"."""
    opened = text.count("(") > text.count(")") or text.count("“") > text.count("”")
    return opened or _HANGING.search(text) is not None


def may_hang(text: str) -> bool:
    """True when ``text`` (spelled) may or may not be the end of a phrase: "… xã", "… số"."""
    return _WEAK.search(text) is not None


def opens_body(text: str) -> bool:
    """True when ``text`` (spelled) begins as the body of a document does: "Căn cứ", "Thực hiện", "I.", "Điều 1"."""
    return _OPENER.match(text) is not None


def states(text: str) -> bool:
    """True when ``text`` (spelled) begins a sentence in which a body says or does something."""
    return _STATES.match(text) is not None


def goes_on(text: str) -> bool:
    """True when ``text`` as printed begins inside a sentence: with a small letter, a bracket, a sign."""
    first = text[:1]
    return first.islower() or first in "(,;)%&"


class Gaps:
    """Blank and ruled lines between pieces, measured against the rhythm of the whole text.

    Some extractors leave a blank line after every line; there one blank line says nothing and two end a paragraph.
    """

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        sample = [line.blank for line in lines[:400]]
        while sample and sample[-1]:
            sample.pop()
        written = [i for i, blank in enumerate(sample) if not blank]
        spaced = sum(b - a > 1 for a, b in itertools.pairwise(written))
        # Short lines stand alone; only what follows a long line tells how lines of one paragraph are set.
        self.rhythm = 1 if len(written) > 8 and spaced > 0.85 * (len(written) - 1) and self._wraps(written) else 0

    def _wraps(self, written: list[int]) -> bool:
        """True when a fair part of the lines go on a sentence: then the blank lines are not between paragraphs."""
        inside = sum(goes_on(self._lines[i].text) for i in written)
        return inside > 0.25 * len(written)

    def between(self, upper: Piece, lower: Piece) -> bool:
        """True when more blank lines stand between two pieces than the rhythm of the text has, or a rule does."""
        blanks = 0
        for line in self._lines[upper.line + 1 : lower.line]:
            if line.blank:
                blanks += 1
            elif is_rule(line.masked.strip()):
                return True
        return blanks > self.rhythm

    def ruled(self, upper: Piece, lower: Piece) -> bool:
        """True when a rule of dashes or the like stands between two pieces."""
        return any(is_rule(x.masked.strip()) and len(x.text) > 2 for x in self._lines[upper.line + 1 : lower.line])
