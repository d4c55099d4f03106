from importlib import import_module

from django.apps import AppConfig


class CommendationsConfig(AppConfig):
    name = "lienthong.commendations"
    label = "commendations"

    def ready(self) -> None:
        for module in ("events", "permissions"):
            import_module(f"lienthong.commendations.{module}")
