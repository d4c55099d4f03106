from importlib import import_module

from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "lienthong.inbox"
    label = "inbox"

    def ready(self) -> None:
        import_module("lienthong.inbox.events")
        import_module("lienthong.inbox.reminders")
