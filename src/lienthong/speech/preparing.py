"""What every recording begins with: the right, the words, and both frozen."""

from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.speech.models import Recording, Script
from lienthong.speech.permissions import script_abilities
from lienthong.speech.words import Said, said


def require_words(actor: Actor, script: Script) -> Said:
    if not script_abilities(actor, script).record:
        raise NotAllowed(_("Chỉ người của cơ quan thu bản tin của cơ quan."))
    words = said(script.office, script.text)
    if not words.sentences:
        raise Refused(_("Lời bản tin không có chữ nào đọc được."))
    return words


def frozen(actor: Actor, script: Script, words: Said, **fields: str) -> Recording:
    sentences = [{"start": one.place.start, "end": one.place.end, "words": one.words} for one in words.sentences]
    return Recording(
        script=script, text=script.text, sentences=sentences, text_editor=script.last_editor,
        made_by=actor.own_position, **fields,
    )  # fmt: skip
