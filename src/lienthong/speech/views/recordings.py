"""Making, hearing and deciding recordings."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import history_of
from lienthong.core.http import Steps, answer_refusal, stored_sound, take_step
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.speech.actions.approve_recording import approve_recording
from lienthong.speech.actions.record_script import record_script
from lienthong.speech.actions.return_recording import return_recording
from lienthong.speech.actions.upload_recording import upload_recording
from lienthong.speech.actions.withdraw_recording import withdraw_recording
from lienthong.speech.forms import UploadForm
from lienthong.speech.items import recording_url, script_url
from lienthong.speech.models import Recording
from lienthong.speech.views.scripts import script_of

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "duyet": (lambda r, one: approve_recording(r.actor, one), gettext_lazy("Đã duyệt bản thu.")),
    "tra-lai": (
        lambda r, one: return_recording(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã trả lại, kèm lý do."),
    ),
    "rut": (
        lambda r, one: withdraw_recording(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã rút bản thu. Từ nay không phát nữa."),
    ),
}


def recording_of(request: StaffRequest, pk: int) -> Recording:
    visible = Recording.objects.visible_to(request.actor).select_related(
        "script__office", "made_by__user", "made_by__body", "decided_by__user", "text_editor__user"
    )
    found: Recording = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_POST
def make(request: StaffRequest, pk: int) -> HttpResponse:
    script = script_of(request, pk)
    try:
        recording = record_script(request.actor, script)
    except Refused as refused:
        return answer_refusal(request, refused, script_url(script))
    return redirect("speech:recording", recording.pk)


@login_required
@require_POST
def upload(request: StaffRequest, pk: int) -> HttpResponse:
    script = script_of(request, pk)
    form = UploadForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise Refused(_("Hãy chọn bản thu WAV hoặc MP3."))
        recording = upload_recording(request.actor, script, form.cleaned_data["file"])
    except Refused as refused:
        return answer_refusal(request, refused, script_url(script))
    return redirect("speech:recording", recording.pk)


@login_required
@require_GET
def recording(request: StaffRequest, pk: int) -> HttpResponse:
    """The sound with its text beside it, sentence by sentence."""
    found = recording_of(request, pk)
    context = {
        "recording": found,
        "sentences": [one | {"written": found.text[one["start"] : one["end"]]} for one in found.sentences],
        "abilities": abilities_for(request.actor, found),
        "events": history_of(found),
    }
    return render(request, "speech/recording.html", context)


@login_required
@require_GET
def audio(request: StaffRequest, pk: int) -> HttpResponse:
    """The MP3; part of it when a player asks for one, so that one can jump to a sentence."""
    return stored_sound(request, recording_of(request, pk).file)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = recording_of(request, pk)
    return take_step(request, STEPS, act, found, recording_url(found))
