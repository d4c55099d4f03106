"""Note that a legal document was replaced, so that what stands on it shows itself."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.procedures import events
from lienthong.procedures.models import ReplacedLaw
from lienthong.procedures.permissions import may_write


@transaction.atomic
def note_replaced_law(actor: Actor, *, number: str, replaced_by: str, since: date) -> ReplacedLaw:
    """``number`` as procedures cite it, "123/2015/NĐ-CP"; noted again, the later word holds."""
    if not may_write(actor):
        raise NotAllowed(_("Chỉ người của cơ quan ghi văn bản được thay."))
    number, replaced_by = "".join(number.split()), " ".join(replaced_by.split())
    if "/" not in number:
        raise Refused(_("Hãy ghi số, ký hiệu đầy đủ, ví dụ 123/2015/NĐ-CP."), field="number")
    if not replaced_by:
        raise Refused(_("Hãy ghi văn bản thay thế."), field="replaced_by")
    law, _made = ReplacedLaw.objects.update_or_create(
        office=actor.own_office, number=number,
        defaults={"replaced_by": replaced_by, "since": since, "noted_by": actor.own_position},
    )  # fmt: skip
    day = f"{since:%d/%m/%Y}"
    record(events.LAW_NOTED, law, by=actor.stamp, number=number, replaced_by=replaced_by, date=day)
    return law
