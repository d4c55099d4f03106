"""Record under which form a position may sign for a body (Nghị định 30/2020/NĐ-CP, Điều 13)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body, Position, SigningAuthority
from lienthong.organisations.permissions import abilities_for

_Form = SigningAuthority.Form
PARTY_FORMS = frozenset({_Form.PARTY_TM, _Form.PARTY_KT, _Form.PARTY_TL})


def grant_signing(
    actor: Actor,
    position: Position,
    *,
    body: Body,
    form: SigningAuthority.Form | str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    mandate_number: str = "",
    mandate_date: date | None = None,
    scope: str = "",
) -> SigningAuthority:
    """Điều 13: a TUQ. rests on a written mandate that is limited in time and matter. T/M, K/T, T/L are the Party's."""
    if not (abilities_for(actor, position).staff and abilities_for(actor, body).staff):
        raise NotAllowed(_("Chỉ quản trị của cơ quan ghi được thẩm quyền ký ở đây."))
    _refuse_wrong_form(body, _Form(form))
    if form == _Form.TUQ:
        _refuse_open_mandate(mandate_number, mandate_date, valid_to, scope)
    if valid_from and valid_to and valid_to < valid_from:
        raise Refused(_("Ngày kết thúc phải sau ngày bắt đầu."), field="valid_to")
    with transaction.atomic():
        authority = SigningAuthority.objects.create(
            position=position,
            body=body,
            form=form,
            valid_from=valid_from,
            valid_to=valid_to,
            mandate_number=mandate_number,
            mandate_date=mandate_date,
            scope=scope,
        )
        audit.record(
            events.SIGNING_GRANTED,
            position,
            by=actor.stamp,
            form=authority.get_form_display(),
            person=str(position.user),
            body=body.name,
        )
    return authority


def _refuse_wrong_form(body: Body, form: SigningAuthority.Form) -> None:
    party = body.kind == Body.Kind.PARTY
    if form in PARTY_FORMS and not party:
        raise Refused(_("T/M, K/T, T/L chỉ dùng trong văn bản của Đảng."), field="form")
    if party and form not in PARTY_FORMS | {_Form.DIRECT}:
        raise Refused(_("Văn bản của Đảng ký T/M, K/T, T/L hoặc ký trực tiếp."), field="form")


def _refuse_open_mandate(number: str, day: date | None, until: date | None, scope: str) -> None:
    if not number or day is None:
        raise Refused(_("Ký thừa ủy quyền cần số và ngày của văn bản ủy quyền."), field="mandate_number")
    if until is None:
        raise Refused(_("Ủy quyền ký phải có thời hạn. Hãy ghi ngày kết thúc."), field="valid_to")
    if not scope:
        raise Refused(_("Ủy quyền ký phải giới hạn nội dung. Hãy ghi nội dung được ký."), field="scope")
