"""Submit a page to who may let it out."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events, items
from lienthong.portal.models import PageState
from lienthong.portal.permissions import begin


@transaction.atomic
def submit_page(actor: Actor, standing: PageState) -> PageState:
    """Refused for a page that lacks what its kind needs."""
    standing = PageState.objects.select_for_update().get(pk=standing.pk)
    state = begin(actor, standing, "submit", "submit", _("Bạn không trình được trang này."))
    page = standing.page.get_latest_revision_as_object()
    for name in page.needs:
        if not getattr(page, name):
            label = page._meta.get_field(name).verbose_name
            raise Refused(_("Trang chưa có %(what)s.") % {"what": label}, field=name)
    standing.state, standing.reason = state, ""
    standing.save(update_fields=["state", "reason"])
    items.settle(standing)
    items.ask_for_approval(standing, actor)
    record(events.SUBMITTED, standing, by=actor.stamp)
    return standing
