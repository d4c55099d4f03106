"""Classes: the list, one class as far as its reader sees it, preparing it, and what is one's own."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.core.http import Steps, form_page, reason_in, require, seen_in, take_step
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.plans.service import asked_target
from lienthong.registry.service import OfficialDocument
from lienthong.training.actions.approve_list import approve_list
from lienthong.training.actions.cancel_class import cancel_class
from lienthong.training.actions.finish_class import finish_class
from lienthong.training.actions.open_class import open_class
from lienthong.training.actions.write_class import write_class
from lienthong.training.forms import ClassForm
from lienthong.training.items import class_url
from lienthong.training.models import ClassPhoto, Nominee, TrainingClass
from lienthong.training.own import own_classes
from lienthong.training.permissions import may_begin, may_look, may_prepare
from lienthong.training.scheduling import sessions_text
from lienthong.training.showing import units_for

_TYPED = (
    "title", "content", "organiser", "ordered_by", "form", "place", "link", "seats", "nominate_by", "pass_percent"
)  # fmt: skip

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "mo": (lambda r, one: open_class(r.actor, one), gettext_lazy("Đã mở nhận cử; các đơn vị được hỏi.")),
    "chot": (lambda r, one: approve_list(r.actor, one, seen=seen_in(r)), gettext_lazy("Đã chốt danh sách.")),
    "hoc-xong": (lambda r, one: finish_class(r.actor, one), gettext_lazy("Đã ghi lớp đã học.")),
    "huy": (lambda r, one: cancel_class(r.actor, one, reason=reason_in(r)), gettext_lazy("Đã ghi không tổ chức lớp.")),
}


def class_of(request: StaffRequest, pk: int) -> TrainingClass:
    visible = TrainingClass.objects.visible_to(request.actor).select_related(
        "office", "body", "last_editor__user", "listed_by__user", "ordered_by", "share__body",
        "share__assignment__plan__office", "occurrence__share",
    )  # fmt: skip
    found: TrainingClass = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def classes(request: StaffRequest) -> HttpResponse:
    require(may_look(request.actor))
    shown = TrainingClass.objects.visible_to(request.actor).select_related("office", "body")
    page = Paginator(shown.prefetch_related("sessions"), 30).get_page(request.GET.get("trang"))
    context = {"page": page, "may_prepare": may_prepare(request.actor), "may_look": True}
    return render(request, "training/classes.html", context)


@login_required
@require_GET
def mine(request: StaffRequest) -> HttpResponse:
    """What is recorded under one's own name; nobody else has this page about anybody."""
    context = {"own": own_classes(request.user), "may_look": may_look(request.actor)}
    return render(request, "training/mine.html", context)


@login_required
@require_GET
def one(request: StaffRequest, pk: int) -> HttpResponse:
    found = class_of(request, pk)
    abilities = abilities_for(request.actor, found)
    nominees = Nominee.objects.visible_to(request.actor).filter(training=found)
    own = nominees.active().filter(position__user=request.user).first()
    order = found.ordered_by
    sees_order = order and OfficialDocument.objects.visible_to(request.actor).filter(pk=order.pk).exists()
    context = {
        "training": found,
        "thing": found,
        "abilities": abilities,
        "sessions": found.sessions.select_related("ticked_by__user"),
        "ticked": found.sessions.filter(ticked_at__isnull=False).count(),
        "units": units_for(request.actor, found),
        "named": found.nominees.active().count() if abilities.whole else 0,
        "own": own,
        "may_decline": own and abilities_for(request.actor, own).decline,
        "order_url": reverse("registry:document", args=[order.pk]) if order and sees_order else "",
        "photos": ClassPhoto.objects.visible_to(request.actor).filter(training=found),
        "events": history_of(found, *found.nominees.all()) if abilities.whole else (),
    }
    return render(request, "training/one.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: StaffRequest) -> HttpResponse:
    """ "ky": the occurrence that it is to fulfil, "phan-viec": a share."""
    require(may_prepare(request.actor))
    share, occurrence = asked_target(request, may_begin)
    start: dict[str, Any] = {"title": share.assignment.text[:200]} if share else {}
    form = ClassForm(request.actor, request.POST or None, initial=start)

    def act(values: dict[str, Any]) -> TrainingClass:
        return write_class(
            request.actor, None, values=values, asked=form.asked(), share=share, occurrence=occurrence
        )  # fmt: skip

    return form_page(
        request, form, act, lambda made: redirect(class_url(made)), template="training/write.html", share=share,
        occurrence=occurrence, back=reverse("training:classes"),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    found = class_of(request, pk)
    require(abilities_for(request.actor, found).write)
    start = {name: getattr(found, name) for name in _TYPED} | {"sessions": sessions_text(found), "seen": found.edits}
    form = ClassForm(request.actor, request.POST or None, initial=start, training=found)

    def act(values: dict[str, Any]) -> TrainingClass:
        return write_class(request.actor, found, values=values, asked=form.asked(), seen=values["seen"] or 0)

    return form_page(
        request, form, act, lambda made: redirect(class_url(made)), template="training/write.html", training=found,
        back=class_url(found),
    )  # fmt: skip


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = class_of(request, pk)
    return take_step(request, STEPS, act, found, class_url(found))
