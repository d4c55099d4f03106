from importlib import import_module

from django.apps import AppConfig


class GateConfig(AppConfig):
    name = "lienthong.gate"
    label = "gate"

    def ready(self) -> None:
        import_module("lienthong.gate.jobs")
