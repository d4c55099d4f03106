"""A loudspeaker cluster made of numbers: it loses power, clock and network as real ones do. Knows no framework.

Time is given to it; it never looks at a clock of its own.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

Span = tuple[datetime, datetime]
#: As many plays as a device reports at once: what was said before was read before.
LOG_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Faults:
    """``offset``: seconds its clock is ahead; ``knows_offset`` when a time server told it so."""

    power_off: tuple[Span, ...] = ()
    network_off: tuple[Span, ...] = ()
    offset: int = 0
    knows_offset: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """What is written into a device when it is set up (the page of the device shows it)."""

    root: str
    code: str
    schedule: str
    public_key: str
    secret: str


@dataclass(slots=True)
class SimulatedDevice:
    written: Written
    faults: Faults = Faults()
    version: int = 0
    body: str = ""
    played: dict[str, dict[str, object]] = field(default_factory=dict)

    def receive(self, topic: str, message: bytes, now: datetime) -> bool:
        """Take a schedule; False when the network is away, it is not signed by the station or older than the held."""
        if topic != self.written.schedule or _inside(self.faults.network_off, now):
            return False
        found = json.loads(message)
        try:
            key = Ed25519PublicKey.from_public_bytes(base64.b64decode(self.written.public_key))
            key.verify(base64.b64decode(found["signature"]), f"{topic}\n{found['body']}".encode())
        except (InvalidSignature, ValueError, KeyError):
            return False
        version = json.loads(found["body"])["version"]
        if version < self.version:
            return False
        self.version, self.body = version, found["body"]
        return True

    def live(self, begins: datetime, ends: datetime) -> None:
        """Play what its schedule says between two real moments, by its own clock and while it has power."""
        if not self.body:
            return
        plays = json.loads(self.body)["plays"]
        starts = [datetime.fromisoformat(line["begins"]) for line in plays]
        for place, line in enumerate(plays):
            real = starts[place] - timedelta(seconds=self.faults.offset)
            stops = starts[place] + timedelta(seconds=line["seconds"])
            if place + 1 < len(starts):
                # What begins later takes over.
                stops = min(stops, starts[place + 1])
            stops -= timedelta(seconds=self.faults.offset)
            if begins <= real and stops <= ends:
                seconds = _powered(self.faults.power_off, real, stops)
                if seconds:
                    self.played[line["play"]] = {
                        "play": line["play"], "begun": starts[place].isoformat(), "seconds": seconds,
                        "sha256": line.get("sha256", ""),
                    }  # fmt: skip

    def report(self, now: datetime) -> list[tuple[str, bytes]]:
        """Heartbeat, the schedule it holds, and its log, each sealed; nothing without power or network."""
        if _inside(self.faults.power_off, now) or _inside(self.faults.network_off, now):
            return []
        own = now + timedelta(seconds=self.faults.offset)
        known = self.faults.offset if self.faults.knows_offset else 0
        said: dict[str, dict[str, object]] = {
            "nhip": {"at": own.isoformat(), "offset": known},
            "nhat-ky": {"plays": list(self.played.values())[-LOG_LENGTH:]},
        }
        if self.body:
            said["nhan"] = {"sha256": hashlib.sha256(self.body.encode()).hexdigest(), "at": own.isoformat()}
        return [self._sealed(kind, body) for kind, body in said.items()]

    def _sealed(self, kind: str, value: dict[str, object]) -> tuple[str, bytes]:
        topic, body = f"{self.written.root}/loa/{self.written.code}/{kind}", json.dumps(value)
        secret = base64.b64decode(self.written.secret)
        seal = hmac.new(secret, f"{topic}\n{body}".encode(), hashlib.sha256).hexdigest()
        return topic, json.dumps({"body": body, "hmac": seal}).encode()


def some_faults(chance: random.Random, begins: datetime, ends: datetime) -> Faults:
    """What a device suffers in a day: 1 in 12 loses power, 1 in 10 its network, 1 in 8 has a bad clock."""

    def span() -> tuple[Span, ...]:
        length = (ends - begins).total_seconds()
        start = begins + timedelta(seconds=chance.uniform(0, length))
        return ((start, start + timedelta(seconds=chance.uniform(300, 14400))),)

    return Faults(
        power_off=span() if chance.random() < 1 / 12 else (),
        network_off=span() if chance.random() < 1 / 10 else (),
        offset=chance.randint(-90, 90) if chance.random() < 1 / 8 else 0,
        knows_offset=chance.random() < 1 / 2,
    )


def _inside(spans: tuple[Span, ...], moment: datetime) -> bool:
    return any(begins <= moment < ends for begins, ends in spans)


def _powered(off: tuple[Span, ...], begins: datetime, ends: datetime) -> int:
    """Seconds with power between two moments."""
    dark = sum(max(0.0, (min(ends, until) - max(begins, since)).total_seconds()) for since, until in off)
    return max(0, round((ends - begins).total_seconds() - dark))
