from importlib import import_module

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "lienthong.training"
    label = "training"

    def ready(self) -> None:
        for module in ("events", "permissions", "own", "jobs"):
            import_module(f"lienthong.training.{module}")
