from importlib import import_module

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    name = "lienthong.drafting"
    label = "drafting"

    def ready(self) -> None:
        for module in ("events", "permissions"):
            import_module(f"lienthong.drafting.{module}")
