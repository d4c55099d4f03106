"""Who may sign a draft, and under which authority (Nghị định 30/2020/NĐ-CP, Điều 13)."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.drafting.models import Draft
from lienthong.organisations.service import SigningAuthority, may_sign


def signers_of(draft: Draft, day: date | None = None) -> list[SigningAuthority]:
    """The authorities that hold today for the office of ``draft``."""
    day = day or timezone.localdate()
    found = SigningAuthority.objects.valid_on(day).filter(body=draft.office).select_related("position__user")
    return [signing for signing in found if signing.position.valid_on(day)]


def require_signer(draft: Draft, signing: SigningAuthority | None, day: date | None = None) -> SigningAuthority:
    """``signing``, when it gives the right to sign for the office on ``day``; TUQ. only with its mandate."""
    day = day or timezone.localdate()
    if signing is None:
        raise Refused(_("Chưa chọn người ký và thẩm quyền ký."), field="signing")
    allowed = signing.body_id == draft.office_id and signing.valid_on(day)
    if not (allowed and may_sign(signing.position, signing.body, day, form=SigningAuthority.Form(signing.form))):
        sentence = _("%(person)s không còn thẩm quyền ký %(form)s cho cơ quan này. Hãy chọn người ký khác.")
        raise Refused(sentence % {"person": signing.position, "form": signing.get_form_display()}, field="signing")
    if signing.form == SigningAuthority.Form.TUQ and not (signing.mandate_number and signing.mandate_date):
        raise Refused(_("Ký thừa ủy quyền phải có văn bản ủy quyền ghi số và ngày."), field="signing")
    return signing
