"""Public pages written as files, so that a web server reads them by itself when the application is down.

Below ``LIENTHONG_PUBLIC/HOST/`` each address has a file: ``/a/b/`` is ``a/b/index.html``, a picture is
``anh/3/index.webp``, and beside each text stands its ``.gz``. An act that changes what the public reads calls
:func:`announce`; the files are written after its commit and before the act returns. What could not be written is
removed, so that the application answers, and written again by :func:`write_due`.
"""

import fcntl
import gzip
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import transaction
from django.db.models import F
from django.http import FileResponse
from django.http.request import validate_host
from django.utils import translation
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

from lienthong.portal.models import PAGES, ColumnPage, Portal, TextPage

#: What lists pages or documents, so it changes with each of them.
_LISTS = ("/", "/van-ban-cong-khai/", "/sitemap.xml")
_FIXED = (*_LISTS, "/lien-he/", "/robots.txt")
_STAYING_BYTES = (".webp",)


class NotWritten(Exception):
    """A public page could not be rendered; its file was removed, so the application answers for it."""


def file_of(path: str) -> str:
    """The file of an address below the folder of its host: "/a/" is "a/index.html"."""
    if not path.endswith("/"):
        return path[1:]
    return path[1:] + ("index.webp" if path.startswith("/anh/") else "index.html")


def host_of(portal: Portal) -> str:
    """The host as browsers name it: without a port where it is the usual one."""
    site = portal.site
    return site.hostname if site.port in (80, 443) else f"{site.hostname}:{site.port}"


def announce(office_id: int, page: Page | None = None) -> None:
    """What the public reads of an office changed: an article and what lists it, else every page.

    Called inside the transaction of an act. The count makes the debt survive a crash between commit and writing.
    """
    portal = Portal.objects.filter(office_id=office_id).first()
    if portal is not None:
        Portal.objects.filter(pk=portal.pk).update(version=F("version") + 1)
        owes = (portal.pk, page.pk if page else None)
        waiting = transaction.get_connection().run_on_commit
        # An act that changes many things at once, such as an import, writes the files once.
        if all(getattr(due[1], "owes", None) != owes for due in waiting):
            transaction.on_commit(_later(owes), robust=True)


def announce_lists(office_id: int) -> None:
    """Only lists changed: the documents that are public."""
    portal = Portal.objects.filter(office_id=office_id).select_related("site__root_page").first()
    if portal is not None:
        announce(office_id, portal.site.root_page)


def _later(owes: tuple[int, int | None]) -> Callable[[], None]:
    """A function with a name, which Django needs to log what goes wrong in it, that says what it is for."""

    def written() -> None:
        written.owes = None  # type: ignore[attr-defined]
        write(*owes)

    written.owes = owes  # type: ignore[attr-defined]
    return written


def write_due() -> None:
    """Write what is owed: an act whose process ended before the files were written."""
    for portal in Portal.objects.exclude(version=F("written")):
        write(portal.pk)


def write(portal_pk: int, page_pk: int | None = None) -> None:
    """Write the files of a portal: those of one page and what lists it, else all; remove what is no longer public.

    Writers take turns, so the last one has seen every commit. :class:`NotWritten` when a page could not be rendered.
    """
    portal = Portal.objects.select_related("site__root_page", "office").get(pk=portal_pk)
    folder = Path(settings.LIENTHONG_PUBLIC) / host_of(portal)
    with _turn(folder):
        portal.refresh_from_db()
        public = _addresses(portal)
        for path in _unknown(folder, public):
            _remove(path)
        changed = set(public) if page_pk is None else _around(page_pk, public)
        missing = {path for path in public if not (folder / file_of(path)).exists()}
        handler = BaseHandler()
        handler.load_middleware()
        failed = [path for path in sorted(changed | missing) if not _write_one(handler, portal, folder, path)]
        if failed:
            raise NotWritten(", ".join(failed))
        # Another act may have counted on meanwhile; it writes for itself.
        Portal.objects.filter(pk=portal.pk).update(written=portal.version)


def _addresses(portal: Portal) -> dict[str, int | None]:
    """Every public address with the page that it shows; none while the first page is not public.

    None either for a host that this installation does not answer for: nobody is given its pages under that name.
    """
    root = portal.site.root_page
    root.refresh_from_db()
    if not (root.live and validate_host(portal.site.hostname, settings.ALLOWED_HOSTS)):
        return {}
    found: dict[str, int | None] = dict.fromkeys(_FIXED)
    for pk, url_path in Page.objects.live().descendant_of(root, inclusive=True).values_list("pk", "url_path"):
        found["/" + url_path[len(root.url_path) :]] = pk
    for kind in PAGES:
        shown = kind.objects.live().descendant_of(root, inclusive=True).exclude(picture=None)
        found |= {f"/anh/{pk}/": None for pk in shown.values_list("picture_id", flat=True)}
    for section in portal.sections:
        found |= {page.path: None for page in section.pages(portal.office_id) if page.as_file}
    return found


def _around(page_pk: int, public: dict[str, int | None]) -> set[str]:
    """The addresses that one article changes. A column or a page that stays is in the menu, so it changes all."""
    page = Page.objects.get(pk=page_pk)
    pks = set(page.get_ancestors(inclusive=True).values_list("pk", flat=True))
    if page.specific_class in (ColumnPage, TextPage):
        return set(public)
    return {path for path, pk in public.items() if path in _LISTS or pk in pks}


def _unknown(folder: Path, public: dict[str, int | None]) -> list[Path]:
    known = {folder / file_of(path) for path in public}
    return [
        file
        for file in folder.rglob("*")
        if file.is_file() and file.name != ".turn" and file not in known and file.with_suffix("") not in known
    ]


def _write_one(handler: BaseHandler, portal: Portal, folder: Path, path: str) -> bool:
    file = folder / file_of(path)
    try:
        content = _rendered(handler, portal, path)
        if content is not None:
            _replace(file, content)
            return True
    except Exception:
        # Never an old page for a corrected one: without a file the application answers.
        _remove(file)
        raise
    _remove(file)
    return False


def _rendered(handler: BaseHandler, portal: Portal, path: str) -> bytes | None:
    """What the application answers to a stranger who reads Vietnamese; None for anything but a page."""
    request = get_dummy_request(path=path, site=portal.site)
    request.META["HTTP_HOST"] = host_of(portal)
    if settings.LIENTHONG_URL.startswith("https:"):
        request.META |= {"wsgi.url_scheme": "https", "HTTP_X_FORWARDED_PROTO": "https"}
        request.environ["wsgi.url_scheme"] = "https"
    with translation.override(settings.LANGUAGE_CODE):
        answer = handler.get_response(request)
        content: bytes | None = answer.getvalue() if answer.status_code == 200 else None
        # ``answer.close()`` would end a request that is still going on, and with it the connection to the database.
        if isinstance(answer, FileResponse) and answer.file_to_stream:
            answer.file_to_stream.close()
        return content


def _replace(file: Path, content: bytes) -> None:
    """Put ``content`` in the place of a file at once. Its time moves by a whole second, for caches that count those."""
    before = file.stat().st_mtime if file.exists() else 0.0
    if before and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    packed = file.with_name(file.name + ".gz")
    # While the page changes nobody may be given the old one packed.
    packed.unlink(missing_ok=True)
    when = max(int(time.time()), int(before) + 1)
    _put(file, content, when)
    if file.suffix not in _STAYING_BYTES:
        _put(packed, gzip.compress(content, 9, mtime=0), when)


def _put(file: Path, content: bytes, when: int) -> None:
    half = file.with_name(f".{file.name}.half")
    with half.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    os.utime(half, (when, when))
    half.replace(file)


def _remove(file: Path) -> None:
    file.with_name(file.name + ".gz").unlink(missing_ok=True)
    file.unlink(missing_ok=True)


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".turn").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
