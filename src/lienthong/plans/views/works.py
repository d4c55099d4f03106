"""Occurrences, work that was done, and its evidence."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lienthong.audit.service import history_of
from lienthong.core.file_kinds import SHOWN
from lienthong.core.forms import refuse
from lienthong.core.http import after_act, answer_refusal, stored_file
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.uploads import refuse_too_large
from lienthong.organisations.service import StaffRequest
from lienthong.plans import service
from lienthong.plans.crediting import choices_for, chosen_from, tick
from lienthong.plans.forms import ProofForm
from lienthong.plans.models import Evidence, Occurrence, Work
from lienthong.plans.permissions import steps_for
from lienthong.plans.reading import message_about, source_link

_WITH = ("share__body", "share__handler", "share__assignment__plan__office", "share__assignment__source_document")


@login_required
def occurrence(request: StaffRequest, pk: int) -> HttpResponse:
    """One due instance: what is asked, and the evidence that closes it."""
    visible = Occurrence.objects.visible_to(request.actor).select_related(*_WITH, "closed_by")
    found = get_object_or_404(visible, pk=pk)
    form = ProofForm(request.POST or None, request.FILES or None)
    url = reverse("plans:occurrence", args=[pk])
    if request.method == "POST":
        refuse_too_large(form, request)
        if form.is_valid():
            data = form.cleaned_data
            try:
                service.prove_share(
                    request.actor,
                    found.share,
                    proofs=form.proofs,
                    occurrence=found,
                    title=data["title"],
                    done_on=data["done_on"],
                )
            except NotAllowed as refused:
                return answer_refusal(request, refused, url)
            except Refused as refused:
                refuse(form, refused)
            else:
                return after_act(request, _("Đã nhận minh chứng của %(name)s.") % {"name": found.name}, url)
    steps = steps_for(request.actor, found.share)
    works = Work.objects.filter(credits__occurrence=found).prefetch_related("evidence", "credits")
    context = {
        "thing": found,
        "occurrence": found,
        "share": found.share,
        "assignment": found.share.assignment,
        "form": form if found.closed_on is None and steps & {"record", "accept"} else None,
        "works": works,
        "source": source_link(request.actor, found.share.assignment),
        "message": message_about(request, found.share, f"{found.name}: {found.share.assignment.name}"),
        "history": history_of(found).order_by("-at"),
        "today": timezone.localdate(),
    }
    return render(request, "plans/occurrence.html", context, status=422 if form.is_bound else 200)


@login_required
def work_add(request: StaffRequest) -> HttpResponse:
    """Record a piece of work and everything that it counts towards."""
    groups = choices_for(request.actor, request.GET)
    form = ProofForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        refuse_too_large(form, request)
        if form.is_valid():
            shares, occurrences = chosen_from(groups, request.POST.getlist("credit"))
            data = form.cleaned_data
            try:
                work = service.record_work(
                    request.actor,
                    title=data["title"],
                    done_on=data["done_on"],
                    proofs=form.proofs,
                    shares=shares,
                    occurrences=occurrences,
                )
            except Refused as refused:
                refuse(form, refused)
            else:
                messages.success(request, _("Đã ghi việc “%(title)s”.") % {"title": work.title})
                first = (shares or [o.share for o in occurrences])[0]
                return redirect("plans:share", pk=first.pk)
    tick(groups, request.POST.getlist("credit") or request.GET.getlist("credit"))
    context = {"form": form, "groups": groups}
    return render(request, "plans/work_form.html", context, status=422 if form.is_bound else 200)


@login_required
@require_GET
def evidence(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The stored file, for those who see the work that it proves."""
    visible = Work.objects.visible_to(request.actor)
    found = get_object_or_404(Evidence, pk=pk, work__in=visible, kind=Evidence.Kind.FILE)
    shown = found.content_type in {kind.content_type for kind in SHOWN}
    return stored_file(found.stored, name=found.name, content_type=found.content_type, shown=shown)
