"""The review screen: the text with its found places on one side, what was read on the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import answer_refusal, whole
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Body, StaffRequest, Target, abilities_for, add_group
from lienthong.registry.actions.add_field import add_field
from lienthong.registry.actions.add_task import add_task
from lienthong.registry.actions.confirm_certain import confirm_certain
from lienthong.registry.actions.confirm_proposal import Answers, confirm_proposal
from lienthong.registry.actions.correct_proposal import correct_proposal
from lienthong.registry.actions.finish_review import finish_review
from lienthong.registry.actions.map_name import map_name
from lienthong.registry.actions.mark_out_of_scope import mark_out_of_scope
from lienthong.registry.actions.reject_proposal import reject_proposal
from lienthong.registry.actions.reopen_proposal import reopen_proposal
from lienthong.registry.actions.reopen_review import reopen_review
from lienthong.registry.actions.type_handwriting import type_handwriting
from lienthong.registry.desk import document_url
from lienthong.registry.models import DocumentType, OfficialDocument, Proposal
from lienthong.registry.review.drafts import LABELS, LISTS, SYSTEMS, TASK_FIELDS, TASK_LABELS
from lienthong.registry.review.names import choices, named_target
from lienthong.registry.review.notes import handwritten_in, notes_on, signatures_on
from lienthong.registry.review.paper import PAGES, TEXT, paper_of
from lienthong.registry.review.sheet import Row, row_of, sheet_of


def _document(request: StaffRequest, pk: int) -> OfficialDocument:
    visible = OfficialDocument.objects.visible_to(request.actor).select_related("office")
    return get_object_or_404(visible, pk=pk)


def _proposal(request: StaffRequest, pk: int) -> Proposal:
    visible = OfficialDocument.objects.visible_to(request.actor)
    found = Proposal.objects.filter(file__document__in=visible).select_related("file__document__office")
    return get_object_or_404(found, pk=pk)


def review_url(document: OfficialDocument, proposal: Proposal | None = None) -> str:
    url = reverse("registry:review", args=[document.pk])
    return f"{url}#p{proposal.pk}" if proposal is not None else url


@login_required
@require_GET
def review(request: StaffRequest, pk: int) -> HttpResponse:
    """The whole screen; who may not review reads it. Pages or text (``xem``) is kept until he chooses again."""
    if request.GET.get("xem") in (PAGES, TEXT):
        request.session["xem"] = request.GET["xem"]
    return _page(request, _document(request, pk))


def _page(request: StaffRequest, document: OfficialDocument, **more: Any) -> HttpResponse:
    sheet = sheet_of(document)
    failed, sentence = more.get("failed"), more.get("sentence", "")
    files = list(document.files.all())
    rows = (*sheet.uncertain, *sheet.certain, *sheet.decided)
    for row in rows:
        if failed == row.proposal.pk:
            row.error, row.typed = sentence, more.get("typed", {})
    context = {
        "thing": document,
        "document": document,
        "sheet": sheet,
        "main": next(iter(files), None),
        "notes": [(file, notes) for file in files if (notes := notes_on(file))],
        "signatures": signatures_on(*files),
        "handwritten": handwritten_in(document),
        "paper": paper_of(document, rows, request.session.get("xem", PAGES)),
        "targets": choices(document.office),
        "may": abilities_for(request.actor, document).review and document.reviewed_at is None,
        "can": abilities_for(request.actor, document),
        "task_text": more.get("task_text", ""),
        "names": [
            (printed, more.get("typed", {}).get(printed) or offered, count)
            for printed, offered, count in sheet.unknown_names
        ],
    }
    return render(request, "registry/review.html", context)


def _on_row(
    request: StaffRequest, proposal: Proposal, act: Callable[[], object], typed: dict[str, str] | None = None
) -> HttpResponse:
    """Do ``act`` and answer with the row alone (htmx) or with the page; a refusal stands in the row it is about."""
    document = proposal.file.document
    sentence = ""
    try:
        act()
    except NotAllowed as refused:
        return answer_refusal(request, refused, review_url(document))
    except Refused as refused:
        sentence = str(refused.sentence)
    if not request.htmx:
        if sentence:
            return _page(request, document, failed=proposal.pk, sentence=sentence, typed=typed or {})
        return redirect(review_url(document, proposal))
    fresh = Proposal.objects.select_related("file__document__office").filter(pk=proposal.pk).first()
    if fresh is None or ("printed" in request.POST and not sentence):
        # The row is gone, or a name was told that other rows ask about too.
        return HttpResponse(headers={"HX-Refresh": "true"})
    row = row_of(fresh)
    row.error, row.typed = sentence, typed or {}
    context = {"row": row, "sheet": sheet_of(document), "document": document, "may": True, "alone": True}
    return render(request, "registry/review_answer.html", context)


@login_required
@require_POST
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    proposal = _proposal(request, pk)
    typed = dict(zip(request.POST.getlist("printed"), request.POST.getlist("target"), strict=False))

    def act() -> None:
        answers = Answers(
            names=_targets(proposal.file.document.office, typed),
            scope=request.POST.get("scope", ""),
            starts=request.POST.get("starts", ""),
            holds=request.POST.get("holds", ""),
        )
        confirm_proposal(request.actor, proposal, answers=answers)

    return _on_row(request, proposal, act, typed)


def _targets(office: Body, typed: dict[str, str]) -> dict[str, Target]:
    found: dict[str, Target] = {}
    for printed, name in typed.items():
        if not name.strip():
            continue
        target = named_target(office, name)
        if target is None:
            raise Refused(_("Không có đơn vị hoặc nhóm tên “%(name)s”. Hãy chọn trong danh sách.") % {"name": name})
        found[printed] = target
    return found


@login_required
@require_POST
def reject(request: StaffRequest, pk: int) -> HttpResponse:
    proposal = _proposal(request, pk)
    return _on_row(request, proposal, lambda: reject_proposal(request.actor, proposal))


@login_required
@require_POST
def reopen(request: StaffRequest, pk: int) -> HttpResponse:
    proposal = _proposal(request, pk)
    return _on_row(request, proposal, lambda: reopen_proposal(request.actor, proposal))


@login_required
@require_POST
def scope(request: StaffRequest, pk: int) -> HttpResponse:
    proposal = _proposal(request, pk)
    outside = request.POST.get("outside") == "1"
    return _on_row(request, proposal, lambda: mark_out_of_scope(request.actor, proposal, outside=outside))


@login_required
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, pk: int) -> HttpResponse:
    """The row as a form; a page of its own without a script."""
    proposal = _proposal(request, pk)
    row = row_of(proposal)
    if not abilities_for(request.actor, row.document).review:
        refused = NotAllowed(_("Chỉ văn thư hoặc cán bộ tổng hợp của cơ quan được duyệt nội dung đã đọc."))
        return answer_refusal(request, refused, review_url(row.document))
    if request.method == "POST":
        changes = _changes(request, proposal)
        try:
            correct_proposal(request.actor, proposal, changes=changes)
        except Refused as refused:
            row.error = str(refused.sentence)
            return _edit_form(request, row, changes)
        return _on_row(request, proposal, lambda: None)
    return _edit_form(request, row, {})


def _changes(request: StaffRequest, proposal: Proposal) -> dict[str, Any]:
    names = {
        Proposal.Kind.FIELD: ("value",),
        Proposal.Kind.CITATION: ("number", "date", "type"),
        Proposal.Kind.TASK: ("text", *TASK_FIELDS),
    }[Proposal.Kind(proposal.kind)]
    changes: dict[str, Any] = {name: request.POST.get(name, "") for name in names}
    if proposal.kind == Proposal.Kind.TASK:
        changes |= {part: request.POST.getlist(part) for part in ("lead", "support")}
    return changes


def _edit_form(request: StaffRequest, row: Row, typed: dict[str, Any]) -> HttpResponse:
    template = "registry/review_edit_row.html" if request.htmx else "registry/review_edit.html"
    context = {
        "row": row,
        "document": row.document,
        "thing": row.document,
        "fields": _edit_fields(row, typed),
        "leads": _boxes(row, "lead", typed),
        "supports": _boxes(row, "support", typed),
        "targets": choices(row.document.office),
    }
    return render(request, template, context)


def _boxes(row: Row, part: str, typed: dict[str, Any]) -> list[str]:
    """The names of a task in one box each, and two empty boxes for more."""
    if not row.is_task:
        return []
    return [*(name for name in typed.get(part) or row.draft[part] if name), "", ""]


def _edit_fields(row: Row, typed: dict[str, Any]) -> list[dict[str, Any]]:
    """Name, label, value and widget of each field of the form."""
    if row.proposal.kind == Proposal.Kind.FIELD:
        name = row.proposal.name
        value = "\n".join(row.draft) if name in LISTS else row.value_to_edit
        field = {"name": "value", "label": LABELS[name], "value": typed.get("value", value), "long": name in LISTS}
        options = {"type": DocumentType.choices, "system": list(SYSTEMS.items())}
        options["urgency"] = OfficialDocument.Urgency.choices
        return [field | {"options": options.get(name), "long": name in (*LISTS, "subject")}]
    if row.proposal.kind == Proposal.Kind.CITATION:
        labels = {"number": _("Số, ký hiệu"), "date": _("Ngày văn bản"), "type": _("Tên loại")}
    else:
        labels = {"text": _("Nhiệm vụ")} | {name: str(label) for name, label in TASK_LABELS.items()}
    values = row.draft | {name: value for name, value in typed.items() if isinstance(value, str)}
    return [
        {"name": name, "label": label, "value": row.as_typed(name, values[name]), "long": name == "text"}
        for name, label in labels.items()
    ]


@login_required
@require_GET
def show_row(request: StaffRequest, pk: int) -> HttpResponse:
    """One row again, when a person leaves its form."""
    proposal = _proposal(request, pk)
    if not request.htmx:
        return redirect(review_url(proposal.file.document, proposal))
    may = abilities_for(request.actor, proposal.file.document).review
    return render(request, "registry/review_row.html", {"row": row_of(proposal), "may": may})


@login_required
@require_POST
def certain(request: StaffRequest, pk: int) -> HttpResponse:
    document = _document(request, pk)
    seen = [number for value in request.POST.getlist("seen") if (number := whole(value)) is not None]
    try:
        count = confirm_certain(request.actor, document, seen=seen)
    except Refused as refused:
        return answer_refusal(request, refused, review_url(document))
    messages.success(request, _("Đã xác nhận %(n)d điều chắc chắn.") % {"n": count})
    return redirect(review_url(document))


@login_required
@require_POST
def add(request: StaffRequest, pk: int) -> HttpResponse:
    """A missed task goes on to its form; a missed field, or one written by hand, is written at once."""
    document = _document(request, pk)
    try:
        if "handwritten" in request.POST:
            name, value = request.POST["handwritten"], request.POST.get("value", "")
            type_handwriting(request.actor, document, name=name, value=value)
            return redirect(review_url(document))
        if "name" in request.POST:
            add_field(request.actor, document, name=request.POST["name"], value=request.POST.get("value", ""))
            return redirect(review_url(document))
        start, end = (_offset(request.POST.get(name, "")) for name in ("start", "end"))
        proposal = add_task(request.actor, document, text=request.POST.get("text", ""), start=start, end=end)
    except NotAllowed as refused:
        return answer_refusal(request, refused, review_url(document))
    except Refused as refused:
        messages.error(request, refused.sentence)
        return _page(request, document, task_text=request.POST.get("text", ""))
    return redirect("registry:correct", proposal.pk)


def _offset(value: str) -> int | None:
    return whole(value, digits=9)


@login_required
@require_POST
def name_targets(request: StaffRequest, pk: int) -> HttpResponse:
    """Say at once what several printed names mean; those left blank are asked again in their rows."""
    document = _document(request, pk)
    typed = dict(zip(request.POST.getlist("printed"), request.POST.getlist("target"), strict=False))
    try:
        targets = _targets(document.office, typed)
        with transaction.atomic():
            for printed, target in targets.items():
                map_name(request.actor, document, printed=printed, target=target)
    except NotAllowed as refused:
        return answer_refusal(request, refused, review_url(document))
    except Refused as refused:
        messages.error(request, refused.sentence)
        return _page(request, document, typed=typed)
    return redirect(review_url(document))


@login_required
@require_POST
def new_group(request: StaffRequest, pk: int) -> HttpResponse:
    """A printed name that is no single body becomes a group of the office; its members are chosen there."""
    document = _document(request, pk)
    printed = request.POST.get("printed", "")
    try:
        with transaction.atomic():
            group = add_group(request.actor, office=document.office, name=printed)
            map_name(request.actor, document, printed=printed, target=group)
    except Refused as refused:
        return answer_refusal(request, refused, review_url(document))
    messages.success(request, _("Đã tạo nhóm “%(name)s”. Hãy chọn thành viên của nhóm.") % {"name": group.name})
    return redirect(review_url(document))


@login_required
@require_POST
def finish(request: StaffRequest, pk: int) -> HttpResponse:
    document = _document(request, pk)
    try:
        finish_review(request.actor, document)
    except Refused as refused:
        return answer_refusal(request, refused, review_url(document))
    messages.success(request, _("Đã duyệt xong nội dung của văn bản."))
    return redirect(document_url(document))


@login_required
@require_POST
def open_again(request: StaffRequest, pk: int) -> HttpResponse:
    document = _document(request, pk)
    try:
        reopen_review(request.actor, document)
    except Refused as refused:
        return answer_refusal(request, refused, review_url(document))
    return redirect(review_url(document))
