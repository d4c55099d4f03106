from importlib import import_module

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "lienthong.reports"
    label = "reports"

    def ready(self) -> None:
        for module in ("events", "permissions", "obligations"):
            import_module(f"lienthong.reports.{module}")
