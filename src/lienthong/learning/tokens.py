"""What a page of questions is made for, how many may answer at once, and what a certificate carries to be checked."""

from django.core import signing

from lienthong.gate.service import Door
from lienthong.learning.models import Lesson, QuizResult

#: A school or a hall answers from one address within minutes; a program that makes up numbers is held to as many.
ANSWERS = Door("answers", straight=3000, most=6000, straight_from_one=600, most_from_one=1000)


def about(lesson: Lesson) -> str:
    """What a page of questions is made for."""
    return f"lesson-{lesson.pk}"


def code_of_result(result: QuizResult) -> str:
    """What stands on a certificate; it lets nobody make another one."""
    return signing.Signer(sep=".", salt="learning.certificate").sign(str(result.pk))


def result_with(code: str) -> QuizResult | None:
    try:
        pk = signing.Signer(sep=".", salt="learning.certificate").unsign(code)
    except signing.BadSignature:
        return None
    return QuizResult.objects.filter(pk=pk, passed=True).select_related("lesson__office").first()
