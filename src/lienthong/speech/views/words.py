"""The office's dictionary: how its words are read aloud."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lienthong.core.forms import refuse
from lienthong.core.http import after_act, answer_refusal, require
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest
from lienthong.speech.actions.remove_pronunciation import remove_pronunciation
from lienthong.speech.actions.set_pronunciation import set_pronunciation
from lienthong.speech.forms import WordForm
from lienthong.speech.models import Pronunciation
from lienthong.speech.permissions import may_change_words, may_write
from lienthong.speech.spoken.dictionary import common


@login_required
@require_http_methods(["GET", "POST"])
def words(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    form = WordForm(request.POST or None, initial={"written": request.GET.get("chu", "")})
    if request.method == "POST" and form.is_valid():
        written, said = form.cleaned_data["written"], form.cleaned_data["spoken"]
        try:
            set_pronunciation(request.actor, written=written, said=said)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect("speech:words")
    context = {
        "form": form,
        "own": Pronunciation.objects.visible_to(request.actor).select_related("changed_by__user"),
        "common": sorted(common().items(), key=lambda pair: pair[0].lower()),
        "may_change": may_change_words(request.actor),
    }
    return render(request, "speech/words.html", context)


@login_required
@require_POST
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    word = get_object_or_404(Pronunciation.objects.visible_to(request.actor), pk=pk)
    try:
        remove_pronunciation(request.actor, word)
    except Refused as refused:
        return answer_refusal(request, refused, request.path)
    return after_act(request, _("Đã bỏ cách đọc riêng."), reverse("speech:words"))
