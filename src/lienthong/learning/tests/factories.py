"""Lessons for tests, made through the acts."""

from typing import Any

from lienthong.learning.actions.approve_lesson import approve_lesson
from lienthong.learning.actions.submit_lesson import submit_lesson
from lienthong.learning.actions.write_lesson import write_lesson
from lienthong.learning.actions.write_question import write_question
from lienthong.learning.models import BankQuestion, Lesson
from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast

QUESTION: dict[str, str] = {
    "topic": "An toàn trên mạng",
    "text": "Có người gọi, xưng là công an, hỏi mã OTP. Làm gì?",
    "options": "Đọc mã cho họ\n* Dập máy, gọi Công an xã\nGửi ảnh căn cước",
    "explanation": "Không cơ quan nào hỏi mã OTP qua điện thoại.",
}
WORDS: dict[str, Any] = {
    "title": "Nhận ra cuộc gọi lừa đảo",
    "lead": "Biết ba dấu hiệu và việc cần làm ngay.",
    "minutes": 5,
    "body": "Kẻ xấu giục làm ngay.\nKẻ xấu hỏi mã OTP.\nHãy dập máy và gọi Công an xã.",
    "to_pass": 1,
}


def make_question(actor: Actor, **values: str) -> BankQuestion:
    return write_question(actor, None, **QUESTION | values)


def make_lesson(people: Cast, **values: Any) -> Lesson:
    """A lesson of two questions that is being written."""
    questions = [make_question(people.member), make_question(people.member, text="Mật khẩu nào khó đoán?")]
    return write_lesson(people.member, None, **WORDS | {"questions": questions} | values)


def let_out(lesson: Lesson, writer: Actor, approver: Actor) -> Lesson:
    """Submit as one and approve as another."""
    return approve_lesson(approver, submit_lesson(writer, lesson), seen=lesson.edits)


def make_public(people: Cast, **values: Any) -> Lesson:
    return let_out(make_lesson(people, **values), people.member, people.leader)
