"""Store a file of a product under its hash, once however often it comes."""

from django.core.files.base import File
from django.utils.translation import gettext as _

from lienthong.core.file_kinds import M4A, MP3, MP4, Kind, head_kind_of, sha256_of
from lienthong.core.pictures import described
from lienthong.core.refusals import Refused
from lienthong.newsroom.models.files import MediaFile
from lienthong.organisations.service import Actor

SOUNDS, FILMS = (MP3, M4A), (MP4,)


def media_kind(kind: Kind | None) -> MediaFile.Kind:
    """What a product does with a file of this kind; :class:`Refused` for one that is no sound and no film."""
    if kind in SOUNDS:
        return MediaFile.Kind.SOUND
    if kind in FILMS:
        return MediaFile.Kind.FILM
    raise Refused(_("Tệp phải là âm thanh (MP3, M4A) hoặc video (MP4)."), field="file")


def keep(actor: Actor, file: File, *, kind: MediaFile.Kind, content_type: str, ending: str, **said: str) -> MediaFile:
    """A new row for ``file``; ``said`` are ``name``, ``alt``, ``credit`` and ``rights``."""
    alt, credit = described(said["alt"], said["credit"])
    if said["rights"] not in MediaFile.Rights.values:
        raise Refused(_("Hãy chọn quyền sử dụng của tệp."), field="rights")
    media = MediaFile(
        office=actor.own_office, kind=kind, content_type=content_type, name=said["name"][-200:], size=file.size,
        sha256=sha256_of(file), alt=alt[:300], credit=credit[:150], rights=said["rights"],
        added_by=actor.own_position,
    )  # fmt: skip
    name = f"newsroom/{media.sha256[:2]}/{media.sha256}{ending}"
    storage = MediaFile._meta.get_field("file").storage
    media.file = name if storage.exists(name) else storage.save(name, file)
    return media


def sound_or_film(actor: Actor, file: File, **said: str) -> MediaFile:
    """A sound or film that arrived whole; it is told by its content."""
    found = head_kind_of(file)
    kind = media_kind(found)
    assert found is not None, "a file without a kind was refused"
    return keep(actor, file, kind=kind, content_type=found.content_type, ending=found.ending, **said)
