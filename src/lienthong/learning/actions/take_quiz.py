"""Take the answers of somebody who learns. No event is kept: it could only say that nobody in particular answered."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from lienthong.gate.service import Arriving, Verdict, count, judged
from lienthong.learning.models import Lesson, QuizResult
from lienthong.learning.quizzes import right_in
from lienthong.learning.tokens import ANSWERS


def take_quiz(lesson: Lesson, answers: Mapping[str, str], arriving: Arriving) -> QuizResult | Verdict:
    """One row of numbers, or why it did not get in; the same form again gives the row that it gave before.

    How long the page was open says nothing here: one question can be answered in a second. The row of the office is
    not held, so that a hall answers at once; a few more than the rule says may get in.
    """
    decided = judged(lesson.office, ANSWERS, arriving)
    if decided is not Verdict.IN:
        return decided
    right = right_in(lesson, answers)
    try:
        with transaction.atomic():
            made = QuizResult.objects.create(
                lesson=lesson, token=arriving.form, right=right, total=len(lesson.quiz), passed=right >= lesson.to_pass
            )
            count(lesson.office, ANSWERS, arriving)
    except IntegrityError:
        return QuizResult.objects.get(token=arriving.form)
    return made
