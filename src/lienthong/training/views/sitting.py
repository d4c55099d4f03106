"""During a class and after it: the sheet of a session, results, and what proves that it was held."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.core.http import after_act, form_page, require, stored_file, whole
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.uploads import refuse_too_large
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.training.actions.close_class import close_class
from lienthong.training.actions.enter_results import enter_results
from lienthong.training.actions.tick_session import tick_session
from lienthong.training.forms import CloseForm, ResultsForm
from lienthong.training.items import class_url
from lienthong.training.models import ClassPhoto, TrainingClass, TrainingSession
from lienthong.training.results import seen_of
from lienthong.training.views.classes import class_of


@login_required
@require_http_methods(["GET", "POST"])
def session(request: StaffRequest, pk: int) -> HttpResponse:
    """The sheet that one person ticks; a refusal keeps his ticks."""
    visible = TrainingSession.objects.visible_to(request.actor).select_related("training__office", "ticked_by__user")
    found = get_object_or_404(visible, pk=pk)
    training = found.training
    require(abilities_for(request.actor, training).tick)
    listed = list(training.nominees.on_list().select_related("invitation__body").in_order())
    ticked, refused = set(found.presences.values_list("nominee", flat=True)), ""
    if request.method == "POST":
        ticked = {number for value in request.POST.getlist("present") if (number := whole(value)) is not None}
        present = [one for one in listed if one.pk in ticked]
        try:
            tick_session(request.actor, found, present=present, seen=request.POST.get("seen", ""))
        except NotAllowed:
            raise Http404 from None
        except Refused as problem:
            refused = str(problem.sentence)
            found.refresh_from_db()
        else:
            said = {"n": len(present), "total": len(listed)}
            return after_act(request, _("Đã ghi %(n)d/%(total)d người có mặt.") % said, class_url(training))
    context = {
        "session": found, "training": training, "thing": training, "listed": listed, "ticked": ticked,
        "seen": seen_of(found), "refused": refused, "begun": found.starts_at <= timezone.now(),
        "back": class_url(training),
    }  # fmt: skip
    return render(request, "training/session.html", context, status=422 if refused else 200)


@login_required
@require_http_methods(["GET", "POST"])
def results(request: StaffRequest, pk: int) -> HttpResponse:
    found = class_of(request, pk)
    require(abilities_for(request.actor, found).judge)
    form = ResultsForm(found, request.POST or None)

    def act(values: dict[str, Any]) -> TrainingClass:
        return enter_results(request.actor, found, results=form.results(), reason=values["reason"])

    return form_page(
        request, form, act, lambda _made: after_act(request, _("Đã ghi kết quả."), class_url(found)),
        template="training/results.html", training=found, thing=found, back=class_url(found),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def close(request: StaffRequest, pk: int) -> HttpResponse:
    found = class_of(request, pk)
    require(abilities_for(request.actor, found).close)
    form = CloseForm(request.POST or None, request.FILES or None, initial={"minutes_dated": timezone.localdate()})
    if request.method == "POST":
        refuse_too_large(form, request, "photos")
    return form_page(
        request, form, lambda values: close_class(request.actor, found, **values),
        lambda _made: after_act(request, _("Đã ghi biên bản và ảnh; lớp kết thúc."), class_url(found)),
        template="training/close.html", training=found, thing=found, back=class_url(found),
    )  # fmt: skip


@login_required
@require_GET
def photo(request: StaffRequest, pk: int, number: int) -> HttpResponseBase:
    shown = ClassPhoto.objects.visible_to(request.actor).filter(training=pk)
    if not 0 < number <= shown.count():
        raise Http404
    return stored_file(shown[number - 1].file, name=f"lop-{pk}-{number}.webp", content_type="image/webp", shown=True)
