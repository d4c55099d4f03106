"""The public pages of an office: Wagtail's tree of pages, and what stands beside each: who wrote, who approved."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from lienthong.core.public import PublicSection, sections
from lienthong.organisations.models import Body, Position
from lienthong.portal.queries import PageStateQuerySet, PictureQuerySet, PublicDocumentQuerySet
from lienthong.portal.structured import structured_article
from lienthong.registry.models import DocumentFile, OfficialDocument


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

    def __str__(self) -> str:
        return self.office.name

    @staticmethod
    def at(request: HttpRequest) -> "Portal | None":
        """The portal at the address that was asked for, looked up once a request; None where no office opened one."""
        if not hasattr(request, "_portal"):
            site = Site.find_for_request(request)
            found = (
                Portal.objects.filter(site=site).select_related("office", "site__root_page").first() if site else None
            )
            request._portal = found  # type: ignore[attr-defined]
        portal: Portal | None = request._portal  # type: ignore[attr-defined]
        return portal

    @staticmethod
    def open_at(request: HttpRequest) -> "Portal | None":
        """The portal at an address, once its first page is public."""
        portal = Portal.at(request)
        return portal if portal is not None and portal.site.root_page.live else None

    @property
    def sections(self) -> list[PublicSection]:
        """What rooms below the portal show on it."""
        return sections(self.office_id)

    @property
    def menu(self) -> "models.QuerySet[Page]":
        """The public columns and pages below the first page, in the order in which they were made."""
        found: models.QuerySet[Page] = self.site.root_page.get_children().live()
        return found

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Hotlines as (name, number), in the order in which they were written."""
        pairs = (line.partition(":") for line in self.hotlines.splitlines() if ":" in line)
        return [(name.strip(), number.strip()) for name, _colon, number in pairs]


class Picture(models.Model):
    """A picture of the portal, drawn anew without what a camera wrote into it."""

    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    file = models.FileField(upload_to="portal/%Y/%m")
    alt = models.CharField(_("mô tả ảnh"), max_length=200)
    credit = models.CharField(_("nguồn ảnh"), max_length=150)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    added_by = models.ForeignKey(Position, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = PictureQuerySet.as_manager()


class ContentPage(Page):
    """What every page of ours has besides its title: a lead in plain words, and a body in clean HTML."""

    lead = models.TextField(_("tóm tắt"), blank=True, max_length=600)
    body = models.TextField(_("nội dung"), blank=True)
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | {"portal": Portal.at(request)}

    def articles(self) -> "models.QuerySet[ArticlePage]":
        """Public articles below this page, the newest first."""
        found: models.QuerySet[ArticlePage] = ArticlePage.objects.live().descendant_of(self)
        return found.select_related("picture").order_by("-day", "-pk")


class HomePage(ContentPage):
    """The first page: what is new, the columns, and how to reach the office."""

    template = "portal/home.html"

    class Meta:
        verbose_name = _("Trang chủ")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        portal = context["portal"]
        context["articles"] = self.articles()[:7]
        context["documents"] = PublicDocument.objects.of_site(portal.office_id)[:5] if portal else ()
        context["blocks"] = _blocks(portal) if portal else []
        return context


def _blocks(portal: Portal) -> list[tuple[PublicSection, Mapping[str, Any]]]:
    """What sections show on the first page: each with the template's context, those with nothing left out."""
    shown = ((each, each.block_context(portal.office_id)) for each in portal.sections if each.block)
    return [(each, context) for each, context in shown if context]


class ColumnPage(ContentPage):
    """A column ("Chuyển đổi số", "Cải cách hành chính"): its articles, the newest first."""

    template = "portal/column.html"
    parent_page_types: ClassVar = ["portal.HomePage"]

    class Meta:
        verbose_name = _("Chuyên mục")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["articles"] = Paginator(self.articles(), 12).get_page(request.GET.get("trang"))
        return context


class ArticlePage(ContentPage):
    """A news item or article; ``day`` is the day that it bears."""

    day = models.DateField(_("ngày"), default=timezone.localdate)
    source = models.CharField(_("nguồn"), max_length=200, blank=True)

    template = "portal/article.html"
    parent_page_types: ClassVar = ["portal.ColumnPage"]

    class Meta:
        verbose_name = _("Bài viết")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        said = {"og_type": "article", "structured": structured_article(self, request)}
        return super().get_context(request, *args, **kwargs) | said


class TextPage(ContentPage):
    """A page that stays: about the office, contact, how the site may be used."""

    template = "portal/text.html"
    parent_page_types: ClassVar = ["portal.HomePage"]

    class Meta:
        verbose_name = _("Trang cố định")


#: Every kind of page that the public reads.
PAGES: tuple[type[ContentPage], ...] = (HomePage, ColumnPage, ArticlePage, TextPage)


class PageState(models.Model):
    """Where a page stands between its writer and the public; the words themselves are Wagtail's revisions.

    ``approved`` is the revision that a named person other than its last editor approved, ``hash`` the SHA-256 of its
    content: exactly that is what the public reads.
    """

    class State(models.TextChoices):
        WRITING = "writing", _("Đang viết")
        WAITING = "waiting", _("Chờ duyệt")
        RETURNED = "returned", _("Trả lại")
        APPROVED = "approved", _("Đã duyệt")
        TAKEN_DOWN = "taken_down", _("Đã gỡ")

    page = models.OneToOneField(Page, models.CASCADE, related_name="standing")
    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.WRITING)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    last_edited_at = models.DateTimeField(default=timezone.now)
    written = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    approved = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    hash = models.CharField(max_length=64, blank=True)
    reason = models.TextField(_("lý do"), blank=True)

    objects = PageStateQuerySet.as_manager()

    class Meta:
        ordering = ["-last_edited_at", "-pk"]

    def __str__(self) -> str:
        return str(self.page)

    @property
    def public(self) -> bool:
        """True while the public reads a version of it, or will at a time that was approved."""
        return bool(self.page.live or self.page.approved_schedule)


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
