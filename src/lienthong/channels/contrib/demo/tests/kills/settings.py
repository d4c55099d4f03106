"""The channels with the rooms below them, on the database that the environment names."""

from lienthong.settings.test import *  # noqa: F403

INSTALLED_APPS = [
    "lienthong.channels.contrib.demo.tests.kills",
    "lienthong.channels.contrib.demo",
    "lienthong.channels.core",
    "lienthong.inbox",
    "lienthong.organisations",
    "lienthong.audit",
    "lienthong.jobs",
    "lienthong.core",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
]
MIDDLEWARE = []
ROOT_URLCONF = "lienthong.channels.contrib.demo.tests.kills.urls"
