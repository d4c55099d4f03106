"""*5 rõ*: what an assignment must say to be followed. Shown for each assignment and used as a filter."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from lienthong.plans.models import Assignment, Share

_SHARES = Share.objects.filter(assignment=OuterRef("pk")).exclude(state=Share.State.TRANSFERRED)
_DUE = Q(due__isnull=False) | ~Q(rrule="") | Q(window_end__isnull=False)
_PRODUCT = ~Q(product_printed="") | ~Q(condition_kind="")

#: The assignments that lack one of the five.
LACKING = (
    Q(text="")
    | ~Exists(_SHARES.filter(part=Share.Part.LEAD))
    | ~Exists(_SHARES.filter(part=Share.Part.SUPPORT))
    | ~_DUE
    | ~_PRODUCT
)


@dataclass(frozen=True, slots=True)
class Clarity:
    """One of the five: its name on screen, and whether the assignment says it."""

    name: str
    clear: bool


def clarity_of(assignment: Assignment, shares: list[Share]) -> list[Clarity]:
    """The five of one assignment, whose ``shares`` the caller has read already."""
    parts = {share.part for share in shares if share.state != Share.State.TRANSFERRED}
    has_due = assignment.due is not None or bool(assignment.rrule) or assignment.window_end is not None
    return [
        Clarity(_("rõ việc"), bool(assignment.text)),
        Clarity(_("rõ người chủ trì"), Share.Part.LEAD in parts),
        Clarity(_("rõ người phối hợp"), Share.Part.SUPPORT in parts),
        Clarity(_("rõ hạn"), has_due),
        Clarity(_("rõ sản phẩm"), bool(assignment.product_printed or assignment.condition_kind)),
    ]
