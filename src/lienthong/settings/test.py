"""For the tests: fast password hashing, files in a folder of their own, mail kept in memory."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("LIENTHONG_DATA", tempfile.mkdtemp(prefix="lienthong-test-"))
os.environ.setdefault("LIENTHONG_SECRET_KEY", "only-for-tests")

from lienthong.settings.base import *  # noqa: F403

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
# Static files are looked up when one is asked for: each test client would list them all first, which costs more than
# the page it asks for.
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(os.environ["LIENTHONG_DATA"]) / "files"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
