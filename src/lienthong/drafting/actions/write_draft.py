"""Change what stands around the body of a draft: subject, addressees, bases, recipients, who signs."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting import events
from lienthong.drafting.finding import index_draft
from lienthong.drafting.models import Draft
from lienthong.drafting.signing import require_signer
from lienthong.drafting.writing import open_for, require_seen, touched, write
from lienthong.organisations.service import Actor

FIELDS = ("subject", "symbol", "addressees", "bases", "recipients", "signing")


@transaction.atomic
def write_draft(actor: Actor, draft: Draft, *, values: dict[str, Any], seen: int) -> Draft:
    """``values`` are fields of :data:`FIELDS`; ``seen`` is the version that the person had before him."""
    draft = open_for(actor, draft)
    require_seen(draft, seen)
    if not values.get("subject", draft.subject).strip():
        raise Refused(_("Hãy ghi trích yếu: văn bản về việc gì."), field="subject")
    if not values.get("symbol", draft.symbol).strip():
        raise Refused(_("Hãy ghi ký hiệu, ví dụ KH-UBND."), field="symbol")
    if values.get("signing"):
        require_signer(draft, values["signing"])
    write(draft, {name: value for name, value in values.items() if name in FIELDS})
    touched(actor, draft)
    index_draft(draft)
    record(events.WRITTEN, draft, by=actor.stamp, what="sửa thể thức")
    return draft
