"""Approve an answer: from now on the resident reads exactly these words, and everybody where he agreed."""

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import search
from lienthong.core.public import changed
from lienthong.core.refusals import Refused
from lienthong.feedback import events, items
from lienthong.feedback.models import Answer, FeedbackCase, Satisfaction
from lienthong.feedback.stepping import moved
from lienthong.feedback.wording import hash_of
from lienthong.organisations.service import Actor


@transaction.atomic
def approve_answer(actor: Actor, case: FeedbackCase, *, seen: int) -> Answer:
    """``seen`` is the key of the answer that the approver read; another one is refused."""
    case = moved(actor, case, "approve", "decide", _("Lãnh đạo, cán bộ tổng hợp không viết trả lời này mới duyệt."))
    answer = case.answers.select_related("written_by").order_by("-pk")[0]
    if answer.pk != seen:
        raise Refused(_("Lời trả lời đã đổi sau khi bạn mở. Hãy tải lại trang và đọc lời mới."))
    answer.approved_by, answer.approved_at = actor.own_position, timezone.now()
    answer.hash = hash_of(answer.question, answer.text, answer.public)
    answer.save(update_fields=["approved_by", "approved_at", "hash"])
    today = timezone.localdate()
    case.answered_on, case.was_late = today, case.was_late or (case.handed_on or today) > case.due
    case.save(update_fields=["state", "finished_on", "answered_on", "was_late"])
    Satisfaction.objects.create(answer=answer, token=secrets.token_urlsafe(32))
    items.tell_writer(case, answer, actor)
    if answer.public:
        search.index(answer, number="", words=f"{answer.question} {answer.text}")
        changed(case.office_id)
    record(events.PUBLISHED if answer.public else events.APPROVED, case, by=actor.stamp, hash=answer.hash[:12])
    return answer
