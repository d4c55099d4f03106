from importlib import import_module

from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    name = "lienthong.committees"
    label = "committees"

    def ready(self) -> None:
        for module in ("events", "permissions"):
            import_module(f"lienthong.committees.{module}")
