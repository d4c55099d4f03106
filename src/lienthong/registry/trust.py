"""Whose electronic signatures the office trusts: the certificates in the folder ``LIENTHONG_TRUST``."""

import logging
from pathlib import Path
from typing import Any

import vanban
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

logger = logging.getLogger(__name__)


def trust_roots() -> list[bytes]:
    """The certificates of the trusted authorities; none when no folder is set, or when it cannot be used any more:
    a signature then reads *không xác định*, and documents are still read.
    """
    try:
        return _roots()
    except ValueError as error:
        logger.error("LIENTHONG_TRUST: %s", error)
        return []


def _roots() -> list[bytes]:
    folder = settings.LIENTHONG_TRUST
    return vanban.roots_in(Path(folder)) if folder else []


@register()
def check_trust(**kwargs: Any) -> list[CheckMessage]:
    """The folder can be used, said at the start and not when a document is read."""
    try:
        _roots()
    except ValueError as error:
        return [Error(str(error), hint="LIENTHONG_TRUST", id="registry.E001")]
    return []
