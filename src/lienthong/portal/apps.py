from importlib import import_module

from django.apps import AppConfig

from lienthong.core import public


class PortalConfig(AppConfig):
    name = "lienthong.portal"
    label = "portal"

    def ready(self) -> None:
        for module in ("events", "permissions", "jobs"):
            import_module(f"lienthong.portal.{module}")
        # Rooms below show themselves on the site without knowing this room.
        names = ("models", "published", "releasing", "addresses")
        models, published, releasing, addresses = (import_module(f"lienthong.portal.{name}") for name in names)
        public.answered_by(models.Portal.open_at, published.announce, releasing.place_of, addresses.coming)
