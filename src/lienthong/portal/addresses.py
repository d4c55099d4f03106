"""Every address that the public of an office finds, and what stands there."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from wagtail.models import Page

from lienthong.core import public
from lienthong.portal.models import (
    PAGES,
    ColumnPage,
    EventPage,
    NoticePage,
    OldAddress,
    Picture,
    Portal,
    PublicDocument,
    ReleasedFile,
    TextPage,
)
from lienthong.speech.service import Recording

#: What lists pages or documents, so it changes with each of them.
LISTS = ("/", "/van-ban-cong-khai/", "/sitemap.xml")
_FIXED = (*LISTS, "/lien-he/", "/robots.txt")
#: Sizes of a picture as its address names them; see ``Picture.sized``.
SIZES = ("", "vua", "nho")


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at an address: a page, a stored file as it is, another address, or (nothing of these) a view."""

    page: int | None = None
    stored: FieldFile | None = None
    moved: str = ""


def file_of(path: str) -> str:
    """The file of an address below the folder of its host: "/a/" is "a/index.html"."""
    if not path.endswith("/"):
        return path[1:]
    return path[1:] + ("index.webp" if path.startswith("/anh/") else "index.html")


def addresses(portal: Portal) -> dict[str, Place]:
    """Every public address of a portal; none while its first page is not public."""
    root = portal.site.root_page
    root.refresh_from_db()
    if not root.live:
        return {}
    found = dict.fromkeys(_FIXED, Place())
    if portal.accent:
        found[reverse("portal_accent")] = Place()
    for section in portal.sections:
        found |= {page.path: Place() for page in section.pages(portal.office_id) if page.as_file}
    found |= dict(_files(portal))
    for old in OldAddress.objects.filter(portal=portal).select_related("page", "portal__site__root_page"):
        if old.leads_to:
            found[old.path] = Place(moved=old.leads_to)
    for page in Page.objects.live().descendant_of(root, inclusive=True).only("url_path"):
        found[portal.place_of(page)] = Place(page=page.pk)
    return found


def around(page_pk: int, places: dict[str, Place]) -> set[str]:
    """The addresses that one article changes. What the menu or every page shows changes all."""
    page = Page.objects.get(pk=page_pk)
    pks = set(page.get_ancestors(inclusive=True).values_list("pk", flat=True))
    pks |= set(page.specific.said_elsewhere().values_list("pk", flat=True))
    if page.specific_class in (ColumnPage, TextPage, NoticePage, EventPage):
        return set(places)
    return {path for path, place in places.items() if path in LISTS or place.page in pks}


def shown_now(portal: Portal) -> str:
    """What of the written pages time alone changes: banners, notices that hold, events to come."""
    notices = portal.site.root_page.specific.notices()
    shown = [f"b{page.pk}" for _place, page in portal.banners] + [f"n{page.pk}" for page in notices]
    return " ".join([*shown, *(each.url for each in public.coming(portal.office_id))])


def coming(office_id: int) -> Iterator[public.Coming]:
    """The events among the pages of an office's portal."""
    portal = Portal.objects.filter(office_id=office_id).select_related("site__root_page").first()
    if portal is None:
        return
    for page in portal.site.root_page.specific.events():
        yield public.Coming(page.title, portal.place_of(page), page.starts_at, page.place, page.lead, page.language)


def pictures_of(portal: Portal) -> set[int]:
    """The pictures that a public page shows."""
    beside = released_files(portal).exclude(picture=None).values_list("picture_id", flat=True)
    return _shown(portal, "picture_id") | set(beside)


def released_files(portal: Portal) -> QuerySet[ReleasedFile]:
    """The files of public pages that say what was approved in another room."""
    return ReleasedFile.objects.filter(page__portal=portal, page__standing__page__live=True)


def recordings_of(portal: Portal) -> set[int]:
    """The approved recordings that a public page lets be heard."""
    shown = _shown(portal, "recording_id")
    approved = Recording.objects.filter(pk__in=shown, state=Recording.State.APPROVED)
    return set(approved.values_list("pk", flat=True))


def document_address(document: PublicDocument) -> str:
    return reverse("portal_document_file", args=[document.pk, document.file_name])


def picture_address(pk: int, size: str) -> str:
    return reverse("portal_picture_sized", args=[pk, size]) if size else reverse("portal_picture", args=[pk])


def _shown(portal: Portal, field: str) -> set[int]:
    root = portal.site.root_page
    found: set[int] = set()
    for kind in PAGES:
        shown = kind.objects.live().descendant_of(root, inclusive=True).exclude(**{field: None})
        found |= set(shown.values_list(field, flat=True))
    return found


def _files(portal: Portal) -> Iterator[tuple[str, Place]]:
    for picture in Picture.objects.filter(pk__in=pictures_of(portal)):
        for size in SIZES:
            yield picture_address(picture.pk, size), Place(stored=picture.sized(size))
    for recording in Recording.objects.filter(pk__in=recordings_of(portal)):
        yield reverse("portal_recording", args=[recording.pk]), Place(stored=recording.file)
    # A film is too large to be kept twice: the application gives it out.
    for sound in released_files(portal).filter(kind=ReleasedFile.Kind.SOUND):
        yield sound.url, Place(stored=sound.file)
    for document in PublicDocument.objects.of_site(portal.office_id):
        yield reverse("portal_document", args=[document.pk]), Place()
        yield document_address(document), Place(stored=document.file.stored)
    live = EventPage.objects.live().descendant_of(portal.site.root_page).exclude(starts_at=None)
    for pk in live.values_list("pk", flat=True):
        yield reverse("portal_event", args=[pk]), Place()
