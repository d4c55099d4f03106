"""End a signing authority before its time, or give an open one its end."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import SigningAuthority
from lienthong.organisations.permissions import abilities_for


def end_signing(actor: Actor, authority: SigningAuthority, *, day: date) -> SigningAuthority:
    """``day`` is its last day."""
    if not abilities_for(actor, authority.body).staff:
        raise NotAllowed(_("Chỉ quản trị của cơ quan sửa được thẩm quyền ký ở đây."))
    if authority.valid_from and day < authority.valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="day")
    with transaction.atomic():
        authority.valid_to = day
        authority.save(update_fields=["valid_to"])
        audit.record(
            events.SIGNING_ENDED,
            authority.position,
            by=actor.stamp,
            form=authority.get_form_display(),
            person=str(authority.position.user),
            body=authority.body.name,
            day=f"{day:%d/%m/%Y}",
        )
    return authority
