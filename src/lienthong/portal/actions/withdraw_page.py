"""Take a submitted page back to write on it."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.organisations.service import Actor
from lienthong.portal import events, items
from lienthong.portal.models import PageState
from lienthong.portal.permissions import begin


@transaction.atomic
def withdraw_page(actor: Actor, standing: PageState) -> PageState:
    standing = PageState.objects.select_for_update().get(pk=standing.pk)
    standing.state = begin(actor, standing, "withdraw", "withdraw", _("Bạn không rút được trang này."))
    standing.save(update_fields=["state"])
    items.settle(standing)
    record(events.WITHDRAWN, standing, by=actor.stamp)
    return standing
