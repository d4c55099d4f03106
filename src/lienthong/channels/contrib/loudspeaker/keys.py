"""Keys of stations and devices. They are derived from the installation's secret and stored nowhere.

What goes out is signed with the station's Ed25519 key: a device holds only the public half, so a stolen device cannot
speak for the office. What comes back carries an HMAC-SHA256 with the device's own secret. Both cover the topic, so that
a message cannot be moved to another area or device.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from lienthong.channels.contrib.loudspeaker.models import Device, Station


def _derived(purpose: str) -> bytes:
    """32 bytes that only this installation can make again."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(settings.SECRET_KEY.encode())


def _signing_key(station: Station) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(_derived(f"loudspeaker.station:{station.pk}:{station.key_number}"))


def public_key(station: Station) -> str:
    """What is written into a device: the public half, base64."""
    raw = _signing_key(station).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def device_secret(device: Device) -> str:
    """The secret of one device, base64; a new ``key_number`` makes the old one worthless."""
    return base64.b64encode(_derived(f"loudspeaker.device:{device.pk}:{device.key_number}")).decode()


def signed(station: Station, topic: str, body: str) -> bytes:
    """The message for ``topic``: the body as a string, exactly as it was signed, and its signature."""
    signature = _signing_key(station).sign(f"{topic}\n{body}".encode())
    message = {"body": body, "key": station.key_number, "signature": base64.b64encode(signature).decode()}
    return json.dumps(message, ensure_ascii=False).encode()


def sealed(secret: str, topic: str, body: str) -> bytes:
    """What a device sends: the body and its HMAC."""
    return json.dumps({"body": body, "hmac": _hmac(secret, topic, body)}, ensure_ascii=False).encode()


def opened(secret: str, topic: str, message: bytes) -> str | None:
    """The body of a device's message; None when it is not one or was not sealed with ``secret``."""
    try:
        found = json.loads(message)
        body, seal = found["body"], found["hmac"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(body, str) or not isinstance(seal, str):
        return None
    return body if hmac.compare_digest(_hmac(secret, topic, body).encode(), seal.encode()) else None


def _hmac(secret: str, topic: str, body: str) -> str:
    return hmac.new(base64.b64decode(secret), f"{topic}\n{body}".encode(), hashlib.sha256).hexdigest()
