from importlib import import_module

from django.apps import AppConfig


class CorrectionsConfig(AppConfig):
    name = "lienthong.corrections"
    label = "corrections"

    def ready(self) -> None:
        for module in ("events", "permissions", "jobs", "section", "receipts", "issuing"):
            import_module(f"lienthong.corrections.{module}")
