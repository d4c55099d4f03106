"""A registered document by the number that a person typed."""

from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body
from lienthong.registry.finding import known_documents
from lienthong.registry.models import Direction, OfficialDocument


def document_numbered(
    number: str, actor: Actor, office: Body, *, field: str, direction: Direction | None = None
) -> OfficialDocument:
    """The one that bears ``number`` in the registers of ``office`` (of one ``direction``) and that ``actor`` may read.

    :class:`Refused` at ``field`` where none or several do.
    """
    found = known_documents(number, office).filter(pk__in=OfficialDocument.objects.visible_to(actor))
    if direction is not None:
        found = found.filter(direction=direction)
    first = list(found[:2])
    words = {"kind": direction.label.lower() if direction else _("văn bản"), "number": number.strip()[:100]}
    if not first:
        sentence = _("Không có %(kind)s nào mang số “%(number)s” trong sổ. Hãy xem lại, hoặc đăng ký văn bản đó trước.")
        raise Refused(sentence % words, field=field)
    if len(first) > 1:
        raise Refused(_("Có nhiều %(kind)s cùng số này. Hãy ghi cả ký hiệu, như 82/KH-UBND.") % words, field=field)
    return first[0]
