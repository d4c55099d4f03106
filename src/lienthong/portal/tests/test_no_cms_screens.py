"""ADR 0019: nothing of Wagtail's administration can be reached, so no screen of it meets an editor."""

from django.apps import apps
from django.urls import URLPattern, get_resolver


def views(resolver=None):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield entry.callback.__module__
        else:
            yield from views(entry)


def test_no_address_leads_to_a_screen_of_the_cms():
    ours = {module for module in views() if module.startswith("lienthong.")}
    assert "lienthong.portal.views.pages" in ours
    assert [module for module in views() if module.startswith(("wagtail", "django.contrib.admin"))] == []


def test_only_the_core_of_the_cms_is_installed():
    found = [config.name for config in apps.get_app_configs() if config.name.startswith("wagtail")]
    assert found == ["wagtail"]


def test_its_usual_addresses_are_not_there(client, db):
    for url in ("/admin/", "/cms/", "/documents/1/", "/noi-bo/cms/", "/noi-bo/admin/"):
        assert client.get(url).status_code == 404, url
