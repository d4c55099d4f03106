from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LoudspeakerConfig(AppConfig):
    name = "lienthong.channels.contrib.loudspeaker"
    label = "loudspeaker"
    #: The entry of the menu: label, address, icon, and the roles that use it.
    menu = (_("Phát thanh"), "loudspeaker:desk", "megaphone", ("clerk", "leader", "coordinator", "unit_head", "member"))

    def ready(self) -> None:
        from lienthong.channels.contrib.loudspeaker.channel import Loudspeaker
        from lienthong.channels.core.service import register

        for module in ("events", "permissions", "tasks"):
            import_module(f"{self.name}.{module}")
        register(Loudspeaker)
