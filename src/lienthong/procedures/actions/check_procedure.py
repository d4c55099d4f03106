"""Say that a procedure was compared with its source and is still right."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core import public
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.procedures import events, items
from lienthong.procedures.models import Procedure
from lienthong.procedures.permissions import thing_abilities


@transaction.atomic
def check_procedure(actor: Actor, procedure: Procedure) -> Procedure:
    if not thing_abilities(actor, procedure).check:
        raise NotAllowed(_("Chỉ rà soát thủ tục đang công khai của cơ quan mình."))
    procedure.checked_on, procedure.checked_by = timezone.localdate(), actor.own_position
    procedure.save(update_fields=["checked_on", "checked_by"])
    items.settle(procedure)
    public.changed(procedure.office_id)
    record(events.CHECKED, procedure, by=actor.stamp)
    return procedure
