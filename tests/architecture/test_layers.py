"""Relations and migrations point downwards, as imports do (those are held by lint-imports)."""

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from tests.architecture.source import ROOMS, room_of

OURS = [config for config in apps.get_app_configs() if config.name.startswith("lienthong.")]
HEIGHT = {room: height for height, room in enumerate(ROOMS)}
LABELS = {config.label: room_of(config.name) for config in OURS}


@pytest.mark.parametrize("config", OURS, ids=lambda config: config.label)
def test_relations_point_downwards(config):
    mine = HEIGHT[room_of(config.name)]
    upward = [
        f"{model.__name__}.{field.name} → {field.related_model.__name__}"
        for model in config.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model is not None
        for other in [room_of(field.related_model.__module__)]
        if other is not None and HEIGHT[other] > mine
    ]
    assert upward == []


def test_migrations_depend_downwards():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    upward = [
        f"{label}.{name} → {other}"
        for (label, name), migration in loader.disk_migrations.items()
        if label in LABELS
        for other, _needed in migration.dependencies
        if other in LABELS and HEIGHT[LABELS[other]] > HEIGHT[LABELS[label]]
    ]
    assert upward == []


def test_every_room_is_in_the_order():
    assert set(LABELS.values()) <= set(ROOMS)
