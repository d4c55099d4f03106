"""Public pages given out from their files before Django is asked: what a fronting web server does, for who has none."""

import os
import re
import stat
from collections.abc import Callable, Iterable
from mimetypes import guess_type
from typing import Any, NamedTuple

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
_RANGE = re.compile(r"bytes=(?=\d|-\d)(\d{0,15})-(\d{0,15})")
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
        self.folder = str(settings.LIENTHONG_PUBLIC)
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

    def _file(self, environ: dict[str, Any]) -> str | None:
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
        return f"{self.folder}/{host}/{file_of(path)}"

    def _answer(self, environ: dict[str, Any], start: Start, file: str) -> list[bytes] | None:
        suffix = os.path.splitext(file)[1]
        asked = _Asked(environ.get("HTTP_RANGE", "") if suffix not in PACKED else "", environ.get("HTTP_IF_RANGE", ""))
        packed = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "") and suffix in PACKED
        given = _read(file + ".gz", asked) if packed else None
        coding = [("Content-Encoding", "gzip")] if given else []
        given = given or _read(file, asked)
        if given is None:
            return None
        headers = [*self.headers, *coding, ("ETag", given.mark), ("Vary", "Accept-Encoding, Cookie")]
        if environ.get("HTTP_IF_NONE_MATCH") == given.mark:
            start("304 Not Modified", headers)
            return []
        kind = _TYPES.get(suffix) or guess_type(file)[0] or "application/octet-stream"
        headers += [("Content-Type", kind), ("Content-Length", str(len(given.content)))]
        if suffix not in PACKED:
            headers.append(("Accept-Ranges", "bytes"))
        if given.place:
            headers.append(("Content-Range", given.place))
        if environ["PATH_INFO"].startswith("/tai-ve/"):
            headers.append(("Content-Disposition", "attachment"))
        start(given.status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [given.content]


class _Asked(NamedTuple):
    """The part a player wants, and the mark of what it has of the file already."""

    part: str
    holds: str


class _Given(NamedTuple):
    """``mark`` changes with the file; ``place``: which bytes these are, where a part was asked for."""

    content: bytes
    mark: str
    status: str = "200 OK"
    place: str = ""


def _read(file: str, asked: _Asked) -> _Given | None:
    """The bytes of a file, or the part of them that a player asks for; None where there is no file.

    Of what RFC 9110 allows one range is understood; several, or one that cannot be read, are answered with the whole.
    """
    try:
        number = os.open(file, os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode):
            return None
        size, mark = found.st_size, f'"{int(found.st_mtime):x}-{found.st_size:x}"'
        part = _RANGE.fullmatch(asked.part) if asked.part and asked.holds in ("", mark) else None
        if part is None:
            return _Given(_bytes(number, size, 0), mark)
        first, last = _ends(*part.groups(), size=size)
        if first > last:
            return _Given(b"", mark, "416 Range Not Satisfiable", f"bytes */{size}")
        content = _bytes(number, last - first + 1, first)
        return _Given(content, mark, "206 Partial Content", f"bytes {first}-{last}/{size}")
    finally:
        os.close(number)


def _ends(first: str, last: str, *, size: int) -> tuple[int, int]:
    """The first and the last byte of "first-last", "first-" or "-so many at the end"; empty when first > last."""
    if not first:
        return max(0, size - int(last or 0)), size - 1 if int(last or 0) else -1
    return int(first), min(int(last), size - 1) if last else size - 1


def _bytes(number: int, count: int, offset: int) -> bytes:
    content = os.pread(number, count, offset)
    while len(content) < count and (more := os.pread(number, count - len(content), offset + len(content))):
        content += more
    return content
