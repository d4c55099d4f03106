from importlib import import_module

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "lienthong.procedures"
    label = "procedures"

    def ready(self) -> None:
        for module in ("events", "permissions", "tasks", "section", "concerning"):
            import_module(f"lienthong.procedures.{module}")
