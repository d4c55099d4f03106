"""Taking files in: upload, how far reading is, annexes, download, and dropping what may or need not be kept."""

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.base import File
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import act_and_return, after_act, answer_refusal, require, stored_file
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.uploads import too_large_files
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.registry.actions.add_files import add_files
from lienthong.registry.actions.arrange_files import arrange_files
from lienthong.registry.actions.discard_draft import DraftReason, discard_draft
from lienthong.registry.actions.discard_secret import discard_secret
from lienthong.registry.actions.read_again import read_again
from lienthong.registry.actions.receive_files import receive_files
from lienthong.registry.actions.remove_file import remove_file
from lienthong.registry.content import ENDINGS
from lienthong.registry.desk import document_url
from lienthong.registry.erasing import was_secret
from lienthong.registry.finding import files_of_today
from lienthong.registry.intake import Outcome, too_large
from lienthong.registry.models import Direction, DocumentFile, OfficialDocument
from lienthong.registry.permissions import may_receive
from lienthong.registry.photos import document_of


@login_required
@require_http_methods(["GET", "POST"])
def upload(request: StaffRequest) -> HttpResponse:
    """Take files in. With the script each file comes by itself and the answer is its row; without it all at once."""
    if not may_receive(request.actor):
        refused = NotAllowed(_("Chỉ văn thư của cơ quan được nhận văn bản vào sổ."))
        return answer_refusal(request, refused, reverse("registry:documents"))
    asked = request.POST.get("direction") or request.GET.get("direction")
    direction = Direction.OUTGOING if asked == Direction.OUTGOING else Direction.INCOMING
    outcomes: list[Outcome] = []
    if request.method == "POST":
        uploads, outcomes = _photos(request) if "photos" in request.FILES else _uploads(request)
        outcomes += _take(request, uploads, direction)
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return render(request, "registry/_outcomes.html", {"outcomes": outcomes})
    just_now = {outcome.file.document_id for outcome in outcomes if outcome.file}
    context = {
        "outcomes": outcomes,
        "direction": direction,
        "earlier": [Outcome(file.name, file) for file in files_of_today(request.actor, but=just_now)],
    }
    return render(request, "registry/upload.html", context)


def _take(request: StaffRequest, uploads: Sequence[File], direction: Direction) -> list[Outcome]:
    twice = bool(request.POST.get("keep_duplicates"))
    wanted = request.POST.get("document", "")
    if wanted:
        visible = OfficialDocument.objects.visible_to(request.actor)
        document = get_object_or_404(visible, pk=int(wanted) if wanted.isdecimal() and len(wanted) < 18 else 0)
        return add_files(request.actor, document, uploads, keep_duplicates=twice)
    return receive_files(
        request.actor,
        uploads,
        direction=direction,
        as_one=request.POST.get("together") == "one",
        keep_duplicates=twice,
    )


def _uploads(request: StaffRequest) -> tuple[Sequence[File], list[Outcome]]:
    uploads = request.FILES.getlist("files")
    outcomes = [too_large(name) for name in too_large_files(request)]
    if not uploads and not outcomes:
        outcomes.append(Outcome("", refusal=_("Chưa chọn tệp nào.")))
    return uploads, outcomes


def _photos(request: StaffRequest) -> tuple[Sequence[File], list[Outcome]]:
    """The photos of one paper document as one file. One that cannot be taken refuses all: a page would be missing."""
    photos = request.FILES.getlist("photos")
    if too_large_files(request):
        return [], [too_large(name) for name in too_large_files(request)]
    try:
        return [document_of(photos)], []
    except Refused as refused:
        return [], [Outcome(_("Văn bản chụp"), refusal=str(refused.sentence))]


@login_required
@require_GET
def reading(request: StaffRequest, pk: int) -> HttpResponse:
    """How far reading is: the list of files, asked for again every two seconds until everything is read."""
    thing = OfficialDocument.objects.visible_to(request.actor).filter(pk=pk).first()
    in_row = request.GET.get("view") == "row"
    if thing is None and not may_receive(request.actor):
        raise Http404
    if thing is None:
        # It was discarded meanwhile; its page says why.
        url = document_url(OfficialDocument(pk=pk))
        if in_row:
            gone = {"secret": was_secret(request.actor, pk), "url": url}
            return render(request, "registry/_gone_row.html", gone)
        response = HttpResponse(status=204)
        response["HX-Redirect"] = url
        return response
    if in_row:
        return render(request, "registry/_reading_row.html", {"document": thing})
    if thing.state != OfficialDocument.State.READING and request.GET.get("was") == OfficialDocument.State.READING:
        response = HttpResponse(status=204)
        response["HX-Refresh"] = "true"
        return response
    can = abilities_for(request.actor, thing)
    return render(request, "registry/_files.html", {"document": thing, "files": list(thing.files.all()), "can": can})


@login_required
@require_POST
def add_annexes(request: StaffRequest, pk: int) -> HttpResponse:
    """Add files to a document that is there."""
    thing = get_object_or_404(OfficialDocument.objects.visible_to(request.actor), pk=pk)
    uploads, outcomes = _uploads(request)
    try:
        outcomes += add_files(request.actor, thing, uploads, keep_duplicates=bool(request.POST.get("keep_duplicates")))
    except Refused as refused:
        return answer_refusal(request, refused, document_url(thing))
    for outcome in outcomes:
        if outcome.refusal:
            messages.error(request, f"{outcome.name}: {outcome.refusal}" if outcome.name else outcome.refusal)
    return redirect(document_url(thing))


@login_required
@require_POST
def move_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Move a file one place up; the first one is the main text."""
    file = _file(request, pk)
    order = list(file.document.files.values_list("pk", flat=True))
    place = order.index(file.pk)
    if place:
        order[place - 1], order[place] = order[place], order[place - 1]
    try:
        arrange_files(request.actor, file.document, order)
    except Refused as refused:
        return answer_refusal(request, refused, document_url(file.document))
    return redirect(document_url(file.document))


@login_required
@require_POST
def read_file_again(request: StaffRequest, pk: int) -> HttpResponse:
    """Let a file that could not be read be read once more."""
    file = _file(request, pk)
    return act_and_return(
        request, lambda: read_again(request.actor, file), _("Tệp sẽ được đọc lại."), document_url(file.document)
    )


@login_required
@require_POST
def remove_annex(request: StaffRequest, pk: int) -> HttpResponse:
    """Take one annex away."""
    file = _file(request, pk)
    try:
        remove_file(request.actor, file)
    except Refused as refused:
        return answer_refusal(request, refused, document_url(file.document))
    return after_act(request, _("Đã bỏ tệp %(name)s.") % {"name": file.name}, document_url(file.document))


def _file(request: StaffRequest, pk: int) -> DocumentFile:
    visible = OfficialDocument.objects.visible_to(request.actor)
    return get_object_or_404(DocumentFile.objects.select_related("document"), pk=pk, document__in=visible)


@login_required
@require_GET
def download(request: StaffRequest, pk: int) -> HttpResponse | FileResponse:
    """A stored file, to whoever sees its document; never shown in the page, so that nothing in it can run."""
    file = _file(request, pk)
    ending = ENDINGS[file.content_type]
    name = file.name if file.name.lower().endswith(ending) else f"{file.name}{ending}"
    response = stored_file(file.stored, name=name, content_type=file.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Drop a document that has no number yet."""
    thing = get_object_or_404(OfficialDocument.objects.visible_to(request.actor), pk=pk)
    require(abilities_for(request.actor, thing).discard)
    reason = request.POST.get("reason", "")
    try:
        if reason not in DraftReason.values:
            raise Refused(_("Hãy chọn lý do bỏ văn bản này."))
        discard_draft(request.actor, thing, reason=DraftReason(reason))
    except Refused as refused:
        return answer_refusal(request, refused, document_url(thing))
    return after_act(request, _("Đã bỏ văn bản chưa đăng ký."), reverse("registry:documents"))


@login_required
@require_http_methods(["GET", "POST"])
def secret(request: StaffRequest, pk: int) -> HttpResponse:
    """The clerk says that a document bears a secrecy mark: asked once more, then nothing of it is kept."""
    thing = get_object_or_404(OfficialDocument.objects.visible_to(request.actor), pk=pk)
    require(abilities_for(request.actor, thing).discard)
    if request.method == "GET":
        return render(request, "registry/secret_confirm.html", {"document": thing, "thing": thing})
    try:
        discard_secret(request.actor, thing)
    except Refused as refused:
        return answer_refusal(request, refused, document_url(thing))
    return redirect(document_url(OfficialDocument(pk=pk)))
