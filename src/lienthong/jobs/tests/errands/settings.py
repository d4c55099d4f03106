"""The jobs room alone, with the errands, on the database that the environment names."""

from lienthong.settings.test import *  # noqa: F403

INSTALLED_APPS = [
    "lienthong.jobs.tests.errands",
    "lienthong.jobs",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
]
AUTH_USER_MODEL = "auth.User"
MIDDLEWARE = []
ROOT_URLCONF = "lienthong.jobs.tests.errands"
