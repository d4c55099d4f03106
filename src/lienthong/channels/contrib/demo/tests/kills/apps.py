from datetime import timedelta

from django.apps import AppConfig


class KillsConfig(AppConfig):
    name = "lienthong.channels.contrib.demo.tests.kills"
    label = "kills"

    def ready(self) -> None:
        """A lease that runs out in seconds; still many times as long as the twin takes to answer."""
        from lienthong.channels.core.service import Delivery

        Delivery.LEASE = timedelta(seconds=6)
