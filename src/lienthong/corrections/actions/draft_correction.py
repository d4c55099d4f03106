"""Begin the document by which an issued one is corrected: again, when an earlier draft of it was dropped."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.corrections import events
from lienthong.corrections.deciding import locked
from lienthong.corrections.letters import draft_for
from lienthong.corrections.models import Correction
from lienthong.corrections.permissions import correction_abilities
from lienthong.drafting.service import Draft
from lienthong.organisations.service import Actor


@transaction.atomic
def draft_correction(actor: Actor, correction: Correction) -> Draft:
    correction = locked(correction)
    abilities = correction_abilities(actor, correction)
    if not abilities.see:
        raise NotAllowed(_("Đính chính này của cơ quan khác."))
    if not abilities.draft:
        raise Refused(_("Văn bản để đính chính đã được soạn. Hãy mở dự thảo đó."))
    return begin_its_draft(actor, correction)


def begin_its_draft(actor: Actor, correction: Correction) -> Draft:
    """In the transaction of an act that asked for the right."""
    correction.draft = draft_for(actor, correction)
    correction.save(update_fields=["draft"])
    record(events.DRAFTED, correction, by=actor.stamp, title=correction.draft.title)
    return correction.draft
