"""Make a certificate. No event is kept: the name on it is not kept, and its making says nothing about anybody."""

from django.db.models import F
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.learning.certificates import certificate_of
from lienthong.learning.models import QuizResult

#: Enough for a mistyped name and a second try at the printer.
MOST = 5


def draw_certificate(result: QuizResult, *, name: str, address: str) -> bytes:
    """The PDF, with ``name`` as it was typed, which is drawn and forgotten. ``address`` is where it can be checked."""
    name = " ".join(name.split())
    if not 1 < len(name) <= 80:
        raise Refused(_("Hãy ghi họ và tên để in lên chứng nhận."), field="name")
    if not result.passed:
        raise Refused(_("Chứng nhận chỉ có khi đạt. Bạn có thể học lại và làm lại."))
    if not QuizResult.objects.filter(pk=result.pk, drawn__lt=MOST).update(drawn=F("drawn") + 1):
        raise Refused(_("Chứng nhận này đã tải 5 lần. Hãy làm lại bài để có chứng nhận mới."))
    return certificate_of(result, name, address)
