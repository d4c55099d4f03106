from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "lienthong.channels.contrib.demo"
    label = "demo"

    def ready(self) -> None:
        from lienthong.channels.contrib.demo.channel import AskDemo, IdempotentDemo, LookUpDemo
        from lienthong.channels.core.service import register

        for channel in (IdempotentDemo, LookUpDemo, AskDemo):
            register(channel)
