from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "lienthong.audit"
    label = "audit"

    def ready(self) -> None:
        from lienthong.audit import forgetting  # noqa: F401
