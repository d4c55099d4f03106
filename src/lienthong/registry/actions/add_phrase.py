"""Keep an opinion to be used again."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, Role
from lienthong.registry import events
from lienthong.registry.models import Phrase


def add_phrase(actor: Actor, *, text: str) -> Phrase:
    """A phrase of the actor's office; the same text is kept once."""
    if actor.office is None or not actor.is_(Role.LEADER, Role.CLERK):
        raise NotAllowed(_("Chỉ lãnh đạo và văn thư giữ mẫu ý kiến của cơ quan."))
    words = " ".join(text.split())
    if not words:
        raise Refused(_("Chưa có ý kiến nào để giữ."))
    if len(words) > 300:
        raise Refused(_("Mẫu ý kiến dài nhất 300 ký tự."))
    with transaction.atomic():
        phrase, made = Phrase.objects.get_or_create(office=actor.office, text=words)
        if made:
            record(events.PHRASE_ADDED, actor.office, by=actor.stamp)
    return phrase
