"""The door for a WSGI server: ``gunicorn lienthong.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienthong.settings.production")
application = get_wsgi_application()
