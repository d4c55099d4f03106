"""The settings of service, without the redirect to https, and with the empty page."""

from lienthong.settings.dev import *  # noqa: F403

ROOT_URLCONF = "benchmarks.site.urls"
