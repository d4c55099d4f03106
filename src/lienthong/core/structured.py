"""What search engines read of a public page: JSON-LD in the words of schema.org."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

_NEVER_IN_A_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def json_ld(said: Mapping[str, Any]) -> SafeString:
    """``said`` ready to stand in a script element: letters that could end it are written as JSON escapes."""
    whole = {"@context": "https://schema.org", **said}
    return mark_safe(json.dumps(whole, ensure_ascii=False).translate(_NEVER_IN_A_SCRIPT))  # noqa: S308
