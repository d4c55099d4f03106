from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "lienthong.channels.contrib.website"
    label = "website"

    def ready(self) -> None:
        from lienthong.channels.contrib.website.channel import Website
        from lienthong.channels.core.service import register

        register(Website)
