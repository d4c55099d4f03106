from django.apps import AppConfig


class ErrandsConfig(AppConfig):
    name = "lienthong.jobs.tests.errands"
    label = "errands"

    def ready(self) -> None:
        from lienthong.jobs.tests.errands import work  # noqa: F401
