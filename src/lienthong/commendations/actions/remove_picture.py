"""Remove a picture from the story."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import StoryPicture
from lienthong.commendations.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def remove_picture(actor: Actor, picture: StoryPicture) -> None:
    nomination = begin(actor, picture.nomination, "write")
    record(events.PICTURE_REMOVED, nomination, by=actor.stamp, alt=picture.alt)
    picture.delete()
    transaction.on_commit(lambda: picture.stored.delete(save=False))
