"""Open a case again, with a new day by which it is answered."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import required
from lienthong.feedback import events, items
from lienthong.feedback.models import FeedbackCase, Term
from lienthong.feedback.stepping import moved, note
from lienthong.feedback.terms import due_after
from lienthong.organisations.service import Actor


@transaction.atomic
def reopen_case(actor: Actor, case: FeedbackCase, *, reason: str) -> FeedbackCase:
    """A case that was answered goes back to its unit, any other to the desk. Once late it stays counted as late."""
    reason = required(reason, _("Hãy ghi vì sao mở lại."), "reason")
    case = moved(actor, case, "reopen", "reopen", _("Văn thư, cán bộ tổng hợp hoặc lãnh đạo mở lại phản ánh."))
    case.due, case.due_basis = due_after(case.office, Term.Kind.ANSWER, timezone.localdate())
    case.answered_on, case.handed_on, case.merged_into, case.why = None, None, None, ""
    changed = ["state", "finished_on", "due", "due_basis", "answered_on", "handed_on", "merged_into", "why"]
    case.save(update_fields=changed)
    note(actor, case, reason)
    if case.state == FeedbackCase.State.ASSIGNED:
        items.ask_to_answer(case, actor)
    else:
        items.ask_to_sort(case, actor.stamp.label)
    record(events.REOPENED, case, by=actor.stamp, due=f"{case.due:%d/%m/%Y}")
    return case
