"""Public pages written as files, so that a web server reads them by itself when the application is down.

Below ``LIENTHONG_PUBLIC/HOST/`` each address has a file: ``/a/b/`` is ``a/b/index.html``, a picture is
``anh/3/index.webp``, and beside each text stands its ``.gz``. An address that leads to another one has ``moved.html``,
which a web server gives out while the application is down. An act that changes what the public reads calls
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
from django.http.request import validate_host
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page

from lienthong.portal.addresses import Place, addresses, around, file_of, shown_now
from lienthong.portal.models import Portal
from lienthong.portal.writing import scheme
from lienthong.registry.service import OfficialDocument

#: What is worth packing; pictures, sound and documents are packed already.
PACKED = (".html", ".css", ".txt", ".xml", ".ics")


class NotWritten(Exception):
    """A public page could not be rendered; its file was removed, so the application answers for it."""


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


def announce_document(office_id: int, document: OfficialDocument) -> None:
    """A document became public or is not any more: lists, and every page where it has to do with a correction."""
    if document.corrects_id is not None or document.corrected_by.exists():
        announce(office_id)
    else:
        announce_lists(office_id)


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
        # Nobody is given pages under a name that this installation does not answer for.
        answered = validate_host(portal.site.hostname, settings.ALLOWED_HOSTS)
        public, shown = addresses(portal) if answered else {}, shown_now(portal)
        files = {path: folder / _file_at(path, place) for path, place in public.items()}
        for strange in _unknown(folder, set(files.values())):
            _remove(strange)
        changed = set(public) if page_pk is None else around(page_pk, public)
        # A picture, recording or document never changes under its address.
        changed -= {path for path in changed if public[path].stored and files[path].exists()}
        missing = {path for path in public if not files[path].exists()}
        handler = BaseHandler()
        handler.load_middleware()
        wanted = sorted(changed | missing)
        failed = [path for path in wanted if not _write_one(handler, portal, path, public[path], files[path])]
        if failed:
            raise NotWritten(", ".join(failed))
        # Another act may have counted on meanwhile; it writes for itself.
        done = {"written": portal.version} | ({"shown": shown} if page_pk is None else {})
        Portal.objects.filter(pk=portal.pk).update(**done)


def _file_at(path: str, place: Place) -> str:
    return f"{path[1:]}moved.html" if place.moved else file_of(path)


def _unknown(folder: Path, known: set[Path]) -> list[Path]:
    """Files below ``folder`` that are none of ``known`` nor packed beside one."""
    return [
        file
        for file in folder.rglob("*")
        if file.is_file()
        and file.name != ".turn"
        and file not in known
        and not (file.suffix == ".gz" and file.with_suffix("") in known)
    ]


def _write_one(handler: BaseHandler, portal: Portal, path: str, place: Place, file: Path) -> bool:
    try:
        content = _content(handler, portal, path, place)
        if content is not None:
            _replace(file, content)
            return True
        # A stored file that somebody took from the disk is nobody's page: nothing to write again and again.
        if place.stored:
            return True
    except Exception:
        # Never an old page for a corrected one: without a file the application answers.
        _remove(file)
        raise
    _remove(file)
    return False


def _content(handler: BaseHandler, portal: Portal, path: str, place: Place) -> bytes | None:
    if place.moved:
        return render_to_string(
            "portal/moved.html", {"to": place.moved, "refresh": f"0; url={place.moved}", "portal": portal}
        ).encode()
    if not place.stored:
        return _rendered(handler, portal, path)
    try:
        with place.stored.open("rb") as opened:
            read: bytes = opened.read()
            return read
    except FileNotFoundError:
        return None


def _rendered(handler: BaseHandler, portal: Portal, path: str) -> bytes | None:
    """What the application answers to a stranger who reads Vietnamese; None for anything but a page."""
    request = get_dummy_request(path=path, site=portal.site)
    request.META["HTTP_HOST"] = host_of(portal)
    if scheme() == "https":
        request.META |= {"wsgi.url_scheme": "https", "HTTP_X_FORWARDED_PROTO": "https"}
        request.environ["wsgi.url_scheme"] = "https"
    with translation.override(settings.LANGUAGE_CODE):
        answer = handler.get_response(request)
        # ``answer.close()`` would end a request that is still going on, and with it the connection to the database.
        content: bytes | None = answer.getvalue() if answer.status_code == 200 else None
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
    if file.suffix in PACKED:
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
