from importlib import import_module

from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "lienthong.learning"
    label = "learning"

    def ready(self) -> None:
        for module in ("events", "permissions", "section"):
            import_module(f"lienthong.learning.{module}")
