"""Add a picture to the story."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import Nomination, StoryPicture
from lienthong.commendations.permissions import begin
from lienthong.core.file_kinds import JPEG, PNG, kind_of, sha256_of
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


@transaction.atomic
def add_picture(
    actor: Actor, nomination: Nomination, file: File, *, alt: str, credit: str, consent: str = ""
) -> StoryPicture:
    """``alt`` says what is to be seen, ``credit`` whose picture it is, ``consent`` by which paper it may be used.

    Without ``consent`` it stays inside: it is not among what may be published.
    """
    nomination = begin(actor, nomination, "write")
    if not alt.strip() or not credit.strip():
        raise Refused(_("Hãy ghi trong ảnh có gì và ảnh của ai."), field="alt" if not alt.strip() else "credit")
    kind = kind_of(file)
    if kind not in (JPEG, PNG):
        raise Refused(_("Hãy chọn ảnh JPG hoặc PNG."), field="file")
    picture = StoryPicture(
        nomination=nomination, name=str(file.name)[-255:], content_type=kind.content_type, sha256=sha256_of(file),
        alt=alt.strip()[:300], credit=credit.strip()[:200], consent=consent.strip()[:300],
        added_by=actor.own_position,
    )  # fmt: skip
    picture.stored.save(f"{picture.sha256[:32]}{kind.ending}", file, save=False)
    picture.save()
    record(events.PICTURE_ADDED, nomination, by=actor.stamp, alt=picture.alt, credit=picture.credit)
    return picture
