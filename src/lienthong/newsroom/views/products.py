"""The list of products, one product with all that belongs to it, its brief, and beginning a new one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.audit.service import history_of
from lienthong.core.forms import refuse
from lienthong.core.http import after_act, require, whole
from lienthong.core.refusals import Refused
from lienthong.newsroom.actions.begin_product import begin_product
from lienthong.newsroom.actions.change_brief import change_brief
from lienthong.newsroom.checks import all_checks
from lienthong.newsroom.columns import proposed_issues
from lienthong.newsroom.forms import BriefForm, ChangeBriefForm, ScheduleForm
from lienthong.newsroom.items import product_url
from lienthong.newsroom.kinds import printed_kind
from lienthong.newsroom.models import Column, MarginNote, Product
from lienthong.newsroom.outgoing import deliveries_for, outlets_to_correct, sent_to
from lienthong.newsroom.permissions import may_look, may_make, may_plan
from lienthong.newsroom.words import spoken
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans.service import Occurrence, Share
from lienthong.registry.service import source_url
from lienthong.speech.service import said


def product_of(request: StaffRequest, pk: int) -> Product:
    visible = Product.objects.visible_to(request.actor).select_related(
        "office", "body", "column", "release", "created_by__user", "last_editor__user", "newest__by__user", "approved",
        "approved_by__user", "released", "work",
    )  # fmt: skip
    found: Product = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def products(request: StaffRequest) -> HttpResponse:
    """What is made, waits and is out; above it the issues of columns that are due next."""
    require(may_look(request.actor))
    state = request.GET.get("trang-thai", "")
    visible = Product.objects.visible_to(request.actor)
    found = visible.filter(state=state) if state in Product.State.values else visible
    counts = {row["state"]: row["n"] for row in visible.order_by().values("state").annotate(n=Count("pk"))}
    context = {
        "page": Paginator(found.select_related("body", "last_editor__user"), 30).get_page(request.GET.get("trang")),
        "states": [(value, label, counts.get(value, 0)) for value, label in Product.State.choices],
        "state": state,
        "proposed": proposed_issues(request.actor) if may_make(request.actor) else [],
        "may_make": may_make(request.actor),
        "may_plan": may_plan(request.actor),
    }
    return render(request, "newsroom/products.html", context)


@login_required
@require_GET
def product(request: StaffRequest, pk: int) -> HttpResponse:
    found = product_of(request, pk)
    abilities = abilities_for(request.actor, found)
    version = found.newest if may_make(request.actor) else found.released
    context: dict[str, Any] = {
        "thing": found,
        "product": found,
        "version": version,
        "files": version.files if version else [],
        "variants": _variants(found),
        "abilities": abilities,
        "maker": may_make(request.actor),
        "passages": _passages(request, found),
        "credits": found.credits.select_related("share__assignment__plan", "share__body", "occurrence"),
        "changed": found.released_id is not None and found.released_id != found.newest_id,
        "seconds": said(found.office, spoken(version)).seconds if version and found.rule.spoken else None,
    }
    if context["maker"]:
        context |= _desk(found)
    return render(request, "newsroom/product.html", context)


def _desk(found: Product) -> dict[str, Any]:
    """What only the office sees: findings, notes, deliveries, versions, history."""
    version = found.newest
    checks = all_checks(found, version) if version and found.state not in ("released", "withdrawn") else []
    taken = sent_to(found.approved) if found.approved else set()
    to_correct = list(outlets_to_correct(found, found.approved)) if found.approved else []
    chosen = {*found.outlets.all(), *to_correct}
    begun = {"outlets": [outlet.pk for outlet in chosen if outlet.pk not in taken]}
    return {
        "checks": checks,
        "blocked": any(check.blocking for check in checks),
        "notes": MarginNote.objects.filter(version__product=found).select_related(
            "by__user", "version", "settled_by__user"
        ),
        "deliveries": deliveries_for(found).select_related("ordered_by__user"),
        "to_correct": to_correct,
        "schedule_form": ScheduleForm(product=found, taken=taken, initial=begun),
        "versions": found.versions.select_related("by__user"),
        "events": history_of(found),
    }


def _variants(found: Product) -> list[tuple[str, dict[str, str]]]:
    """(outlets of the channel by name, what is said there) of each variant of the newest version."""
    if found.newest is None:
        return []
    names: dict[str, list[str]] = {}
    for outlet in found.outlets.all():
        names.setdefault(outlet.channel, []).append(outlet.name)
    return [(", ".join(names.get(code, [code])), words) for code, words in found.newest.variants.items()]


def _passages(request: StaffRequest, found: Product) -> list[dict[str, Any]]:
    return [
        {"passage": one, "url": source_url(one.document, one.start, one.end)
         if abilities_for(request.actor, one.document).see else ""}
        for one in found.passages.select_related("document__office")
    ]  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: StaffRequest) -> HttpResponse:
    """ "ky": an occurrence, "phan-viec": a share, "chuyen-muc": a column whose brief it takes over."""
    require(may_make(request.actor))
    occurrence, share, column = _asked(request, request.GET)
    form = BriefForm(request.POST or None, initial=_begun(occurrence, share, column))
    if request.method == "POST" and form.is_valid():
        try:
            made = begin_product(
                request.actor, form.brief, column=column, shares=[share] if share and not occurrence else [],
                occurrences=[occurrence] if occurrence else [],
            )  # fmt: skip
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect("newsroom:write", made.pk)
    context = {"form": form, "occurrence": occurrence, "share": share, "column": column}
    return render(request, "newsroom/brief.html", context)


def _asked(request: StaffRequest, asked: QueryDict) -> tuple[Occurrence | None, Share | None, Column | None]:
    def found(name: str, visible: Any) -> Any:
        pk = whole(asked.get(name, ""), digits=11)
        return visible.filter(pk=pk).first() if pk is not None else None

    around = ("share__assignment__plan__office", "share__body")
    column = found("chuyen-muc", Column.objects.visible_to(request.actor).running().select_related(*around))
    occurrence = found("ky", Occurrence.objects.visible_to(request.actor).select_related(*around))
    shares = Share.objects.visible_to(request.actor).select_related("assignment__plan__office", "body")
    share = occurrence.share if occurrence else found("phan-viec", shares)
    return occurrence, share, column


def _begun(occurrence: Occurrence | None, share: Share | None, column: Column | None) -> dict[str, Any]:
    """What the brief begins with: the column's, or what the assignment says."""
    begun: dict[str, Any] = {}
    if share is not None:
        begun |= {
            "title": share.assignment.name[:250],
            "due": share.due,
            "form": share.assignment.product_printed[:300],
        }
        begun["kind"] = printed_kind(share.assignment.product_printed or share.assignment.text)
    if occurrence is not None:
        begun["due"] = occurrence.due
        begun["title"] = f"{begun.get('title', '')[:200]}, {occurrence.name}"
    if column is not None:
        begun |= {"kind": column.kind, "audience": column.audience, "message": column.message}
        begun["title"] = f"{column.title}, {occurrence.name}" if occurrence else column.title
    return begun


@login_required
@require_http_methods(["GET", "POST"])
def brief(request: StaffRequest, pk: int) -> HttpResponse:
    found = product_of(request, pk)
    require(abilities_for(request.actor, found).write)
    names = ("title", "kind", "audience", "message", "form", "due")
    initial = {name: getattr(found, name) for name in names}
    form = ChangeBriefForm(request.POST or None, initial=initial, actor=request.actor, product=found)
    if request.method == "POST" and form.is_valid():
        try:
            change_brief(request.actor, found, form.brief, sources=form.sources, occurrences=form.occurrences)
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã lưu đề bài."), product_url(found))
    return render(request, "newsroom/brief.html", {"form": form, "product": found})
