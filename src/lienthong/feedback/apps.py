from importlib import import_module

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "lienthong.feedback"
    label = "feedback"

    def ready(self) -> None:
        for module in ("events", "permissions", "jobs", "sections"):
            import_module(f"lienthong.feedback.{module}")
