"""What changed from one version to the next, as people read it."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from django.db import models

from lienthong.procedures.deciding import fields_of
from lienthong.procedures.lines import papers_text, questions_text
from lienthong.procedures.models import Version

#: Said of every version beside what changed.
_SAID_ANYWAY = ("decision", "decided_on", "valid_from")


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what was and what is, as text; "" for nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One version with what it changed; ``changes`` is empty for the first."""

    version: Version
    changes: list[Change]


def changes_between(before: Version, after: Version) -> list[Change]:
    """In the order of the fields; :class:`Change` for each that reads differently."""
    found = []
    for name in fields_of(after):
        was, now = _text(before, name), _text(after, name)
        if was != now and name not in _SAID_ANYWAY:
            found.append(Change(_label(after, name), was, now))
    return found


def stages_of(versions: "models.QuerySet[Any]") -> list[Stage]:
    """Past versions, the last one that the public read first, each with what it changed of the one before."""
    listed = sorted(versions, key=lambda each: (each.public_on, each.number), reverse=True)
    pairs = zip_longest(listed, listed[1:])
    return [Stage(version, changes_between(before, version) if before else []) for version, before in pairs]


def _label(version: Version, name: str) -> str:
    field = version._meta.get_field(name)
    assert isinstance(field, models.Field)
    label = str(field.verbose_name)
    return label[:1].upper() + label[1:]


def _text(version: Version, name: str) -> str:
    value = getattr(version, name)
    if name == "papers":
        return papers_text(value)
    if name == "questions":
        return questions_text(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    shown = getattr(version, f"get_{name}_display", None)
    return str(shown() if shown else value)
