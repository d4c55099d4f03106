"""Words of the registry's pages: partial days, and states with an icon."""

from collections.abc import Sequence

from django import template
from django.template import Context

from lienthong.registry.days import shown
from lienthong.registry.listing import Order
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.pictures import MAX_SHOWN
from lienthong.registry.review.notes import notes_on, signatures_on

register = template.Library()

_S = OfficialDocument.State
_LOOKS = {
    _S.TOLD: ("waiting", "chat-bubble-left-right"),
    _S.READING: ("running", "arrow-path"),
    _S.TO_REGISTER: ("waiting", "pencil-square"),
    _S.WITH_LEADER: ("waiting", "user"),
    _S.IN_WORK: ("running", "play"),
    _S.NOTED: ("done", "eye"),
    _S.FILED: ("done", "archive-box"),
    _S.DONE: ("done", "check"),
    _S.ISSUED: ("done", "paper-airplane"),
}


@register.filter
def partial_day(iso: str) -> str:
    return shown(iso)


@register.inclusion_tag("registry/_state.html")
def document_state(document: OfficialDocument) -> dict[str, object]:
    """The state in words with an icon, never by colour alone."""
    awaits = document.awaits_document and document.state != _S.TOLD
    look, icon = _LOOKS[_S(document.state)]
    return {"look": look, "icon": icon, "label": document.get_state_display(), "awaits": awaits}


@register.inclusion_tag("registry/_sort_head.html", takes_context=True)
def sort_head(context: Context, order: Order, by: str, label: str, look: str = "") -> dict[str, object]:
    """The head of a column by which the list can be sorted; filters in the address stay, the page begins anew."""
    address = context["request"].GET.copy()
    address.pop("trang", None)
    address["xep"] = order.next(by)
    if not address["xep"]:
        del address["xep"]
    sorted_now = "" if order.by != by else "descending" if order.descending else "ascending"
    return {"address": address.urlencode(), "label": label, "look": look, "sorted": sorted_now}


@register.simple_tag
def notes_of(file: DocumentFile) -> dict[str, object]:
    """What a person should know about a file that was read: its signatures, and remarks with the step to take."""
    return {"signatures": signatures_on(file), "lines": notes_on(file)}


@register.simple_tag
def pages_of(files: Sequence[DocumentFile]) -> dict[str, object]:
    """The main file with number, width and height of each page that can be shown; no pages when it has none."""
    file = next(iter(files), None)
    sizes = file.page_sizes[:MAX_SHOWN] if file else []
    pages = [(number, round(width), round(height)) for number, (width, height) in enumerate(sizes, 1)]
    return {"file": file, "pages": pages}
