"""The public site of an office, its pictures, the documents that it gives out, and the addresses that it had before."""

import re
from typing import TYPE_CHECKING

from django.db import models
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
        portals = Portal.objects.select_related("office", "site__root_page")
        named = list(portals.filter(site__hostname=split_domain_port(request.get_host())[0])[:2])
        if len(named) == 1:
            return named[0]
        site = Site.find_for_request(request)
        return portals.filter(site=site).first() if site else None

    @staticmethod
    def open_at(request: HttpRequest) -> "Portal | None":
        """The portal at an address, once its first page is public."""
        portal = Portal.at(request)
        return portal if portal is not None and portal.site.root_page.live else None

    @cached_property
    def sections(self) -> list[PublicSection]:
        """What rooms below the portal show on it."""
        return sections(self.office_id)

    @property
    def menu(self) -> "models.QuerySet[Page]":
        """The public columns and pages below the first page, in the order in which they were made."""
        found: models.QuerySet[Page] = self.site.root_page.get_children().live().specific()
        return found

    @property
    def banners(self) -> "list[NoticePage]":
        """Notices that stand above every page at this hour, what ends first first."""
        from lienthong.portal.models.pages import NoticePage

        now = timezone.now()
        shown = NoticePage.objects.live().descendant_of(self.site.root_page)
        return list(shown.filter(banner_from__lte=now, banner_until__gt=now).order_by("banner_until", "pk"))

    @property
    def accent(self) -> str:
        """The colour of the office, "" for the usual one."""
        return self.office.accent.lower() if _COLOUR.fullmatch(self.office.accent.lower()) else ""

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Hotlines as (name, number), in the order in which they were written."""
        pairs = (line.partition(":") for line in self.hotlines.splitlines() if ":" in line)
        return [(name.strip(), number.strip()) for name, _colon, number in pairs]


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
        root = self.portal.site.root_page
        return "/" + self.page.url_path[len(root.url_path) :] if self.page.live else ""
