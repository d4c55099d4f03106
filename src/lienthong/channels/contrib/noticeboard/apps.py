from django.apps import AppConfig


class NoticeboardConfig(AppConfig):
    name = "lienthong.channels.contrib.noticeboard"
    label = "noticeboard"

    def ready(self) -> None:
        from lienthong.channels.contrib.noticeboard.channel import Noticeboard
        from lienthong.channels.core.service import register

        register(Noticeboard)
