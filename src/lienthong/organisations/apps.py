from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "lienthong.organisations"
    label = "organisations"

    def ready(self) -> None:
        from lienthong.organisations import events, permissions  # noqa: F401
