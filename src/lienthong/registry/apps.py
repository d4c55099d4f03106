from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "lienthong.registry"
    label = "registry"
