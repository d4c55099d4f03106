"""For service: behind a proxy that ends TLS and sets X-Forwarded-Proto and X-Forwarded-For."""

from lienthong.settings.base import *  # noqa: F403

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
LIENTHONG_PROXIES = env.number("LIENTHONG_PROXIES", default=1)  # noqa: F405
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
