"""Have a voice read a script."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.jobs.service import wake
from lienthong.organisations.service import Actor
from lienthong.speech import events
from lienthong.speech.audio.voices import NoVoice, voice_of
from lienthong.speech.models import Recording, Script
from lienthong.speech.preparing import frozen, require_words
from lienthong.speech.tasks import make_sound


@transaction.atomic
def record_script(actor: Actor, script: Script, *, voice: str = "espeak") -> Recording:
    """Freeze text and words as they are now; the sound is made in the background."""
    words = require_words(actor, script)
    try:
        voice_of(voice)
    except NoVoice as missing:
        sentence = _("Máy chủ chưa có giọng đọc. Hãy cài gói %(package)s, hoặc tải bản thu của người đọc lên.")
        raise Refused(sentence % {"package": missing.package}) from missing
    recording = frozen(actor, script, words, source=Recording.Source.VOICE, voice=voice)
    recording.save()
    wake(make_sound, recording.pk)
    record(events.RECORDED, recording, by=actor.stamp, title=script.title)
    return recording
