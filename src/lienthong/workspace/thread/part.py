"""One part of the thread, and who makes the parts of which thing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from lienthong.organisations.service import Actor


@dataclass(frozen=True, slots=True)
class Part:
    """One part; without ``url`` and not ``here`` it is missing and shown grey. ``step``: the link makes it."""

    label: str
    url: str = ""
    here: bool = False
    step: bool = False


Builders = dict[type[models.Model], Callable[[Any, Actor], list[Part]]]
