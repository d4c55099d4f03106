from importlib import import_module

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "lienthong.portal"
    label = "portal"

    def ready(self) -> None:
        for module in ("events", "permissions", "jobs"):
            import_module(f"lienthong.portal.{module}")
