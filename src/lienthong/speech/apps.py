from importlib import import_module

from django.apps import AppConfig


class SpeechConfig(AppConfig):
    name = "lienthong.speech"
    label = "speech"

    def ready(self) -> None:
        for module in ("events", "permissions", "tasks"):
            import_module(f"lienthong.speech.{module}")
