"""Take a submitted draft back before anybody decided on it."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.drafting import events, items
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def withdraw_draft(actor: Actor, draft: Draft) -> Draft:
    """It is written on as before; the leaders no longer have it before them."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    draft.state = begin(actor, draft, "withdraw", "withdraw", _("Chỉ người soạn rút được dự thảo đã trình."))
    draft.save(update_fields=["state"])
    items.settle(draft)
    record(events.WITHDRAWN, draft, by=actor.stamp)
    return draft
