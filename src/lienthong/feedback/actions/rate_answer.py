"""Say by the link that works once whether one was helped."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import Stamp, record
from lienthong.core.keys import key_of
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.feedback import events, items
from lienthong.feedback.models import Satisfaction


@transaction.atomic
def rate_answer(asked: Satisfaction, *, value: str) -> Satisfaction:
    """Nobody is signed in: who has the link may say it, once. "No" lets the desk look at the case again."""
    if value not in Satisfaction.Value:
        raise Refused(_("Hãy chọn một câu trả lời."), field="value")
    asked = Satisfaction.objects.select_for_update().get(pk=asked.pk)
    if asked.value:
        raise Refused(_("Đường liên kết này đã được dùng. Cảm ơn bạn đã trả lời."))
    asked.value, asked.said_at = value, timezone.now()
    asked.save(update_fields=["value", "said_at"])
    case = asked.answer.case
    if value == Satisfaction.Value.NO and case.state == case.State.ANSWERED:
        items.ask_to_look_again(case)
    by = Stamp("", kept("Người dân"), key_of(case.office))
    record(events.RATED, case, by=by, value=str(asked.get_value_display()).lower())
    return asked
