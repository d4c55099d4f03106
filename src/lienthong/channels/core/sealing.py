"""Secrets of outlets at rest: encrypted with the keys of the setting, the first of which seals (ADR 0020)."""

import base64
import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unreadable(Exception):
    """What was sealed cannot be opened with the present keys."""


def _keys() -> MultiFernet:
    given = settings.LIENTHONG_CHANNEL_KEYS or [settings.SECRET_KEY]
    return MultiFernet([Fernet(_derived(one)) for one in given])


def _derived(secret: str) -> bytes:
    derivation = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"lienthong.channels")
    return base64.urlsafe_b64encode(derivation.derive(secret.encode()))


def seal(secrets: dict[str, str]) -> str:
    """``secrets`` as a text that only the holder of a key can read; nothing for no secrets."""
    return _keys().encrypt(json.dumps(secrets).encode()).decode() if secrets else ""


def opened(sealed: str) -> dict[str, str]:
    """What :func:`seal` was given; :class:`Unreadable` when no present key opens it."""
    if not sealed:
        return {}
    try:
        found: dict[str, str] = json.loads(_keys().decrypt(sealed.encode()))
    except InvalidToken:
        raise Unreadable from None
    return found


def resealed(sealed: str) -> str:
    """The same under the first key, for the change of keys."""
    return seal(opened(sealed))
