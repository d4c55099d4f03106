"""What the acts on an emergency have in common: its lock, its steps, and what devices are told at once."""

from __future__ import annotations

import math
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.channels.contrib.loudspeaker import items
from lienthong.channels.contrib.loudspeaker.areas import areas_of, reached
from lienthong.channels.contrib.loudspeaker.emergency import Standing
from lienthong.channels.contrib.loudspeaker.models import Emergency, PlannedAiring
from lienthong.channels.contrib.loudspeaker.scheduling import devices_in
from lienthong.channels.contrib.loudspeaker.tasks import wake_alarm
from lienthong.channels.contrib.loudspeaker.workflow import EMERGENCY
from lienthong.organisations.service import Actor, after_step


def locked(emergency: Emergency) -> Emergency:
    rows = Emergency.objects.select_for_update(of=("self",))
    return rows.select_related("station__office", "recording", "caller__user").get(pk=emergency.pk)


def standing_of(emergency: Emergency) -> Standing:
    return Standing(emergency.state, emergency.called_at, emergency.recording.seconds, emergency.plays_at)


def stepped(actor: Actor, emergency: Emergency, act: str, ability: str, *, reason: str = "") -> Emergency:
    """The emergency after a person's ``act``, once right and state allow it; in a transaction."""
    emergency = locked(emergency)
    emergency.state = after_step(
        actor, emergency, EMERGENCY, act, ability, unseen=_("Lần phát này của cơ quan khác."),
        refused=_("Phải là người khác với người gọi: người trực hôm nay hoặc lãnh đạo."),
    )  # fmt: skip
    if act in ("agree", "stop"):
        emergency.second, emergency.answered_at = actor.own_position, timezone.now()
        emergency.reason = reason
    emergency.save(update_fields=["state", "second", "answered_at", "reason"])
    items.emergency_is_answered(emergency)
    return emergency


def play_now(emergency: Emergency, now: datetime | None = None) -> None:
    """Write the airing down and tell the devices; while the voice still reads, the sound's own task tells them."""
    emergency.plays_at = now or timezone.now()
    emergency.save(update_fields=["plays_at"])
    _write_airing(emergency, emergency.plays_at)
    wake_alarm(emergency)


def _write_airing(emergency: Emergency, begins: datetime) -> None:
    areas = areas_of(emergency.station)
    codes = sorted(reached(list(areas.values()), [hamlet.pk for hamlet in emergency.hamlets.all()], ()))
    sound = emergency.recording
    PlannedAiring.objects.update_or_create(
        station=emergency.station, play=emergency.code,
        defaults={
            "begins": begins, "seconds": math.ceil(sound.seconds or 0), "areas": codes,
            "title": emergency.title, "emergency": emergency, "sha256": sound.sha256,
            "expected": len(devices_in(areas, codes)),
        },
    )  # fmt: skip


def silence(emergency: Emergency, now: datetime | None = None) -> None:
    """Devices stop what they play of it, or never begin."""
    emergency.ended_at = now or timezone.now()
    emergency.save(update_fields=["ended_at"])
    wake_alarm(emergency)
