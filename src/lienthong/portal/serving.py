"""Public pages given out from their files before Django is asked: what a fronting web server does, for who has none."""

import os
import re
from collections.abc import Callable, Iterable
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from csp.utils import build_policy
from django.conf import settings
from django.http.request import split_domain_port, validate_host

from lienthong.portal.addresses import file_of
from lienthong.portal.published import PACKED

#: The same addresses as in docs/howto/nginx.md.
_PATH = re.compile(
    r"/(?:(?:[\w-]+/)*|robots\.txt|sitemap\.xml|mau\.css|lich/\d+\.ics|nghe/\d+\.mp3|(?:tep-bai|tai-ve)/\d+/[\w-]+\.\w+)",
    re.ASCII,
)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?")
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".webp": "image/webp",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
}

Start = Callable[[str, list[tuple[str, str]]], Any]
#: Django's own type of an application says less than WSGI does.
Application = Callable[[dict[str, Any], Any], Any]


class PublicFiles:
    """A WSGI application around another: the file of an address where there is one, else whatever the inner says.

    Left to the inner one: queries, other methods, a reader who chose another language, http where https is demanded.
    """

    def __init__(self, inner: Application) -> None:
        self.inner = inner
        self.folder = Path(settings.LIENTHONG_PUBLIC)
        self.headers = [
            ("Cache-Control", "no-cache"),
            ("Content-Security-Policy", build_policy()),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", settings.X_FRAME_OPTIONS),
            ("Referrer-Policy", settings.SECURE_REFERRER_POLICY),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ]
        if settings.SECURE_HSTS_SECONDS:
            self.headers.append(("Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}"))

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        file = self._file(environ)
        answer = self._answer(environ, start, file) if file else None
        return self.inner(environ, start) if answer is None else answer

    def _file(self, environ: dict[str, Any]) -> Path | None:
        path, host = environ.get("PATH_INFO", ""), environ.get("HTTP_HOST", "").lower()
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or environ.get("QUERY_STRING"):
            return None
        if not _PATH.fullmatch(path) or not _HOST.fullmatch(host):
            return None
        if settings.LANGUAGE_COOKIE_NAME in environ.get("HTTP_COOKIE", ""):
            return None
        secure = environ.get("HTTP_X_FORWARDED_PROTO", environ.get("wsgi.url_scheme")) == "https"
        if settings.SECURE_SSL_REDIRECT and not secure:
            return None
        if not validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS):
            return None
        return self.folder / host / file_of(path)

    def _answer(self, environ: dict[str, Any], start: Start, file: Path) -> list[bytes] | None:
        packed = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "") and file.suffix in PACKED
        given = self._read(file.with_name(file.name + ".gz")) if packed else None
        coding = [("Content-Encoding", "gzip")] if given else []
        given = given or self._read(file)
        if given is None:
            return None
        content, mark = given
        headers = [*self.headers, *coding, ("ETag", mark), ("Vary", "Accept-Encoding, Cookie")]
        if environ.get("HTTP_IF_NONE_MATCH") == mark:
            start("304 Not Modified", headers)
            return []
        kind = _TYPES.get(file.suffix) or guess_type(file.name)[0] or "application/octet-stream"
        headers += [("Content-Type", kind), ("Content-Length", str(len(content)))]
        if environ["PATH_INFO"].startswith("/tai-ve/"):
            headers.append(("Content-Disposition", "attachment"))
        start("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]

    @staticmethod
    def _read(file: Path) -> tuple[bytes, str] | None:
        """The bytes of a file and a mark that changes with them; None where there is none."""
        try:
            with file.open("rb") as opened:
                content = opened.read()
                return content, f'"{int(os.fstat(opened.fileno()).st_mtime):x}-{len(content):x}"'
        except (FileNotFoundError, NotADirectoryError):
            return None
