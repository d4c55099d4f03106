"""Writing a product: the source text, its files, where it goes, and what a channel says in another way."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lienthong.core.http import after_act, require
from lienthong.core.refusals import Refused
from lienthong.core.richtext import editor_media, with_editor
from lienthong.core.uploads import refuse_too_large
from lienthong.newsroom.actions.add_picture import add_picture
from lienthong.newsroom.actions.write_version import write_version
from lienthong.newsroom.forms import WriteForm, written_of
from lienthong.newsroom.items import product_url
from lienthong.newsroom.models import Product
from lienthong.newsroom.models.files import MediaFile
from lienthong.newsroom.uploads import MOST, PART
from lienthong.newsroom.views.products import product_of
from lienthong.organisations.service import StaffRequest, abilities_for


@login_required
@with_editor
@require_http_methods(["GET", "POST"])
def write(request: StaffRequest, pk: int) -> HttpResponse:
    found = product_of(request, pk)
    require(abilities_for(request.actor, found).write)
    form = WriteForm(
        request.POST or None, request.FILES or None, initial=written_of(found), actor=request.actor, product=found
    )
    if request.method != "POST":
        return _page(request, form, found, found.newest.files if found.newest else [])
    refuse_too_large(form, request, "file")
    valid = form.is_valid()
    files = list(form.cleaned_data.get("kept", ()))
    order = {pk: place for place, pk in enumerate(request.POST.getlist("kept"))}
    files.sort(key=lambda media: order.get(str(media.pk), len(order)))
    try:
        if not valid:
            raise Refused("")
        files += _picture(request, form)
        _write(request, form, found, files)
    except Refused as refused:
        if str(refused.sentence):
            name = {"picture": "file"}.get(refused.field or "", refused.field or "")
            form.add_error(name if name in form.fields else None, refused.sentence)
        found.refresh_from_db()
        return _page(request, form, found, files)
    return after_act(request, _("Đã lưu. Chưa ai ngoài cơ quan thấy bản này."), product_url(found))


def _picture(request: StaffRequest, form: WriteForm) -> list[MediaFile]:
    """The picture that came with the form; kept even when the text is refused, so that it need not come twice."""
    data = form.cleaned_data
    if not data.get("file"):
        return []
    said = {name: data[name] for name in ("alt", "credit", "rights")}
    return [add_picture(request.actor, data["file"], **said)]


def _write(request: StaffRequest, form: WriteForm, found: Product, files: list[MediaFile]) -> None:
    data = form.cleaned_data
    body = data["body"] if found.rule.formatted else _paragraphs(data["body"])
    write_version(
        request.actor, found, seen=data["seen"] or 0, title=data["title"], lead=data["lead"], body=body,
        variants=form.variants, files=files, outlets=list(data["outlets"]),
        correction=data.get("correction", ""),
    )  # fmt: skip


def _paragraphs(text: str) -> str:
    """A text without marks as paragraphs."""
    lines = [(line.strip(),) for line in text.splitlines() if line.strip()]
    return format_html_join("", "<p>{}</p>", lines)


def _page(request: StaffRequest, form: WriteForm, found: Product, files: list[MediaFile]) -> HttpResponse:
    newest = found.newest
    overtaken = newest is not None and form.is_bound and str(form["seen"].value()) != str(newest.number)
    context: dict[str, Any] = {
        "form": form,
        "product": found,
        "files": files,
        "editor_media": editor_media(request, form),
        "part": PART,
        "most": MOST,
        "rights": MediaFile.Rights.choices,
        "newest": newest if overtaken else None,
    }
    return render(request, "newsroom/write.html", context, status=422 if form.is_bound and form.errors else 200)
