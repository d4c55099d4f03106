"""Put an issued plan into effect: its tasks become assignments, and nothing of it was one before."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.drafting import events, items
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import draft_abilities
from lienthong.drafting.tasks import confirmed, unknown_names
from lienthong.organisations.service import Actor
from lienthong.plans.service import Plan, make_plan_from_document


@transaction.atomic
def carry_out_draft(actor: Actor, draft: Draft, *, starts_on: date, ends_on: date) -> Plan:
    """The plan of the issued document. Refused while a named body is not known, so that no task is lost."""
    if not draft_abilities(actor, draft).carry_out:
        raise NotAllowed(_("Chỉ lãnh đạo hoặc cán bộ tổng hợp đưa kế hoạch đã ban hành vào thực hiện."))
    assert draft.document is not None
    unknown = unknown_names(draft)
    if unknown:
        raise Refused(_("Chưa rõ đơn vị: %(names)s. Hãy thêm đơn vị rồi làm lại.") % {"names": "; ".join(unknown)})
    found = confirmed(draft)
    plan = make_plan_from_document(
        actor, draft.document, title=draft.title, starts_on=starts_on, ends_on=ends_on, tasks=found
    )
    items.settle(draft)
    record(events.CARRIED_OUT, draft, by=actor.stamp, count=len(found))
    return plan
