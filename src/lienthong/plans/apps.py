from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "lienthong.plans"
    label = "plans"

    def ready(self) -> None:
        from lienthong.plans import events, jobs, permissions  # noqa: F401
        from lienthong.plans.budget import permissions as budget  # noqa: F401
