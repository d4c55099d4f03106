from importlib import import_module

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    name = "lienthong.newsroom"
    label = "newsroom"

    def ready(self) -> None:
        for module in ("events", "permissions", "tasks", "receipts"):
            import_module(f"lienthong.newsroom.{module}")
