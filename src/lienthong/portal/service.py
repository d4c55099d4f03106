"""The door of the portal."""

from lienthong.portal.actions.add_old_address import add_old_address
from lienthong.portal.actions.approve_page import approve_page
from lienthong.portal.actions.begin_page import begin_page
from lienthong.portal.actions.change_portal import change_portal
from lienthong.portal.actions.open_portal import open_portal
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.actions.publish_release import publish_release
from lienthong.portal.actions.submit_page import submit_page
from lienthong.portal.actions.withdraw_release import withdraw_release
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.models import PageState, Portal, PublicDocument, ReleasedPage
from lienthong.portal.models.site import forget
from lienthong.portal.releasing import NotYet, columns_of, full_address, nearest_address, preview_of

__all__ = [
    "NotYet",
    "PageState",
    "Portal",
    "PublicDocument",
    "add_old_address",
    "approve_page",
    "begin_page",
    "change_portal",
    "columns_of",
    "forget",
    "full_address",
    "nearest_address",
    "open_portal",
    "preview_of",
    "publish_document",
    "publish_release",
    "released_at",
    "submit_page",
    "withdraw_release",
    "write_page",
]


def released_at(reference: str, *, office_id: int) -> str:
    """Where the public reads the message with that reference; "" while it reads it nowhere."""
    found = ReleasedPage.objects.filter(reference=reference, portal__office=office_id).first()
    return full_address(found) if found is not None and found.standing.page.live else ""
