"""Files of products, and the three addresses by which a large one arrives in parts."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import stored_file, whole
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom.actions.finish_upload import finish_upload
from lienthong.newsroom.models import VersionFile
from lienthong.newsroom.models.files import MediaFile, Upload
from lienthong.newsroom.queries import OUT, SPEAKERS
from lienthong.newsroom.uploads import begin_upload, put_part
from lienthong.organisations.service import StaffRequest


def _refusal(refused: Refused, **more: object) -> JsonResponse:
    status = 404 if isinstance(refused, NotAllowed) else 422
    return JsonResponse({"sentence": str(refused.sentence), **more}, status=status)


def _number(told: str) -> int:
    number = whole(told, digits=13)
    return -1 if number is None else number


def _told(upload: Upload) -> dict[str, object]:
    address = reverse("newsroom:upload", args=[upload.key])
    return {"key": upload.key, "received": upload.received, "url": address, "finish": f"{address}xong/"}


def _upload_of(request: StaffRequest, key: str) -> Upload:
    found: Upload = get_object_or_404(Upload.objects.visible_to(request.actor), key=key)
    return found


@login_required
@require_POST
def begin(request: StaffRequest) -> HttpResponse:
    """``name`` and ``size`` of the file; answers where its parts go and how many bytes are there already."""
    try:
        upload = begin_upload(
            request.actor, name=request.POST.get("name", ""), size=_number(request.POST.get("size", ""))
        )
    except Refused as refused:
        return _refusal(refused)
    return JsonResponse(_told(upload))


@login_required
@require_http_methods(["GET", "POST"])
def part(request: StaffRequest, key: str) -> HttpResponse:
    """GET: how much arrived. POST: the raw bytes of one part, with ``?o=`` its offset."""
    upload = _upload_of(request, key)
    if request.method == "POST":
        offset = _number(request.GET.get("o", ""))
        try:
            if offset < 0:
                raise Refused("")
            upload.received = put_part(upload, offset, request.body)
        except Refused as refused:
            return _refusal(refused, received=upload.received)
    return JsonResponse(_told(upload))


@login_required
@require_POST
def finish(request: StaffRequest, key: str) -> HttpResponse:
    """``sha256`` of the whole, and what is said of the file; answers the file as one of a product."""
    said = {name: request.POST.get(name, "") for name in ("sha256", "alt", "credit", "rights")}
    try:
        media = finish_upload(request.actor, _upload_of(request, key), **said)
    except Refused as refused:
        return _refusal(refused, field=refused.field or "")
    return JsonResponse({"pk": media.pk, "name": media.name, "kind": media.get_kind_display()})


@login_required
@require_GET
def media(request: StaffRequest, pk: int) -> HttpResponseBase:
    """The stored file; for who speaks in hamlets those of talking points that were let out."""
    visible = MediaFile.objects.visible_to(request.actor)
    if request.actor.is_(*SPEAKERS):
        out = VersionFile.objects.filter(
            version__product__office=request.actor.office, version__product__kind="talking",
            version__product__state__in=OUT,
        )  # fmt: skip
        visible = MediaFile.objects.filter(pk__in=out.values("media"))
    found = get_object_or_404(visible, pk=pk)
    return stored_file(found.file, name=found.name or found.sha256[:12], content_type=found.content_type, shown=True)
