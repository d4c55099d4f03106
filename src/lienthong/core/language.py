"""The language of what is stored: what one person writes others read, whatever language he himself reads in."""

from django.conf import settings
from django.utils.translation import gettext, override


def site_language() -> override:
    """A context in which sentences come out in the site's language: official files, titles that are stored."""
    return override(settings.LANGUAGE_CODE)


def kept(message: str) -> str:
    """``message`` in the site's language, for a sentence that is stored and read by others."""
    with site_language():
        return gettext(message)
