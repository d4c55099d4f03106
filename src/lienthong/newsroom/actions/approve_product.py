"""Approve a product: the version that was read is frozen byte for byte, and exactly that goes out."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept, site_language
from lienthong.core.refusals import Refused
from lienthong.newsroom import events, items
from lienthong.newsroom.checks import blocking
from lienthong.newsroom.deciding import locked, moved
from lienthong.newsroom.models import Product
from lienthong.newsroom.permissions import authority_of
from lienthong.newsroom.words import hash_now
from lienthong.organisations.service import Actor


@transaction.atomic
def approve_product(actor: Actor, product: Product, *, seen: int) -> Product:
    """``seen`` is the number of the version that the approver read; another one is refused.

    The approver never edited last, in whatever position, and the record says under which authority he approves.
    """
    product = locked(product)
    if actor.holds(product.last_editor):
        raise Refused(_("Bạn là người sửa sau cùng nên cần người khác duyệt."))
    version = product.newest
    if version is None or version.number != seen:
        raise Refused(_("Sản phẩm đã đổi sau khi bạn mở. Hãy tải lại và đọc bản mới."))
    if hash_now(version) != version.sha256:
        raise Refused(_("Nội dung lưu không còn đúng với bản đã viết. Hãy lưu bản mới rồi trình lại."))
    faults = blocking(product, version)
    with site_language():
        authority = authority_of(actor, product) or ""
    product = moved(
        actor, product, "approve", "decide", _("Chỉ lãnh đạo hoặc người được giao ký mới duyệt sản phẩm."),
        approved=version, hash=version.sha256, approved_by=actor.position, approved_at=timezone.now(),
        authority=authority[:300], reason="",
    )  # fmt: skip
    if faults:
        raise Refused(faults[0].sentence)
    items.tell(product, product.last_editor, kept("Sản phẩm được duyệt: %(title)s"), actor)
    record(events.APPROVED, product, by=actor.stamp, number=version.number, authority=authority, hash=product.hash[:12])
    return product
