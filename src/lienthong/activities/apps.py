from importlib import import_module

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "lienthong.activities"
    label = "activities"

    def ready(self) -> None:
        for module in ("events", "permissions", "section", "jobs"):
            import_module(f"lienthong.activities.{module}")
