"""Take down the page of a message that was withdrawn in its own room."""

from django.db import transaction

from lienthong.audit.service import SYSTEM, record
from lienthong.core import search
from lienthong.core.keys import key_of
from lienthong.core.language import kept
from lienthong.portal import events
from lienthong.portal.models import ReleasedPage
from lienthong.portal.published import announce
from lienthong.portal.workflow import PAGE


@transaction.atomic
def withdraw_release(reference: str, *, office_id: int) -> None:
    """Nothing to do where the page is down already, or says a newer message: that one is withdrawn for itself."""
    found = ReleasedPage.objects.select_for_update().filter(reference=reference, portal__office=office_id).first()
    if found is None or not found.standing.page.live:
        return
    standing = found.standing
    standing.page.specific.unpublish()
    standing.state, standing.reason = PAGE.move(standing.state, "take_down"), kept("Tòa soạn rút bài.")
    standing.save(update_fields=["state", "reason"])
    search.forget(standing)
    announce(standing.office_id, standing.page)
    record(events.RELEASE_WITHDRAWN, standing, by=SYSTEM, office=key_of(standing.office))
