"""The document list, the document page, registering and correcting."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.audit.service import history_of
from lienthong.core.forms import refuse
from lienthong.core.http import answer_refusal
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Role, StaffRequest, abilities_for
from lienthong.registry.actions.change_document import change_document
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.actions.register_outgoing import register_outgoing
from lienthong.registry.awaiting import likely_documents, likely_orders
from lienthong.registry.desk import document_url
from lienthong.registry.erasing import was_secret
from lienthong.registry.forms import DocumentForm, IncomingForm, ListFilter, OutgoingForm
from lienthong.registry.listing import Order, filtered, in_direction, units_of, years_of
from lienthong.registry.models import Direction, DocumentType, HeldNumber, OfficialDocument
from lienthong.registry.page import text_with_mark
from lienthong.registry.permissions import may_read_registers, may_receive
from lienthong.registry.registering import Duplicate
from lienthong.registry.review.drafts import ATTRIBUTES
from lienthong.registry.review.notes import handwritten_in, symbol_ending
from lienthong.registry.series import next_numbers

PAGE_SIZE = 30
DIRECTIONS = {"den": Direction.INCOMING, "di": Direction.OUTGOING}


@login_required
@require_GET
def documents(request: StaffRequest, which: str = "den") -> HttpResponse:
    """Incoming or outgoing documents that this person may see, narrowed by the filters in the address."""
    if which == "den" and request.actor.is_(Role.SUPERVISOR):
        return redirect("registry:outgoing", which="di")
    direction = DIRECTIONS[which]
    filters = ListFilter(request.GET)
    asked = filters.cleaned_data if filters.is_valid() else {}
    visible = OfficialDocument.objects.visible_to(request.actor)
    order = Order.of(request.GET.get("xep", ""))
    rows = order.sort(filtered(in_direction(visible, direction), asked)).select_related("issuer_body")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("trang"))
    kept = request.GET.copy()
    kept.pop("trang", None)
    office = request.actor.office
    return render(
        request,
        "registry/documents.html",
        {
            "which": which,
            "incoming": direction == Direction.INCOMING,
            "page": page,
            "asked": asked,
            "filtered": any(asked.values()),
            "address": kept.urlencode(),
            "order": order,
            "states": _states_of(direction),
            "types": DocumentType.choices,
            "years": years_of(office) if office else [],
            "units": units_of(office) if office else [],
            "may_receive": may_receive(request.actor),
            "reads_registers": may_read_registers(request.actor),
        },
    )


@login_required
@require_GET
def document(request: StaffRequest, pk: int) -> HttpResponse:
    """One document: what the register says, its files, what it names and answers, what was decided, its history."""
    thing = OfficialDocument.objects.visible_to(request.actor).filter(pk=pk).first()
    if thing is None:
        if was_secret(request.actor, pk):
            return render(request, "registry/secret.html", status=410)
        thing = get_object_or_404(OfficialDocument.objects.none())
    visible = OfficialDocument.objects.visible_to(request.actor)
    can = abilities_for(request.actor, thing)
    context = {
        "thing": thing,
        "document": thing,
        "can": can,
        "files": list(thing.files.all()),
        "cites": thing.citations.select_related("cited"),
        "cited_by": visible.filter(citations__cited=thing).distinct(),
        "answers": visible.filter(pk=thing.answers_id).first(),
        "answered_by": visible.filter(answers=thing),
        "corrects": visible.filter(pk=thing.corrects_id).first(),
        "corrected_by": visible.filter(corrects=thing).order_by("dated", "pk"),
        "readable": set(visible.filter(cited_by__document=thing).values_list("pk", flat=True)),
        "history": history_of(thing),
        "came": likely_documents(request.actor, thing) if can.attach else [],
        "orders": likely_orders(request.actor, thing) if can.file and not thing.decisions.exists() else [],
        "text": text_with_mark(thing, request.GET.get("doan", "")),
    }
    return render(request, "registry/document.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def register(request: StaffRequest, pk: int) -> HttpResponse:
    """Give the document its number; a duplicate is shown with the earlier one before it is registered twice."""
    thing = get_object_or_404(OfficialDocument.objects.visible_to(request.actor), pk=pk)
    if not abilities_for(request.actor, thing).register:
        refused = NotAllowed(_("Văn bản này đã đăng ký, hoặc bạn không phải văn thư của cơ quan."))
        return answer_refusal(request, refused, document_url(thing))
    incoming = thing.direction == Direction.INCOMING
    form_class = IncomingForm if incoming else OutgoingForm
    form = form_class(request.POST or None, instance=thing, initial=_first_guess(thing))
    earlier: list[OfficialDocument] = []
    if request.method == "POST" and form.is_valid():
        try:
            done = _register(request, thing, form)
        except Duplicate as refused:
            earlier = refused.earlier
            form.add_error(None, str(refused.sentence))
        except Refused as refused:
            refuse(form, refused)
        else:
            what = {"title": done.title, "number": done.register_number}
            if incoming:
                messages.success(request, _("Đã đăng ký %(title)s, số đến %(number)s.") % what)
            else:
                messages.success(request, _("Đã đăng ký: %(title)s.") % what)
            return redirect(document_url(done))
    fresh = OfficialDocument.objects.get(pk=thing.pk)
    context = {
        "thing": fresh,
        "document": fresh,
        "form": form,
        "main_fields": _with_pictures(form, fresh),
        "incoming": incoming,
        "earlier": earlier,
        "orders": likely_orders(request.actor, fresh),
        "files": list(fresh.files.all()),
        "next_numbers": next_numbers(fresh.office, fresh.direction),
        "held": HeldNumber.objects.filter(series__office=fresh.office, cancelled_on=None).select_related("series"),
    }
    return render(request, "registry/register.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct what the register says."""
    thing = get_object_or_404(OfficialDocument.objects.visible_to(request.actor), pk=pk)
    if not abilities_for(request.actor, thing).change:
        refused = NotAllowed(_("Chỉ văn thư của cơ quan được sửa thông tin đăng ký."))
        return answer_refusal(request, refused, document_url(thing))
    form = DocumentForm(request.POST or None, instance=thing)
    if request.method == "POST" and form.is_valid():
        try:
            changed = change_document(request.actor, thing, values=form.values)
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("Đã sửa.") if changed else _("Không có gì thay đổi."))
            return redirect(document_url(thing))
    fresh = OfficialDocument.objects.get(pk=thing.pk)
    return render(request, "registry/change.html", {"thing": fresh, "document": fresh, "form": form})


def _register(request: StaffRequest, thing: OfficialDocument, form: Any) -> OfficialDocument:
    if isinstance(form, IncomingForm):
        return register_incoming(
            request.actor,
            thing,
            arrived_on=form.cleaned_data["arrived_on"],
            values=form.values,
            keep_duplicate=bool(request.POST.get("keep_duplicate")),
        )
    return register_outgoing(request.actor, thing, values=form.values, code=form.cleaned_data["code"])


def _first_guess(thing: OfficialDocument) -> dict[str, Any]:
    """What the form begins with: as read, with the office itself as issuer of what goes out, and behind a number that
    was written by hand the printed symbol.
    """
    if not thing.number and any(item.field == "number" for item in handwritten_in(thing)):
        return {"number": symbol_ending(thing)}
    if thing.direction == Direction.OUTGOING and not thing.issuer:
        return {"issuer": thing.office.name}
    return {}


def _with_pictures(form: Any, thing: OfficialDocument) -> list[tuple[Any, str]]:
    """The main fields, each with the picture of what was written there by hand."""
    pictures = {ATTRIBUTES[item.field]: item.picture for item in handwritten_in(thing)}
    return [(field, pictures.get(field.name, "")) for field in form.main_fields]


def _states_of(direction: str) -> list[tuple[str, str]]:
    state = OfficialDocument.State
    only_in = {state.WITH_LEADER, state.IN_WORK, state.NOTED, state.FILED, state.DONE}
    hidden = only_in if direction == Direction.OUTGOING else {state.ISSUED}
    return [(value, str(label)) for value, label in state.choices if value not in hidden]
