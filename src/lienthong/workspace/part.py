"""One part of the thread."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One part; without ``url`` and not ``here`` it is missing and shown grey. ``step``: the link makes it."""

    label: str
    url: str = ""
    here: bool = False
    step: bool = False
