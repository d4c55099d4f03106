from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "lienthong.registry"
    label = "registry"

    def ready(self) -> None:
        from lienthong.registry import events, permissions, tasks, trust  # noqa: F401
