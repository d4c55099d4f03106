"""What a page of questions carries so that its answers count once, and what a certificate carries to be checked."""

import secrets

from django.core import signing
from django.utils.translation import gettext_lazy as _

from lienthong.core.refusals import Refused
from lienthong.learning.models import Lesson, QuizResult

#: How long a page of questions may stay open, in seconds.
_OPEN_FOR = 24 * 3600
_STALE = _("Trang câu hỏi này đã cũ. Hãy mở lại bài và trả lời lại.")


def new_token(lesson: Lesson) -> str:
    return signing.TimestampSigner(sep=".", salt="learning.quiz").sign(f"{lesson.pk}-{secrets.token_hex(12)}")


def read_token(lesson: Lesson, token: str) -> str:
    """The number in a token that was made for ``lesson``; :class:`Refused` for any other."""
    try:
        said = signing.TimestampSigner(sep=".", salt="learning.quiz").unsign(token, max_age=_OPEN_FOR)
    except signing.BadSignature:
        raise Refused(_STALE) from None
    pk, _dash, number = said.partition("-")
    if pk != str(lesson.pk):
        raise Refused(_STALE)
    return number


def code_of_result(result: QuizResult) -> str:
    """What stands on a certificate; it lets nobody make another one."""
    return signing.Signer(sep=".", salt="learning.certificate").sign(str(result.pk))


def result_with(code: str) -> QuizResult | None:
    try:
        pk = signing.Signer(sep=".", salt="learning.certificate").unsign(code)
    except signing.BadSignature:
        return None
    return QuizResult.objects.filter(pk=pk, passed=True).select_related("lesson__office").first()
