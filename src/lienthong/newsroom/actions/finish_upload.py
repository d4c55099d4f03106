"""Make a file that arrived in parts a sound or film of the office, once it is whole and what was sent."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom import events
from lienthong.newsroom.keeping import sound_or_film
from lienthong.newsroom.models.files import MediaFile, Upload
from lienthong.newsroom.uploads import give_up, whole_file
from lienthong.organisations.service import Actor, abilities_for


def finish_upload(actor: Actor, upload: Upload, *, sha256: str, alt: str, credit: str, rights: str) -> MediaFile:
    """``sha256`` is what the browser computed of its own file. A file of another content is given up at once."""
    if not abilities_for(actor, upload).see:
        raise NotAllowed(_("Tệp này do người khác tải lên."))
    with whole_file(upload, sha256) as file:
        try:
            media = _kept(actor, file, name=upload.name, alt=alt, credit=credit, rights=rights)
        except Refused as refused:
            if refused.field == "file":
                give_up(upload)
            raise
    give_up(upload)
    return media


@transaction.atomic
def _kept(actor: Actor, file: File, **said: str) -> MediaFile:
    media = sound_or_film(actor, file, **said)
    media.save()
    record(events.FILE_ADDED, media, by=actor.stamp, alt=media.alt, credit=media.credit, hash=media.sha256[:12])
    return media
