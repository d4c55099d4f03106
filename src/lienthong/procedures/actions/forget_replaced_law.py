"""Take back the note that a legal document was replaced."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor, abilities_for
from lienthong.procedures import events
from lienthong.procedures.models import ReplacedLaw


@transaction.atomic
def forget_replaced_law(actor: Actor, law: ReplacedLaw) -> None:
    if not abilities_for(actor, law).write:
        raise NotAllowed(_("Ghi chú này của cơ quan khác."))
    record(events.LAW_FORGOTTEN, law, by=actor.stamp, number=law.number)
    law.delete()
