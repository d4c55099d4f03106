"""Let an address lead to a page of the site: one printed on a poster, or of the site that was there before."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.addresses import addresses
from lienthong.portal.models import OldAddress, Portal
from lienthong.portal.permissions import may_lead
from lienthong.portal.published import announce
from lienthong.portal.writing import is_ours

_PATH = re.compile(r"/(?:[\w-]+/)+", re.ASCII)


@transaction.atomic
def add_old_address(actor: Actor, portal: Portal, *, path: str, to: str) -> OldAddress:
    """``path`` and ``to`` are addresses of the site ("/cds/"); ``to`` must be there, ``path`` must not."""
    if not (may_lead(actor) and actor.in_office(portal.office_id)):
        raise NotAllowed(_("Chỉ lãnh đạo, điều phối, quản trị của cơ quan đặt địa chỉ dẫn."))
    path, to = _slashed(path), _slashed(to)
    if not _PATH.fullmatch(path) or is_ours(path.split("/")[1]):
        raise Refused(_("Địa chỉ cũ chỉ gồm chữ không dấu, số, gạch nối và dấu /, ví dụ /cds/."), field="path")
    public = addresses(portal)
    if path in public:
        raise Refused(_("Địa chỉ này đang có trang hoặc đã dẫn tới nơi khác."), field="path")
    if to not in public or public[to].moved:
        raise Refused(_("Không có trang đang đăng ở địa chỉ mới này."), field="to")
    made, _new = OldAddress.objects.update_or_create(
        portal=portal, path=path, defaults={"to": to, "page": None, "made_by": actor.own_position}
    )
    announce(portal.office_id)
    record(events.ADDRESS_ADDED, made, by=actor.stamp, old=path, new=to)
    return made


def _slashed(typed: str) -> str:
    return f"/{typed.strip().strip('/')}/".replace("//", "/")
