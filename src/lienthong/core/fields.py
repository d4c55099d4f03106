"""The plain fields of a model, by name."""

from collections.abc import Iterable
from typing import Any

from django.db import models


def max_length_of(model: type[models.Model], name: str) -> int | None:
    """How long the text in the field ``name`` may be; None without a limit."""
    return _field(model, name).max_length


def labels_of(model: type[models.Model], names: Iterable[str]) -> list[str]:
    """What a person calls these fields, in the language of the moment."""
    return [str(_field(model, name).verbose_name) for name in names]


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    field = model._meta.get_field(name)
    assert isinstance(field, models.Field), f"{name} is a relation of another model to {model.__name__}"
    return field
