"""Settings common to every set-up. What an operator changes comes from environment variables, read in ``env.py``."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from lienthong.settings import env
from lienthong.settings.channels import channel_packages

PACKAGE = Path(__file__).resolve().parent.parent
#: Everything the application writes: the embedded database, uploaded files. Outside the web root.
DATA_DIR = env.path("LIENTHONG_DATA", default=Path.cwd() / "var")

SECRET_KEY = env.secret_key(DATA_DIR)
DEBUG = False
ALLOWED_HOSTS = env.names("LIENTHONG_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.names("LIENTHONG_ORIGINS", default=[])

INSTALLED_APPS = [
    "lienthong.workspace",
    *channel_packages(),
    "lienthong.portal",
    "lienthong.reports",
    "lienthong.learning",
    "lienthong.activities",
    "lienthong.training",
    "lienthong.procedures",
    "lienthong.corrections",
    "lienthong.feedback",
    "lienthong.gate",
    "lienthong.newsroom",
    "lienthong.speech",
    "lienthong.drafting",
    "lienthong.casefiles",
    "lienthong.channels.core",
    "lienthong.committees",
    "lienthong.commendations",
    "lienthong.inspections",
    "lienthong.plans",
    "lienthong.registry",
    "lienthong.inbox",
    "lienthong.organisations",
    "lienthong.audit",
    "lienthong.jobs",
    "lienthong.core",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "heroicons",
    "allauth",
    "allauth.account",
    "django_linear_migrations",
    "django_prose_editor",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lienthong.organisations.middleware.ActingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lienthong.core.middleware.AddressMiddleware",
]

ROOT_URLCONF = "lienthong.urls"
WSGI_APPLICATION = "lienthong.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "lienthong.workspace.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "lienthong.core.templatetags.icons",
                "lienthong.core.templatetags.words",
            ],
        },
    }
]

DATABASES = {"default": env.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One cache for all processes, in every set-up: a lock-out in one worker must hold in the others.
CACHES = {"default": env.cache()}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "reading"]}}

AUTH_USER_MODEL = "organisations.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workspace:home"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "lienthong.organisations.accounts.AccountAdapter"
ACCOUNT_FORMS = {"change_password": "lienthong.organisations.account_forms.PasswordForm"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
# Five wrong passwords lock an account name for five minutes, twenty from one address.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/5m/ip,5/5m/key", "login": "60/m/ip"}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
#: Public pages as files, one folder a host; a fronting web server reads them by itself (docs/howto/nginx.md).
LIENTHONG_PUBLIC = DATA_DIR / "public"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

EMAIL_BACKEND = env.text("LIENTHONG_EMAIL_BACKEND", default="django.core.mail.backends.console.EmailBackend")
EMAIL_HOST = env.text("LIENTHONG_EMAIL_HOST", default="localhost")
EMAIL_PORT = env.number("LIENTHONG_EMAIL_PORT", default=25)
EMAIL_HOST_USER = env.text("LIENTHONG_EMAIL_USER", default="")
EMAIL_HOST_PASSWORD = env.text("LIENTHONG_EMAIL_PASSWORD", default="")
EMAIL_USE_TLS = env.one_of("LIENTHONG_EMAIL_TLS", ("none", "starttls", "ssl")) == "starttls"
EMAIL_USE_SSL = env.one_of("LIENTHONG_EMAIL_TLS", ("none", "starttls", "ssl")) == "ssl"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("LIENTHONG_EMAIL_FROM", default="lienthong@localhost")

#: Where people reach the site; links in mails start with it.
LIENTHONG_URL = env.text("LIENTHONG_URL", default="http://localhost:8000").rstrip("/")

# To standard error, where whoever runs the service collects it; never the content of a document or a form.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "lienthong.core.uploads.LimitHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
#: The largest file that is taken, in bytes; QCVN 102 gateways take 50 MB.
LIENTHONG_MAX_UPLOAD = env.number("LIENTHONG_MAX_UPLOAD", default=50 * 1024 * 1024)
#: How many proxies of our own stand before the application, each adding to X-Forwarded-For the address that it saw.
LIENTHONG_PROXIES = env.number("LIENTHONG_PROXIES", default=0)
#: A folder with certificates of the authorities whose electronic signatures are trusted; empty for none.
LIENTHONG_TRUST = env.text("LIENTHONG_TRUST", default="")
#: Secrets from which the keys are made that seal what outlets need to sign in; the first seals, all of them open.
#: Without any, LIENTHONG_SECRET_KEY is used, and changing that one means typing every access anew.
LIENTHONG_CHANNEL_KEYS = env.names("LIENTHONG_CHANNEL_KEYS", default=[])
#: The MQTT broker of the loudspeakers, "mqtts://user:password@host:8883"; empty for none.
LIENTHONG_MQTT = env.text("LIENTHONG_MQTT", default="")
#: The stream server of stations that only listen, "icecast://source:password@host:8000/mount"; empty for none.
LIENTHONG_ICECAST = env.text("LIENTHONG_ICECAST", default="")
#: Outside services that are played by twins on this machine: "host=http://127.0.0.1:port", with commas between.
LIENTHONG_TWINS = env.twins("LIENTHONG_TWINS")
#: A unit that has said nothing for so many days after it was given work shows as "đã nhận, chưa xác nhận".
LIENTHONG_SILENT_AFTER_DAYS = env.number("LIENTHONG_SILENT_AFTER_DAYS", default=3)
#: A procedure that nobody compared with its source for more days than these asks to be looked at.
LIENTHONG_PROCEDURE_CHECK_DAYS = env.number("LIENTHONG_PROCEDURE_CHECK_DAYS", default=180)
#: So many days before it is due an occurrence becomes a work item of its own.
LIENTHONG_OCCURRENCE_DAYS_AHEAD = env.number("LIENTHONG_OCCURRENCE_DAYS_AHEAD", default=7)

# Wagtail keeps the public pages; its own screens are not mounted (ADR 0019).
WAGTAIL_SITE_NAME = "Liên Thông"
WAGTAIL_CONTENT_LANGUAGES = [("vi", "Tiếng Việt")]
