"""The public site of an office, its pictures, the documents that it gives out, and the addresses that it had before."""

import re
import time
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db import connection, models
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from lienthong.core.public import PublicSection, sections
from lienthong.core.text import fold
from lienthong.organisations.models import Body, Position
from lienthong.portal.queries import OldAddressQuerySet, PictureQuerySet, PublicDocumentQuerySet
from lienthong.registry.models import DocumentFile, OfficialDocument

if TYPE_CHECKING:
    from lienthong.portal.models.pages import NoticePage

_COLOUR = re.compile(r"#[0-9a-f]{6}")
#: A portal is remembered no longer than this, should its frame ever follow something that nobody counts.
_SECONDS = 60


class Portal(models.Model):
    """The public site of one office: where it is found, and how the office is reached."""

    office = models.OneToOneField(Body, models.PROTECT, related_name="portal")
    site = models.OneToOneField(Site, models.PROTECT, related_name="portal")
    address = models.CharField(_("địa chỉ trụ sở"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    hours = models.CharField(_("giờ tiếp công dân"), max_length=300, blank=True)
    hotlines = models.TextField(_("đường dây nóng"), blank=True, help_text=_("mỗi dòng một số: tên, dấu hai chấm, số"))

    #: Counted up by each act that changes what the public reads, and how far the files of the pages have followed.
    version = models.PositiveIntegerField(default=0, editable=False)
    written = models.PositiveIntegerField(default=0, editable=False)
    #: What of the written pages time alone changes; see ``published.shown_now``.
    shown = models.TextField(blank=True, editable=False)

    def __str__(self) -> str:
        return self.office.name

    @staticmethod
    def at(request: HttpRequest) -> "Portal | None":
        """The portal at the address that was asked for, looked up once a request; None where no office opened one."""
        if not hasattr(request, "_portal"):
            request._portal = Portal._found(request)  # type: ignore[attr-defined]
        portal: Portal | None = request._portal  # type: ignore[attr-defined]
        return portal

    @staticmethod
    def _found(request: HttpRequest) -> "Portal | None":
        """A host name of one portal says which at once; else the port or the usual site decides, as Wagtail does it."""
        versions = Portal.objects.values_list("pk", "version")
        found = list(versions.filter(site__hostname=split_domain_port(request.get_host())[0])[:2])
        if len(found) != 1:
            site = Site.find_for_request(request)
            found = list(versions.filter(site=site)) if site else []
        return _read(*found[0]) if found else None

    @staticmethod
    def open_at(request: HttpRequest) -> "Portal | None":
        """The portal at an address, once its first page is public."""
        portal = Portal.at(request)
        return portal if portal is not None and portal.site.root_page.live else None

    @cached_property
    def sections(self) -> list[PublicSection]:
        """What rooms below the portal show on it."""
        return sections(self.office_id)

    @cached_property
    def menu(self) -> list[tuple[str, Page]]:
        """The public columns and pages below the first page with their addresses, in the order they were made in."""
        return [(self.place_of(each), each) for each in self.site.root_page.get_children().live().specific()]

    @property
    def banners(self) -> "list[tuple[str, NoticePage]]":
        """Notices that stand above every page at this hour with their addresses, what ends first first."""
        now = timezone.now()
        return [(self.place_of(each), each) for each in self._with_banner if each.is_banner_at(now)]

    @cached_property
    def _with_banner(self) -> "list[NoticePage]":
        """Notices that stand above every page at an hour that is not over."""
        from lienthong.portal.models.pages import NoticePage

        shown = NoticePage.objects.live().descendant_of(self.site.root_page).exclude(banner_from=None)
        return list(shown.filter(banner_until__gt=timezone.now()).order_by("banner_until", "pk"))

    def place_of(self, page: Page) -> str:
        """The address of a page of the site, without the host: "/chuyen-doi-so/lich/"."""
        return "/" + str(page.url_path)[len(self.site.root_page.url_path) :]

    @property
    def accent(self) -> str:
        """The colour of the office, "" for the usual one."""
        return self.office.accent.lower() if _COLOUR.fullmatch(self.office.accent.lower()) else ""

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Hotlines as (name, number), in the order in which they were written."""
        pairs = (line.partition(":") for line in self.hotlines.splitlines() if ":" in line)
        return [(name.strip(), number.strip()) for name, _colon, number in pairs]


def _read(pk: int, version: int) -> Portal:
    """A portal with its office, site and first page. A process remembers it, so that the frame of a page asks the
    database for nothing but the version; whatever changes the frame counts that up, as the written files need it too.
    What a transaction sees that may be taken back is not remembered.
    """
    if connection.in_atomic_block:
        return _remembered.__wrapped__(pk, version, 0)
    return _remembered(pk, version, int(time.time()) // _SECONDS)


@lru_cache(maxsize=64)
def _remembered(pk: int, _version: int, _minute: int) -> Portal:
    return Portal.objects.select_related("office", "site__root_page").get(pk=pk)


def forget() -> None:
    """What this process remembers of portals."""
    _remembered.cache_clear()


class Picture(models.Model):
    """A picture of the portal, drawn anew without what a camera wrote into it."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    file = models.FileField(upload_to="portal/%Y/%m")
    medium = models.FileField(upload_to="portal/%Y/%m", blank=True)
    small = models.FileField(upload_to="portal/%Y/%m", blank=True)
    alt = models.CharField(_("mô tả ảnh"), max_length=300)
    credit = models.CharField(_("nguồn ảnh"), max_length=150)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = PictureQuerySet.as_manager()

    def sized(self, size: str) -> FieldFile:
        """The file of a size: "" the whole, "vua" half a screen, "nho" beside a line of a list."""
        found: FieldFile = {"vua": self.medium, "nho": self.small}.get(size) or self.file
        return found


class PublicDocument(models.Model):
    """An issued document that a named person put before the public, with the file that is given out."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    document = models.OneToOneField(OfficialDocument, models.PROTECT, related_name="published")
    file = models.ForeignKey(DocumentFile, models.PROTECT, related_name="+")
    published_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    published_at = models.DateTimeField(default=timezone.now)

    objects = PublicDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-document__dated", "-pk"]

    @property
    def day(self) -> str:
        """The day of the document as dd/mm/yyyy, or what is known of it."""
        return "/".join(reversed(self.document.dated.split("-")))

    def get_absolute_url(self) -> str:
        return reverse("portal_document", args=[self.pk])

    @property
    def file_name(self) -> str:
        """The name of the file as it is given out: of letters, digits and dashes, under its own ending."""
        stem, dot, ending = self.file.name.rpartition(".")
        named = slugify(fold(f"{self.document.get_type_display()} {self.document.number}")) or slugify(fold(stem))
        return f"{named or 'van-ban'}.{slugify(fold(ending))}" if dot else named or "van-ban"


class OldAddress(models.Model):
    """An address that leads to another one: of a page that moved, or written by a person.

    ``path`` begins and ends with a slash. One of ``page`` and ``to`` (an address of the same site) says where it leads.
    """

    portal = models.ForeignKey(Portal, models.CASCADE, related_name="old_addresses")
    path = models.CharField(_("địa chỉ cũ"), max_length=500)
    page = models.ForeignKey(Page, models.CASCADE, null=True, blank=True, related_name="+")
    to = models.CharField(_("địa chỉ mới"), max_length=500, blank=True)
    made_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        constraints = [models.UniqueConstraint(fields=["portal", "path"], name="portal_old_address_once")]

    def __str__(self) -> str:
        return self.path

    @property
    def leads_to(self) -> str:
        """The address now; "" while its page is not public."""
        if self.page is None:
            return self.to
        return self.portal.place_of(self.page) if self.page.live else ""
