from importlib import import_module

from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    name = "lienthong.channels.core"
    label = "channels"

    def ready(self) -> None:
        for module in ("events", "permissions", "tasks"):
            import_module(f"lienthong.channels.core.{module}")
