"""The sound behind what is on the air, and whether it may still be heard."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.urls import reverse

from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Emergency, PlannedAiring
from lienthong.speech.service import Recording


@dataclass(frozen=True, slots=True)
class Sound:
    """``seconds`` are rounded up."""

    sha256: str
    seconds: int


def of_recording(recording: Recording | None) -> Sound | None:
    """The sound of an approved recording; None while there is none, and after it was withdrawn."""
    if recording is None or recording.state != Recording.State.APPROVED:
        return None
    return Sound(recording.sha256, math.ceil(recording.seconds or 0))


def of_bulletin(bulletin: AirBulletin) -> Sound | None:
    if bulletin.file:
        return Sound(bulletin.sha256, bulletin.seconds)
    return of_recording(bulletin.recording)


def address_of(sha256: str) -> str:
    """Where devices fetch a sound: no sign-in, the hash is the name and the proof."""
    return settings.LIENTHONG_URL + reverse("loudspeaker_sound", args=[sha256])


def on_air(sha256: str) -> FieldFile | None:
    """The file of a sound that is or was in a schedule and may still be heard; None for every other hash."""
    if not PlannedAiring.objects.filter(sha256=sha256).exists():
        return None
    recording = Recording.objects.filter(sha256=sha256, state=Recording.State.APPROVED).first()
    if recording is not None:
        return recording.file
    bulletin = AirBulletin.objects.filter(sha256=sha256, state=AirBulletin.State.CHOSEN).exclude(file="").first()
    if bulletin is not None:
        return bulletin.file
    urgent = Emergency.objects.filter(recording__sha256=sha256).exclude(answered_at=None, plays_at=None).first()
    return urgent.recording.file if urgent is not None else None
