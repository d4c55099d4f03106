"""The list of scripts, a script with how it will be read, and writing it."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lienthong.audit.service import history_of
from lienthong.core.forms import refuse
from lienthong.core.http import require
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.speech.actions.write_script import write_script
from lienthong.speech.forms import ScriptForm, UploadForm
from lienthong.speech.models import Script
from lienthong.speech.permissions import may_write
from lienthong.speech.words import said


def script_of(request: StaffRequest, pk: int) -> Script:
    visible = Script.objects.visible_to(request.actor).select_related("office", "last_editor__user")
    found: Script = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def scripts(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    found = Script.objects.visible_to(request.actor).prefetch_related("recordings").select_related("last_editor__user")
    return render(request, "speech/scripts.html", {"page": Paginator(found, 30).get_page(request.GET.get("trang"))})


@login_required
@require_GET
def script(request: StaffRequest, pk: int) -> HttpResponse:
    """The words as they will be said, sentence by sentence, what has no reading, and the recordings."""
    found = script_of(request, pk)
    context = {
        "script": found,
        "said": said(found.office, found.text),
        "recordings": found.recordings.select_related("made_by__user", "decided_by__user"),
        "abilities": abilities_for(request.actor, found),
        "upload_form": UploadForm(),
        "events": history_of(found),
    }
    return render(request, "speech/script.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def new_script(request: StaffRequest) -> HttpResponse:
    require(may_write(request.actor))
    return _written(request, None)


@login_required
@require_http_methods(["GET", "POST"])
def edit_script(request: StaffRequest, pk: int) -> HttpResponse:
    found = script_of(request, pk)
    require(abilities_for(request.actor, found).write)
    return _written(request, found)


def _written(request: StaffRequest, found: Script | None) -> HttpResponse:
    initial = {"title": found.title, "text": found.text, "seen": found.version} if found else {}
    form = ScriptForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = {**form.cleaned_data, "seen": form.cleaned_data["seen"] or 0}
        try:
            return redirect("speech:script", write_script(request.actor, found, **values).pk)
        except Refused as refused:
            refuse(form, refused)
            if found is not None and refused.field is None:
                found.refresh_from_db()
                form.data = {**form.data.dict(), "seen": found.version}  # type: ignore[attr-defined]
                return render(request, "speech/write.html", {"form": form, "script": found, "saved": found.text})
    return render(request, "speech/write.html", {"form": form, "script": found})
