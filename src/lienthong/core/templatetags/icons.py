"""Icons by the names of heroicons, each drawn once: a page shows dozens, and drawing one parses XML."""

from functools import lru_cache

from django import template
from heroicons.templatetags import heroicons

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=512)
def heroicon_outline(name: str, *, size: int = 24) -> str:
    return heroicons.heroicon_outline(name, size=size)
