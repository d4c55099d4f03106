"""Merge a case into another that says the same: one answer serves both."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.feedback import events
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.stepping import held, moved
from lienthong.organisations.service import Actor


@transaction.atomic
def merge_case(actor: Actor, case: FeedbackCase, *, into: FeedbackCase) -> FeedbackCase:
    """Whoever follows ``case`` by its code reads from now on what becomes of ``into``."""
    into = held(into)
    into = into.merged_into or into
    if into.pk == case.pk or into.office_id != case.office_id:
        raise Refused(_("Hãy chọn phản ánh khác của cơ quan để gộp vào."), field="into")
    case = moved(actor, case, "merge", "sort", _("Văn thư, cán bộ tổng hợp hoặc lãnh đạo gộp phản ánh."))
    case.merged_into = into
    case.save(update_fields=["state", "finished_on", "merged_into"])
    # What had been merged into this one follows it.
    FeedbackCase.objects.filter(merged_into=case).update(merged_into=into)
    record(events.MERGED, case, by=actor.stamp, into=into.code)
    return case
