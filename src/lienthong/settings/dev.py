"""For a demonstration or a developer's own machine: served by runserver, static files straight from the apps."""

from lienthong.settings.base import *  # noqa: F403

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
