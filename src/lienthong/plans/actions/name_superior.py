"""Name the order from above that a plan carries out."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.plans import events
from lienthong.plans.models import Plan
from lienthong.plans.permissions import manage
from lienthong.registry.service import Direction, OfficialDocument, known_documents


@transaction.atomic
def name_superior(actor: Actor, plan: Plan, *, number: str) -> OfficialDocument:
    """The registered incoming document that bears ``number``; :class:`Refused` where none or several do."""
    manage(actor, plan)
    visible = OfficialDocument.objects.visible_to(actor)
    found = list(known_documents(number, plan.office).filter(direction=Direction.INCOMING, pk__in=visible)[:2])
    if not found:
        raise Refused(
            _("Không có văn bản đến nào mang số “%(number)s” trong sổ. Hãy xem lại, hoặc đăng ký văn bản đó trước.")
            % {"number": number.strip()},
            field="number",
        )
    if len(found) > 1:
        raise Refused(_("Có nhiều văn bản đến cùng số này. Hãy ghi cả ký hiệu, như 82/KH-UBND."), field="number")
    plan.parent_document = found[0]
    plan.save(update_fields=["parent_document"])
    record(events.SUPERIOR_NAMED, plan, by=actor.stamp, document=found[0].title)
    return found[0]
