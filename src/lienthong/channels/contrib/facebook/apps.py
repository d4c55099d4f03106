from django.apps import AppConfig


class FacebookConfig(AppConfig):
    name = "lienthong.channels.contrib.facebook"
    label = "facebook"

    def ready(self) -> None:
        from lienthong.channels.contrib.facebook.channel import FacebookPage
        from lienthong.channels.core.service import register

        register(FacebookPage)
