from django.apps import AppConfig


class ZaloConfig(AppConfig):
    name = "lienthong.channels.contrib.zalo"
    label = "zalo"

    def ready(self) -> None:
        from lienthong.channels.contrib.zalo.channel import ZaloArticles, ZaloBroadcast
        from lienthong.channels.core.service import register

        register(ZaloArticles)
        register(ZaloBroadcast)
