"""One hash of what was approved, so that anybody can show later that not a word of it changed."""

import hashlib
import json
from collections.abc import Callable


def sha256_of(said: object, *, default: Callable[[object], object] | None = None) -> str:
    """The SHA-256, in hex, of ``said`` as JSON with its keys in order. ``default`` spells what JSON cannot, as
    ``json.dumps`` takes it. The spelling never changes: hashes that are stored were made of it.
    """
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True, default=default).encode()).hexdigest()
