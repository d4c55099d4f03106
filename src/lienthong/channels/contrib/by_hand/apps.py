from importlib import import_module

from django.apps import AppConfig


class ByHandConfig(AppConfig):
    name = "lienthong.channels.contrib.by_hand"
    label = "by_hand"

    def ready(self) -> None:
        from lienthong.channels.contrib.by_hand.channel import ByHand
        from lienthong.channels.core.service import register

        register(ByHand)
        for module in ("events", "permissions"):
            import_module(f"lienthong.channels.contrib.by_hand.{module}")
