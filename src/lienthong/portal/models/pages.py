"""The kinds of pages that the public reads."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from lienthong.core import public
from lienthong.core.public import PublicSection
from lienthong.portal import structured
from lienthong.portal.models.released import ReleasedPage
from lienthong.portal.models.site import Picture, Portal, PublicDocument
from lienthong.speech.models import Recording


class ContentPage(Page):
    """What every page of ours has besides its title: a lead in plain words, a body in clean HTML, and its language."""

    class Language(models.TextChoices):
        VIETNAMESE = "vi", _("Tiếng Việt")
        ENGLISH = "en", _("Tiếng Anh")

    lead = models.TextField(_("tóm tắt"), blank=True, max_length=600)
    body = models.TextField(_("nội dung"), blank=True)
    language = models.CharField(_("ngôn ngữ"), max_length=2, choices=Language, default=Language.VIETNAMESE)
    picture = models.ForeignKey(Picture, models.PROTECT, null=True, blank=True, related_name="+")
    recording = models.ForeignKey(Recording, models.PROTECT, null=True, blank=True, related_name="+")
    translation_of = models.ForeignKey(
        Page, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("bản dịch của trang")
    )

    #: Fields without which a page is not submitted.
    needs: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        portal = kwargs.get("portal") or Portal.at(request)
        other = self.counterpart if portal else None
        return context | {
            "portal": portal,
            "structured": structured.said_of(self, portal, request),
            "counterpart": (portal.place_of(other), other) if portal and other else None,
        }

    @classmethod
    def family(cls) -> "type[ContentPage]":
        """The pages of which one may translate another: those below columns, columns, and pages that stay."""
        return next(kind for kind in PAGES if issubclass(cls, kind))

    @property
    def counterpart(self) -> "ContentPage | None":
        """The public page that says the same in the other language: the one this translates, or its translation."""
        return self.said_elsewhere().filter(live=True).exclude(language=self.language).order_by("pk").first()

    def said_elsewhere(self) -> "models.QuerySet[ContentPage]":
        """The page that this translates and those that translate it, public or not."""
        same = models.Q(pk=self.translation_of_id) | models.Q(translation_of=self.pk)
        found: models.QuerySet[ContentPage] = self.family().objects.filter(same)
        return found

    @property
    def open_graph_locale(self) -> str:
        """The language of the page with a country, as Open Graph wants it."""
        return {"en": "en_GB"}.get(self.language, "vi_VN")

    @property
    def heard(self) -> Recording | None:
        """The recording that reads it aloud, while that stays approved."""
        found = self.recording
        return found if found is not None and found.state == Recording.State.APPROVED else None

    def articles(self) -> "models.QuerySet[ArticlePage]":
        """Public articles, notices, events, exemplars and guides below this page, the newest first."""
        found: models.QuerySet[ArticlePage] = ArticlePage.objects.live().descendant_of(self)
        found = found.annotate(starts_at=models.F("eventpage__starts_at"))
        return found.select_related("picture").order_by("-day", "-pk")


class HomePage(ContentPage):
    """The first page: what is new, the columns, and how to reach the office."""

    template = "portal/home.html"

    class Meta:
        verbose_name = _("Trang chủ")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        portal = context["portal"]
        context["articles"] = self.articles().filter(eventpage=None, noticepage=None)[:7]
        context["notices"] = self.notices()[:5]
        context["events"] = public.coming(portal.office_id)[:5] if portal else ()
        context["documents"] = PublicDocument.objects.of_site(portal.office_id)[:5] if portal else ()
        context["blocks"] = _blocks(portal) if portal else []
        return context

    def notices(self) -> "models.QuerySet[NoticePage]":
        """Public notices that still hold, the newest first."""
        found: models.QuerySet[NoticePage] = NoticePage.objects.live().descendant_of(self)
        holds = models.Q(valid_until=None) | models.Q(valid_until__gte=timezone.localdate())
        return found.filter(holds).order_by("-day", "-pk")

    def events(self) -> "models.QuerySet[EventPage]":
        """Public events that are not over, the next first."""
        found: models.QuerySet[EventPage] = EventPage.objects.live().descendant_of(self).exclude(starts_at=None)
        now = timezone.now()
        return found.filter(models.Q(ends_at__gt=now) | models.Q(ends_at=None, starts_at__gt=now)).order_by("starts_at")


def _blocks(portal: Portal) -> list[tuple[PublicSection, Mapping[str, Any]]]:
    """What sections show on the first page: each with the template's context, those with nothing left out."""
    shown = ((each, each.block_context(portal.office_id)) for each in portal.sections if each.block)
    return [(each, context) for each, context in shown if context]


class ColumnPage(ContentPage):
    """A column ("Chuyển đổi số", "Thông báo", "Mô hình hay"): what stands below it, the newest first."""

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
    needs: ClassVar[tuple[str, ...]] = ("body",)

    class Meta:
        verbose_name = _("Bài viết")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        released = ReleasedPage.objects.filter(standing__page=self.pk).first()
        return super().get_context(request, *args, **kwargs) | {"og_type": "article", "released": released}


class NoticePage(ArticlePage):
    """What the office announces. ``valid_until``: the last day it holds. From ``banner_from`` until ``banner_until``
    its title stands above every page.
    """

    valid_until = models.DateField(_("còn giá trị đến"), null=True, blank=True)
    banner_from = models.DateTimeField(_("hiện đầu mọi trang từ"), null=True, blank=True)
    banner_until = models.DateTimeField(_("hiện đầu mọi trang đến"), null=True, blank=True)

    template = "portal/notice.html"

    class Meta:
        verbose_name = _("Thông báo")

    def is_banner_at(self, moment: datetime) -> bool:
        return bool(self.banner_from and self.banner_until and self.banner_from <= moment < self.banner_until)


class EventPage(ArticlePage):
    """Something to come to: when, where, or by which link."""

    starts_at = models.DateTimeField(_("bắt đầu"), null=True, blank=True)
    ends_at = models.DateTimeField(_("kết thúc"), null=True, blank=True)
    place = models.CharField(_("địa điểm"), max_length=300, blank=True)
    link = models.URLField(_("đường dẫn tham dự"), blank=True)

    template = "portal/event.html"
    needs: ClassVar[tuple[str, ...]] = ("starts_at",)

    class Meta:
        verbose_name = _("Sự kiện")


class ExemplarPage(ArticlePage):
    """A way of working that others may take over: who does it, and what came of it."""

    doer = models.CharField(_("đơn vị thực hiện"), max_length=200, blank=True)
    result = models.TextField(_("kết quả"), blank=True, max_length=600)

    template = "portal/exemplar.html"
    needs: ClassVar[tuple[str, ...]] = ("body", "doer", "result")

    class Meta:
        verbose_name = _("Mô hình hay")


class GuidePage(ArticlePage):
    """How a resident or a business uses a service: what to bring, step by step, where. One line each."""

    papers = models.TextField(_("cần mang theo"), blank=True, max_length=2000)
    steps = models.TextField(_("các bước"), blank=True, max_length=6000)
    place = models.CharField(_("nơi làm"), max_length=300, blank=True)
    link = models.URLField(_("làm trực tuyến tại"), blank=True)

    template = "portal/guide.html"
    needs: ClassVar[tuple[str, ...]] = ("steps",)

    class Meta:
        verbose_name = _("Hướng dẫn dịch vụ")

    @property
    def paper_lines(self) -> list[str]:
        return [line.strip() for line in self.papers.splitlines() if line.strip()]

    @property
    def step_lines(self) -> list[str]:
        return [line.strip() for line in self.steps.splitlines() if line.strip()]


class TextPage(ContentPage):
    """A page that stays: about the office, contact, how the site may be used."""

    template = "portal/text.html"
    parent_page_types: ClassVar = ["portal.HomePage"]
    needs: ClassVar[tuple[str, ...]] = ("body",)

    class Meta:
        verbose_name = _("Trang cố định")


#: Kinds of pages that the public reads; what is below a column is an article too.
PAGES: tuple[type[ContentPage], ...] = (HomePage, ColumnPage, ArticlePage, TextPage)
