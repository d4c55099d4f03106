from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "lienthong.audit"
    label = "audit"
