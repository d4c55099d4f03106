"""The door of the portal."""

from lienthong.portal.actions.add_old_address import add_old_address
from lienthong.portal.actions.approve_page import approve_page
from lienthong.portal.actions.begin_page import begin_page
from lienthong.portal.actions.change_portal import change_portal
from lienthong.portal.actions.open_portal import open_portal
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.actions.submit_page import submit_page
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.models import PageState, Portal, PublicDocument

__all__ = [
    "PageState",
    "Portal",
    "PublicDocument",
    "add_old_address",
    "approve_page",
    "begin_page",
    "change_portal",
    "open_portal",
    "publish_document",
    "submit_page",
    "write_page",
]
