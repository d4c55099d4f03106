from importlib import import_module

from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "lienthong.channels.contrib.mail"
    label = "mail"

    def ready(self) -> None:
        from lienthong.channels.contrib.mail.channel import Mail
        from lienthong.channels.core.service import register

        register(Mail)
        for module in ("events", "tasks", "public"):
            import_module(f"lienthong.channels.contrib.mail.{module}")
