"""Files of a message that is out, for services and readers that fetch them by their address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lienthong.channels.core.contract import Attachment, PermanentError
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.payloads import content_of, thawed
from lienthong.core.pictures import jpeg_of

#: Before it is sent nothing of a message is public, and what was withdrawn is public no more.
_OUT = (Delivery.State.SENDING, Delivery.State.MODERATION, Delivery.State.DELIVERED)


@require_safe
@cache_control(public=True, max_age=3600)
def as_approved(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The file with that place in the message (from 1), byte for byte as it was approved."""
    attachment, data = _found(reference, number)
    answer = HttpResponse(data, content_type=attachment.content_type)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@require_safe
@cache_control(public=True, max_age=3600)
def as_jpeg(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The same picture for services that take no WebP."""
    attachment, data = _found(reference, number)
    if not attachment.content_type.startswith("image/"):
        raise Http404
    return HttpResponse(jpeg_of(data), content_type="image/jpeg")


def _found(reference: str, number: int) -> tuple[Attachment, bytes]:
    delivery = Delivery.objects.filter(reference=reference, state__in=_OUT).first()
    if delivery is None:
        raise Http404
    try:
        attachment = thawed(delivery.payload, delivery.sha256, reference).files[number - 1]
        return attachment, content_of(attachment)
    except (IndexError, PermanentError):
        raise Http404 from None
