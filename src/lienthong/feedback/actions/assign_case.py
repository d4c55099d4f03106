"""Give a case to the unit that can answer it."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.feedback import events, items
from lienthong.feedback.models import Category, FeedbackCase
from lienthong.feedback.stepping import moved, note
from lienthong.organisations.service import Actor, Body


@transaction.atomic
def assign_case(actor: Actor, case: FeedbackCase, *, unit: Body, category: str, text: str = "") -> FeedbackCase:
    """``text`` is a word to the unit, kept beside the case."""
    refused = _("Văn thư, cán bộ tổng hợp hoặc lãnh đạo chuyển phản ánh.")
    case = moved(actor, case, "assign", "sort", refused)
    if unit.office_id != case.office_id:
        raise Refused(_("Hãy chọn đơn vị của cơ quan; cơ quan khác thì dùng “Chuyển cơ quan khác”."), field="unit")
    case.unit, case.category = unit, Category(category)
    case.handed_on = None
    case.save(update_fields=["state", "finished_on", "unit", "category", "handed_on"])
    note(actor, case, text)
    items.ask_to_answer(case, actor)
    record(events.ASSIGNED, case, by=actor.stamp, unit=unit.label, category=str(case.get_category_display()))
    return case
