"""Leave a word to the common dictionary again."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.speech import events
from lienthong.speech.models import Pronunciation
from lienthong.speech.permissions import pronunciation_abilities


@transaction.atomic
def remove_pronunciation(actor: Actor, word: Pronunciation) -> None:
    if not pronunciation_abilities(actor, word).change:
        raise NotAllowed(_("Lãnh đạo, trưởng đơn vị hoặc cán bộ tổng hợp sửa từ điển đọc."))
    record(events.WORD_REMOVED, word, by=actor.stamp, written=word.written)
    word.delete()
