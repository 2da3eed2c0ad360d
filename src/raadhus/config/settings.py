"""Django's settings, all of them from the environment; see docs/running.md for what each means."""

import os
import secrets
import sys
from pathlib import Path

import dj_database_url
import pysqlite3

# Before Django looks: the system's SQLite may lack FTS5 or carry the WAL-reset bug (fixed in 3.51.3).
sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("RAADHUS_DATA", "var")).resolve()
FILES = DATA / "files"


def _secret_key() -> str:
    """The key from the environment or from `raadhus setup`; without either, one that lasts as long as the process."""
    kept = DATA / "secret_key"
    return os.environ.get("RAADHUS_SECRET_KEY") or (
        kept.read_text().strip() if kept.is_file() else secrets.token_urlsafe(50)
    )


SECRET_KEY = _secret_key()
DEBUG = os.environ.get("RAADHUS_DEBUG") == "1"
HTTPS = os.environ.get("RAADHUS_HTTPS") == "1"
ALLOWED_HOSTS = os.environ.get("RAADHUS_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
SITE_URL = os.environ.get("RAADHUS_URL") or (f"https://{ALLOWED_HOSTS[0]}" if HTTPS else "http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_prose_editor",  # for its static file: the editor's script
    "raadhus.foundation.audit",
    "raadhus.foundation.accounts",
    "raadhus.foundation.files",
    "raadhus.foundation.jobs",
    "raadhus.foundation.mail",
    "raadhus.domains.organisation",
    "raadhus.domains.cases",
    "raadhus.domains.followup",
    "raadhus.domains.meetings",
    "raadhus.domains.proceedings",
    "raadhus.domains.publishing",
    "raadhus.domains.search",
    "raadhus.interfaces.web",
]

MIDDLEWARE = [
    "raadhus.interfaces.web.middleware.ContentSecurityPolicy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "raadhus.interfaces.web.middleware.DropOddCookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "raadhus.interfaces.web.middleware.SpeakDanish",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "raadhus.interfaces.web.middleware.DropNuls",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "raadhus.interfaces.web.middleware.AskOnceWhoReads",
    "raadhus.interfaces.web.middleware.KeepNoCopies",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "raadhus.config.urls"
WSGI_APPLICATION = "raadhus.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "interfaces" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["raadhus.interfaces.web.templatetags.quick_url"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "raadhus.interfaces.web.context.browser_choices",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'raadhus.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # DEFERRED transactions that turn into writers fail with "database is locked" under load; IMMEDIATE ones wait.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-20000"
        ),
    }
DATABASES["default"]["CONN_MAX_AGE"] = 600  # opening SQLite's file anew for every page takes 4 ms

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "30/900s/ip,5/900s/key"}

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True  # the files lie in the package; nothing is collected
WHITENOISE_ALLOW_ALL_ORIGINS = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
# The proxy in front must set this header and take it off what comes in (docs/running.md).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Work that waits: mails leave only where a server is named, and `serve` has a worker beside it unless told not to.
SMTP_URL = os.environ.get("RAADHUS_SMTP_URL", "")
MAIL_FROM = os.environ.get("RAADHUS_MAIL_FROM", "")
SERVE_WORKS = os.environ.get("RAADHUS_WORKER") != "off"

# A certificate (PKCS #12) with which sealed minutes are signed; without one they are sealed without a signature.
SIGN_CERTIFICATE = os.environ.get("RAADHUS_SIGN_CERTIFICATE", "")
SIGN_PASSWORD = os.environ.get("RAADHUS_SIGN_PASSWORD", "")
LEASE_SECONDS = int(os.environ.get("RAADHUS_LEASE_SECONDS", "300"))
