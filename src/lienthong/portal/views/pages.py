"""The staff's side of the public pages: what is written, what waits, and each page with its next step."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.audit.service import history_of
from lienthong.core.forms import refuse
from lienthong.core.http import after_act, require
from lienthong.core.refusals import Refused
from lienthong.core.richtext import editor_media, with_editor
from lienthong.newsroom.service import product_of, product_url
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.portal.actions.add_picture import add_picture
from lienthong.portal.actions.begin_page import KINDS, begin_page
from lienthong.portal.actions.change_portal import change_portal
from lienthong.portal.actions.open_portal import open_portal
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.forms import OF_KIND, ContactForm, OpenForm, PageForm, initial_of
from lienthong.portal.items import page_url
from lienthong.portal.models import ArticlePage, ColumnPage, ContentPage, PageState, Picture, Portal
from lienthong.portal.permissions import may_lead, may_open, may_write

#: What only some kinds of pages say, in the order in which it is shown to who decides.
OF_ANY = ("day", "source", "translation_of", *dict.fromkeys(name for names in OF_KIND.values() for name in names))


def state_of(request: StaffRequest, pk: int) -> PageState:
    found = PageState.objects.visible_to(request.actor).select_related(
        "page", "office", "last_editor__user", "approved_by__user", "written", "approved"
    )
    standing: PageState = get_object_or_404(found, pk=pk)
    return standing


def portal_of(request: StaffRequest) -> Portal | None:
    return Portal.objects.filter(office=request.actor.office).select_related("site__root_page").first()


@login_required
@require_GET
def pages(request: StaffRequest) -> HttpResponse:
    """The pages of the office, what waits first; for the administrator the way to open the site."""
    require(may_write(request.actor) or may_open(request.actor))
    standings = PageState.objects.visible_to(request.actor).select_related("page", "last_editor__user").waiting_first()
    context = {
        "portal": portal_of(request),
        "page": Paginator(standings, 30).get_page(request.GET.get("trang")),
        "may_write": may_write(request.actor),
        "may_open": may_open(request.actor),
        "may_lead": may_lead(request.actor),
        "kinds": [(kind, KINDS[kind]._meta.verbose_name) for kind in OF_KIND if kind != "article"],
    }
    return render(request, "portal/staff/pages.html", context)


@login_required
@require_GET
def page(request: StaffRequest, pk: int) -> HttpResponse:
    standing = state_of(request, pk)
    newest = standing.page.get_latest_revision_as_object()
    context = {
        "thing": standing,
        "standing": standing,
        "newest": newest,
        "kind": newest.specific_class._meta.verbose_name,
        "facts": _facts(newest),
        "outdated": _outdated(standing, newest),
        "columns": _columns(request, standing),
        "abilities": abilities_for(request.actor, standing),
        "events": history_of(standing),
        "origin_url": _origin_url(standing),
        "changed": standing.approved_id is not None and standing.approved_id != standing.written_id,
    }
    return render(request, "portal/staff/page.html", context)


def _origin_url(standing: PageState) -> str:
    """Where the staff finds what the page was made of in another room."""
    product = product_of(standing.origin) if standing.origin else None
    return product_url(product) if product else ""


def _facts(newest: ContentPage) -> list[tuple[str, Any]]:
    """What this kind of page says besides title, lead and text, for who decides: label and value."""
    fields = (newest._meta.get_field(name) for name in OF_ANY if hasattr(newest, name))
    said = [(field.verbose_name, value) for field in fields if (value := getattr(newest, field.name))]
    other = None if newest.translation_of_id else newest.counterpart
    return [*said, (_("ngôn ngữ"), newest.get_language_display()), *([(_("bản dịch"), other.title)] if other else [])]


def _outdated(standing: PageState, newest: ContentPage) -> bool:
    """True when what was approved of the page that it translates was written after the translation was."""
    original = PageState.objects.filter(page=newest.translation_of_id).select_related("approved").first()
    return bool(original and original.approved and original.approved.created_at > standing.last_edited_at)


def _columns(request: StaffRequest, standing: PageState) -> list[ColumnPage]:
    """Where an article may be moved to."""
    portal = portal_of(request)
    if portal is None or not isinstance(standing.page.specific, ArticlePage):
        return []
    return list(ColumnPage.objects.live().descendant_of(portal.site.root_page).order_by("title"))


@login_required
@with_editor
@require_http_methods(["GET", "POST"])
def new_page(request: StaffRequest, kind: str) -> HttpResponse:
    require(may_write(request.actor))
    portal = portal_of(request)
    if kind not in KINDS or portal is None:
        raise Http404
    form = PageForm(request.POST or None, request.FILES or None, kind=kind, portal=portal)
    if request.method == "POST" and form.is_valid():
        try:
            standing = begin_page(
                request.actor, kind=kind, title=form.cleaned_data["title"], parent=form.cleaned_data.get("parent"),
                picture=_picture(request, form, None), **form.values,
            )  # fmt: skip
        except Refused as refused:
            form.add_error(_field(form, refused), refused.sentence)
        else:
            return redirect("portal:page", standing.pk)
    return _form(request, form, {"kind": kind, "portal": portal})


@login_required
@with_editor
@require_http_methods(["GET", "POST"])
def edit_page(request: StaffRequest, pk: int) -> HttpResponse:
    standing = state_of(request, pk)
    require(abilities_for(request.actor, standing).write)
    portal = portal_of(request)
    assert portal is not None, "a page of an office without a portal"
    newest = standing.page.get_latest_revision_as_object()
    kind = next((name for name, model in KINDS.items() if type(newest) is model), "home")
    form = PageForm(request.POST or None, request.FILES or None, kind=kind, portal=portal, initial=initial_of(standing))
    if request.method == "POST" and form.is_valid():
        try:
            write_page(
                request.actor, standing, seen=form.cleaned_data["seen"], title=form.cleaned_data["title"],
                picture=_picture(request, form, newest.picture), **form.values,
            )  # fmt: skip
        except Refused as refused:
            form.add_error(_field(form, refused), refused.sentence)
        else:
            return after_act(request, _("Đã lưu bản viết. Công chúng chưa thấy thay đổi này."), page_url(standing))
    return _form(request, form, {"kind": kind, "standing": standing, "portal": portal})


def _picture(request: StaffRequest, form: PageForm, present: Picture | None) -> Picture | None:
    """The picture of the page: a new one when a file was given, else the one it has."""
    file = form.cleaned_data.get("file")
    if file is None:
        return present
    return add_picture(
        request.actor, file, alt=form.cleaned_data.get("alt", ""), credit=form.cleaned_data.get("credit", "")
    )


def _field(form: PageForm, refused: Refused) -> str | None:
    return {"picture": "file"}.get(refused.field or "", refused.field) if refused.field else None


def _form(request: StaffRequest, form: PageForm, context: dict[str, Any]) -> HttpResponse:
    kind = context["kind"]
    context["kind_name"] = KINDS[kind]._meta.verbose_name if kind in KINDS else ""
    # What can be left out while it is written, and is missed when it is submitted.
    context["needs"] = KINDS[kind].needs if kind in KINDS else ()
    media = editor_media(request, form)
    return render(request, "portal/staff/form.html", context | {"form": form, "editor_media": media})


@login_required
@require_GET
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """The newest version as the public would read it, for the office only."""
    standing = state_of(request, pk)
    newest = standing.page.get_latest_revision_as_object()
    context = newest.get_context(request, portal=portal_of(request)) | {"preview": standing}
    return render(request, newest.template, context)


@login_required
@require_http_methods(["GET", "POST"])
def site(request: StaffRequest) -> HttpResponse:
    """The administrator opens the site, or changes how the public is told to reach the office."""
    require(may_open(request.actor))
    portal = portal_of(request)
    form = ContactForm(request.POST or None, instance=portal) if portal else OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            if portal:
                change_portal(request.actor, Portal.objects.get(pk=portal.pk), **form.cleaned_data)
                return after_act(request, _("Đã lưu thông tin liên hệ."), request.path)
            open_portal(request.actor, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã mở cổng thông tin. Trang chủ chờ viết và duyệt."), request.path)
    return render(request, "portal/staff/site.html", {"form": form, "portal": portal})
