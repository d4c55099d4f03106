"""Typed readers of environment variables. A wrong value stops the start with a sentence that names the variable."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class WrongSetting(Exception):
    """An environment variable holds something that cannot be used."""


def text(name: str, *, default: str) -> str:
    return os.environ.get(name, "") or default


def path(name: str, *, default: Path) -> Path:
    return Path(os.environ.get(name, "") or default).resolve()


def number(name: str, *, default: int) -> int:
    raw = os.environ.get(name, "")
    if raw and not raw.isdigit():
        raise WrongSetting(f"{name} must be a whole number, not {raw!r}")
    return int(raw) if raw else default


def one_of(name: str, choices: tuple[str, ...]) -> str:
    """One of ``choices``, the first unless told."""
    raw = os.environ.get(name, "") or choices[0]
    if raw not in choices:
        raise WrongSetting(f"{name} must be one of {', '.join(choices)}, not {raw!r}")
    return raw


def names(name: str, *, default: list[str]) -> list[str]:
    raw = os.environ.get(name, "")
    return [part.strip() for part in raw.split(",") if part.strip()] or default


def twins(name: str) -> dict[str, str]:
    """Host of a service → address of the twin that plays it; a twin stands on this machine and nowhere else."""
    pairs = dict(part.partition("=")[::2] for part in names(name, default=[]))
    for address in pairs.values():
        if not address.startswith("http://127.0.0.1:"):
            raise WrongSetting(f"{name}: a twin's address begins with http://127.0.0.1:, not {address!r}")
    return pairs


def secret_key(data_dir: Path) -> str:
    """The key of ``LIENTHONG_SECRET_KEY``, else one made once and kept, readable by the owner only."""
    given = os.environ.get("LIENTHONG_SECRET_KEY", "")
    if given:
        return given
    kept = data_dir / "secret-key"
    if not kept.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48))
    return kept.read_text().strip()


def database(data_dir: Path) -> dict[str, Any]:
    """``LIENTHONG_DATABASE``: empty for the embedded SQLite, or ``postgresql://user:password@host:port/name``."""
    raw = os.environ.get("LIENTHONG_DATABASE", "")
    if not raw:
        data_dir.mkdir(parents=True, exist_ok=True)
        return sqlite(data_dir / "lienthong.sqlite3")
    parts = urlsplit(raw)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme not in ("postgresql", "postgres"):
        raise WrongSetting("LIENTHONG_DATABASE must start with postgresql:// or sqlite:///")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(file: Path) -> dict[str, Any]:
    """WAL, so that readers do not wait for the writer; IMMEDIATE, so that two writers queue instead of failing.

    ``secure_delete`` overwrites what is deleted with zeros: a secret document must not stay in free pages.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; PRAGMA secure_delete=ON;"
            ),
        },
        "CONN_MAX_AGE": 60,
    }


def cache() -> dict[str, Any]:
    """``LIENTHONG_CACHE``: empty for a table of the database, or ``redis://…``. Never one a process keeps to itself."""
    raw = os.environ.get("LIENTHONG_CACHE", "")
    if not raw:
        return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "lienthong_cache"}
    if not raw.startswith(("redis://", "rediss://")):
        raise WrongSetting("LIENTHONG_CACHE must start with redis:// or rediss://")
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": raw}
