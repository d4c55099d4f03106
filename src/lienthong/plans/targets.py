"""What an address of an upper room says of the plan: an occurrence or a share, to be worked on or proved."""

from __future__ import annotations

from collections.abc import Callable

from django.shortcuts import get_object_or_404

from lienthong.core.http import require
from lienthong.organisations.service import Actor, StaffRequest
from lienthong.plans.models import Occurrence, Share

_AROUND = ("assignment__plan__office", "body")


def asked_target(
    request: StaffRequest, allowed: Callable[[Actor, Share], bool]
) -> tuple[Share | None, Occurrence | None]:
    """What the address names: "ky" an occurrence, "phan-viec" a share, for who is ``allowed`` to work on it."""
    ky, part = request.GET.get("ky", ""), request.GET.get("phan-viec", "")
    occurrence = None
    if ky.isdecimal():
        occurrences = Occurrence.objects.visible_to(request.actor).select_related(*(f"share__{x}" for x in _AROUND))
        occurrence = get_object_or_404(occurrences, pk=ky)
    shares = Share.objects.visible_to(request.actor).select_related(*_AROUND)
    share = occurrence.share if occurrence else get_object_or_404(shares, pk=part) if part.isdecimal() else None
    require(share is None or allowed(request.actor, share))
    return share, occurrence
