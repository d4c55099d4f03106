"""The code at the door: signed, good for a short time, and the same for everyone, so it says nothing about anybody.

A screen shows one that is good for ten minutes and is drawn anew before; a poster's is good from an hour before the
event to its end. A device is remembered by a number in its own cookie, drawn by chance for this event alone.
"""

import secrets
from datetime import timedelta

from django.core import signing
from django.utils import timezone

from lienthong.activities.models import OfficeEvent

#: How long a code on a screen is good, and how often the screen draws a new one, in seconds.
GOOD_FOR, DRAWN_EVERY = 600, 240
_BEFORE = timedelta(hours=1)
_SALT, _DEVICE = "activities.door", "activities.device"


def screen_code(event: OfficeEvent) -> str:
    return signing.TimestampSigner(sep=".", salt=_SALT).sign(f"{event.pk}-s")


def poster_code(event: OfficeEvent) -> str:
    return signing.TimestampSigner(sep=".", salt=_SALT).sign(f"{event.pk}-p")


def is_open(event: OfficeEvent) -> bool:
    """True from an hour before the event to its end."""
    running = event.starts_at - _BEFORE <= timezone.now() <= event.ends_at
    return running and event.is_public and event.state != OfficeEvent.State.HELD


def event_at(code: str, office_id: int) -> OfficeEvent | None:
    """The event whose code was scanned, None for one that is not ours or not good any more."""
    signer = signing.TimestampSigner(sep=".", salt=_SALT)
    try:
        said = signer.unsign(code)
        pk, _dash, kind = said.partition("-")
        if kind != "p":
            signer.unsign(code, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    return OfficeEvent.objects.public(office_id).filter(pk=int(pk)).first()


def cookie_of(event: OfficeEvent) -> str:
    return f"co-mat-{event.pk}"


def new_device(event: OfficeEvent) -> str:
    """A number for a device that scans for the first time."""
    return signing.Signer(sep=".", salt=_DEVICE).sign(f"{event.pk}-{secrets.token_hex(12)}")


def device_number(event: OfficeEvent, token: str) -> str:
    """The number in a token that was made for this event; nothing for any other."""
    try:
        pk, _dash, number = signing.Signer(sep=".", salt=_DEVICE).unsign(token).partition("-")
    except signing.BadSignature:
        return ""
    return number if pk == str(event.pk) else ""
