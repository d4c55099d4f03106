from importlib import import_module

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "lienthong.inspections"
    label = "inspections"

    def ready(self) -> None:
        for module in ("events", "permissions"):
            import_module(f"lienthong.inspections.{module}")
