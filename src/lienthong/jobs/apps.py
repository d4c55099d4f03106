from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "lienthong.jobs"
    label = "jobs"

    def ready(self) -> None:
        from lienthong.jobs import periodic  # noqa: F401
