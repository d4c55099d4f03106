"""Say how the office reads a word aloud."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.speech import events
from lienthong.speech.models import Pronunciation
from lienthong.speech.permissions import may_change_words
from lienthong.speech.spoken import spoken
from lienthong.speech.spoken.dictionary import Dictionary


@transaction.atomic
def set_pronunciation(actor: Actor, *, written: str, said: str) -> Pronunciation:
    """``said`` must itself be readable: Vietnamese syllables only."""
    if not may_change_words(actor):
        raise NotAllowed(_("Lãnh đạo, trưởng đơn vị hoặc cán bộ tổng hợp sửa từ điển đọc."))
    written, said = " ".join(written.split()), " ".join(said.split())
    if not written or not said:
        raise Refused(_("Hãy ghi cả chữ viết và cách đọc."), field="written" if not written else "spoken")
    result = spoken(said, Dictionary({}))
    if result.remarks or result.text.lower() != said.lower().rstrip(",. "):
        raise Refused(_("Cách đọc phải viết bằng âm tiếng Việt, ví dụ “Ủy ban nhân dân”, “oai phai”."), field="spoken")
    word, _made = Pronunciation.objects.update_or_create(
        office=actor.own_office,
        written=written,
        defaults={"spoken": said, "changed_by": actor.own_position, "changed_at": timezone.now()},
    )
    record(events.WORD_SET, word, by=actor.stamp, written=written, spoken=said)
    return word
