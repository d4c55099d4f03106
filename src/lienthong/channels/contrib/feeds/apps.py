from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "lienthong.channels.contrib.feeds"
    label = "feeds"

    def ready(self) -> None:
        from lienthong.channels.contrib.feeds.channel import Feeds
        from lienthong.channels.core.service import register

        register(Feeds)
