"""Take the answers of somebody who learns. No event is kept: it could only say that nobody in particular answered."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from lienthong.learning.models import Lesson, QuizResult
from lienthong.learning.quizzes import right_in
from lienthong.learning.tokens import read_token


def take_quiz(lesson: Lesson, answers: Mapping[str, str], *, token: str) -> QuizResult:
    """One row of numbers; the same ``token`` again gives the row that it gave before, a wrong one :class:`Refused`."""
    number = read_token(lesson, token)
    right = right_in(lesson, answers)
    try:
        with transaction.atomic():
            return QuizResult.objects.create(
                lesson=lesson, token=number, right=right, total=len(lesson.quiz), passed=right >= lesson.to_pass
            )
    except IntegrityError:
        return QuizResult.objects.get(token=number)
