"""Keeping procedures right: looking at them again, laws that were replaced, and proof that they hang at the office."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import act_and_return, after_act, form_page, require, stored_file
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.procedures.actions.check_procedure import check_procedure
from lienthong.procedures.actions.forget_replaced_law import forget_replaced_law
from lienthong.procedures.actions.note_replaced_law import note_replaced_law
from lienthong.procedures.actions.post_procedure import post_procedure
from lienthong.procedures.forms import LawForm, PostingForm
from lienthong.procedures.items import thing_url
from lienthong.procedures.models import Posting, ReplacedLaw
from lienthong.procedures.permissions import may_write
from lienthong.procedures.views.desk import procedure_of


@login_required
@require_POST
def check(request: StaffRequest, pk: int) -> HttpResponse:
    found = procedure_of(request, pk)
    return act_and_return(
        request, lambda: check_procedure(request.actor, found), _("Đã ghi lần rà soát."), thing_url(found)
    )


@login_required
@require_http_methods(["GET", "POST"])
def post(request: StaffRequest, pk: int) -> HttpResponse:
    found = procedure_of(request, pk)
    require(abilities_for(request.actor, found).post)
    form = PostingForm(request.POST or None, request.FILES or None, initial={"posted_on": timezone.localdate()})
    return form_page(
        request, form, lambda values: post_procedure(request.actor, found, **values),
        lambda _posting: after_act(request, _("Đã ghi nhận niêm yết."), thing_url(found)),
        template="procedures/post.html", thing=found,
    )  # fmt: skip


@login_required
@require_GET
def photo(request: StaffRequest, pk: int) -> HttpResponseBase:
    posting = get_object_or_404(Posting.objects.visible_to(request.actor), pk=pk)
    return stored_file(posting.photo, name=f"niem-yet-{posting.pk}.webp", content_type="image/webp", shown=True)


@login_required
@require_http_methods(["GET", "POST"])
def laws(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    form = LawForm(request.POST or None)
    return form_page(
        request, form, lambda values: note_replaced_law(request.actor, **values),
        lambda _law: redirect("procedures:laws"), template="procedures/laws.html",
        laws=ReplacedLaw.objects.visible_to(request.actor).select_related("noted_by__user"),
    )  # fmt: skip


@login_required
@require_POST
def forget_law(request: StaffRequest, pk: int) -> HttpResponse:
    law = get_object_or_404(ReplacedLaw.objects.visible_to(request.actor), pk=pk)
    forget_replaced_law(request.actor, law)
    return after_act(request, _("Đã bỏ ghi chú."), reverse("procedures:laws"))
