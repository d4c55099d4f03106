"""Begin the document by which an issued one is corrected: again, when an earlier draft of it was dropped."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.corrections.deciding import locked
from lienthong.corrections.letters import begin_its_draft
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
