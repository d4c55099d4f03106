"""Certificates and lessons on paper."""

from pathlib import Path

from django.utils.translation import gettext as _

from lienthong.core.drawing import code_of, drawn
from lienthong.core.language import site_language
from lienthong.learning.models import Lesson, QuizResult

_HERE = Path(__file__).parent
LETTERS = "ABCDEF"


def certificate_of(result: QuizResult, name: str, address: str) -> bytes:
    """It certifies that these questions were answered, not who answered them, and says so."""
    lesson = result.lesson
    said = {"right": result.right, "total": result.total, "day": f"{result.day:%d/%m/%Y}"}
    with site_language():
        data = {
            "office": lesson.office.name,
            "heading": _("Chứng nhận"),
            "given": _("Trao cho"),
            "name": name,
            "what": _("đã học và trả lời đạt yêu cầu bài học"),
            "lesson": lesson.title,
            "score": _("Trả lời đúng %(right)d/%(total)d câu, ngày %(day)s") % said,
            "note": _("Quét mã để kiểm tra kết quả. Người học tự ghi tên; hệ thống không lưu tên."),
            "address": address,
        }
        return drawn(_HERE / "certificate.typ", data, {"qr.svg": code_of(address)})


def lesson_sheet(lesson: Lesson, address: str) -> bytes:
    """The lesson, its questions, the key on a page of its own, and a box for the result of the meeting."""
    with site_language():
        words = {
            "scan": _("Quét để học trên điện thoại"),
            "questions": _("Câu hỏi"),
            "key": _("Đáp án, dành cho người hướng dẫn"),
            "pass": _("Đạt khi đúng từ %(n)d câu.") % {"n": lesson.to_pass},
            "result": _("Kết quả buổi học"),
            "boxes": [_("Nơi học"), _("Ngày học"), _("Số người dự"), _("Số người đạt")],
        }
        data = {
            "office": lesson.office.name, "title": lesson.title, "lead": lesson.lead, "body": lesson.paragraphs,
            "quiz": lesson.quiz, "letters": list(LETTERS), "address": address, "words": words,
        }  # fmt: skip
        return drawn(_HERE / "lesson.typ", data, {"qr.svg": code_of(address)})
