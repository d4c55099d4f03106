"""Take a recording that a person read: WAV is levelled here, MP3 is kept as it is."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.file_kinds import MP3, kind_of
from lienthong.core.refusals import Refused
from lienthong.jobs.service import Claim
from lienthong.organisations.service import Actor
from lienthong.speech import events, items
from lienthong.speech.audio.frames import seconds_of
from lienthong.speech.audio.loudness import levelled
from lienthong.speech.audio.waves import NotSound, read_wave
from lienthong.speech.keeping import keep_file, keep_sound
from lienthong.speech.models import Recording, Script
from lienthong.speech.preparing import frozen, require_words


@transaction.atomic
def upload_recording(actor: Actor, script: Script, file: UploadedFile) -> Recording:
    words = require_words(actor, script)
    recording = frozen(actor, script, words, source=Recording.Source.PERSON)
    recording.job_state = Claim.DONE
    data = file.read()
    try:
        if data[:4] == b"RIFF":
            keep_sound(recording, levelled(read_wave(data)))
        else:
            _keep_mp3(recording, file, data)
    except NotSound as fault:
        raise Refused(
            _("Không đọc được tệp “%(name)s”. Hãy thu lại thành WAV 16 bit hoặc MP3.") % {"name": file.name},
            field="file",
        ) from fault
    record(events.RECORDED, recording, by=actor.stamp, title=script.title)
    items.ask_to_listen(recording)
    return recording


def _keep_mp3(recording: Recording, file: UploadedFile, data: bytes) -> None:
    """What has no decoder here cannot be measured: the listener judges how loud it is."""
    if kind_of(file) != MP3:
        raise NotSound("neither WAV nor MP3")
    keep_file(recording, data, seconds_of(data))
