"""Say something about one passage of a version."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom import events, items
from lienthong.newsroom.models import MarginNote, Version
from lienthong.newsroom.words import plain
from lienthong.organisations.service import Actor, abilities_for


@transaction.atomic
def note_passage(actor: Actor, version: Version, *, quote: str, text: str) -> MarginNote:
    """``quote`` are words of the version; without any the note is about the whole."""
    product = version.product
    if not abilities_for(actor, product).note:
        raise NotAllowed(_("Sản phẩm này không còn nhận ghi chú."))
    if not text.strip():
        raise Refused(_("Hãy ghi điều cần nói."), field="text")
    words = " ".join(quote.split())
    if words and words not in " ".join(f"{version.title}\n{plain(version)}".split()):
        raise Refused(_("Không thấy đoạn này trong bản đang xem. Hãy chép đúng chữ."), field="quote")
    note: MarginNote = MarginNote.objects.create(
        version=version, quote=words[:500], text=text.strip()[:1000], by=actor.own_position
    )
    items.tell(product, product.last_editor, kept("Có ghi chú mới: %(title)s"), actor)
    record(events.NOTED, product, by=actor.stamp, number=version.number)
    return note
