"""The door for a WSGI server: ``gunicorn lienthong.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienthong.settings.production")
_django = get_wsgi_application()

# Only now are the settings there that it reads.
from lienthong.portal.serving import PublicFiles  # noqa: E402

application = PublicFiles(_django)
