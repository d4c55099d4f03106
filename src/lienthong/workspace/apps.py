from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "lienthong.workspace"
    label = "workspace"
