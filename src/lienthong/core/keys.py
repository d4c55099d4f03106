"""Opaque keys ("plans.assignment:12"): how a lower room remembers a thing of an upper one without knowing it."""

from django.apps import apps
from django.db import models


def key_of(thing: models.Model) -> str:
    """The key of a stored ``thing``."""
    return f"{thing._meta.label_lower}:{thing.pk}"


def resolve(key: str) -> models.Model | None:
    """The thing that ``key`` names, or None when it is gone or the key is not one."""
    label, _, pk = key.partition(":")
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return None
    return model._default_manager.filter(pk=pk).first() if pk.isdecimal() else None
