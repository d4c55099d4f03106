from django.apps import AppConfig


class YouTubeConfig(AppConfig):
    name = "lienthong.channels.contrib.youtube"
    label = "youtube"

    def ready(self) -> None:
        from lienthong.channels.contrib.youtube.channel import YouTubeChannel
        from lienthong.channels.core.service import register

        register(YouTubeChannel)
