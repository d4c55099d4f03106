"""The door of the learning room."""

from lienthong.learning.actions.approve_lesson import approve_lesson
from lienthong.learning.actions.enter_group_result import enter_group_result
from lienthong.learning.actions.submit_lesson import submit_lesson
from lienthong.learning.actions.take_quiz import take_quiz
from lienthong.learning.actions.write_lesson import write_lesson
from lienthong.learning.actions.write_question import write_question
from lienthong.learning.models import GroupResult, Lesson, QuizResult

__all__ = [
    "GroupResult",
    "Lesson",
    "QuizResult",
    "approve_lesson",
    "enter_group_result",
    "submit_lesson",
    "take_quiz",
    "write_lesson",
    "write_question",
]
