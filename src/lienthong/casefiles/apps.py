from importlib import import_module

from django.apps import AppConfig


class CaseFilesConfig(AppConfig):
    name = "lienthong.casefiles"
    label = "casefiles"

    def ready(self) -> None:
        for module in ("events", "permissions", "tasks"):
            import_module(f"lienthong.casefiles.{module}")
