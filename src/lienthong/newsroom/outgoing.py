"""The one place where the newsroom speaks to channels: messages of approved versions, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lienthong.channels.core.service import (
    Attachment,
    Delivery,
    Message,
    Outlet,
    cancel_deliveries,
    deliver,
    deliveries_of,
    outlets_of,
    shows_corrections,
    stop_deliveries,
    withdraw_delivery,
)
from lienthong.core.keys import key_of, resolve
from lienthong.core.language import kept, site_language
from lienthong.core.refusals import Refused
from lienthong.newsroom.models import Product, Version
from lienthong.newsroom.models.files import MediaFile
from lienthong.newsroom.words import corrected, correction_html, correction_line, hash_now, plain
from lienthong.organisations.service import Actor, abilities_for
from lienthong.speech.service import recordings_of, withdraw_recording

_S = Delivery.State


def product_of(key: str) -> Product | None:
    """The product that a delivery's subject names: a version, or the product itself."""
    found = resolve(key)
    if isinstance(found, Version):
        return found.product
    return found if isinstance(found, Product) else None


def possible_outlets(product: Product) -> QuerySet[Outlet]:
    """Where the product may go: every open outlet of its office."""
    return outlets_of(product.office).order_by("name", "pk")


def message_for(product: Product, version: Version, channel: str, *, approval: str = "") -> Message:
    """What ``version`` says on ``channel``: the channel's own variant where there is one, else the source text.

    A correction says so before anything else, except on a channel that tells it in its own way.
    """
    variant: Mapping[str, str] = version.variants.get(channel, {})
    own = variant.get("text", "")
    title, text, html = variant.get("title") or version.title, own or plain(version), "" if own else version.body
    if version.correction and not shows_corrections(channel):
        title, text = corrected(title), f"{correction_line(version)}\n{text}".rstrip()
        html = f"{correction_html(version)}{html}" if html else ""
    extra: dict[str, Any] = {"kind": product.kind, "version": version.number, "day": f"{version.at:%Y-%m-%d}"}
    extra |= {"thing": key_of(product), "correction": version.correction}
    if approval:
        extra |= _people(product, version)
    return Message(
        title=title,
        text=text,
        html=html,
        summary=version.lead,
        approval=approval,
        files=tuple(_attached(media) for media in version.files),
        extra=extra,
    )


def _attached(media: MediaFile) -> Attachment:
    with site_language():
        rights = str(media.get_rights_display())
    return Attachment(
        str(media.file.name), media.sha256, media.name or media.alt, media.content_type, media.alt, media.credit, rights
    )


def _people(product: Product, version: Version) -> dict[str, Any]:
    """Who approved it when and who wrote it, for channels that keep that beside what they show."""
    assert product.approved_by is not None, "only what is approved goes out"
    assert product.approved_at is not None, "only what is approved goes out"
    return {
        "approved_by": key_of(product.approved_by),
        "approved_at": product.approved_at.isoformat(),
        "written_by": key_of(version.by),
    }


def approval_of(product: Product) -> str:
    """ "bản 3, mã 1a2b3c4d5e6f, Nguyễn Văn B, Chủ tịch duyệt theo chức vụ"."""
    assert product.approved is not None, "only what is approved goes out"
    return kept("bản %(number)d, mã %(hash)s, %(who)s duyệt %(authority)s") % {
        "number": product.approved.number, "hash": product.hash[:12], "who": product.approved_by,
        "authority": product.authority,
    }  # fmt: skip


def send(actor: Actor, product: Product, version: Version, outlet: Outlet, due_at: datetime) -> Delivery:
    """Order the delivery of the approved version; :class:`Refused` when it is not that, byte for byte, any more."""
    if version.pk != product.approved_id or hash_now(version) != product.hash:
        raise Refused(_("Nội dung lưu không còn đúng với bản đã duyệt nên không phát hành. Hãy lập bản mới."))
    message = message_for(product, version, outlet.channel, approval=approval_of(product))
    return deliver(actor, outlet, key_of(version), message, due_at, product=key_of(product))


def deliveries_for(product: Product) -> QuerySet[Delivery]:
    """Every delivery of the product in any version, the next first."""
    return deliveries_of(key_of(product)).order_by("-due_at", "pk")


def sent_to(version: Version) -> set[int]:
    """Outlets at which this very version was ordered, and not cancelled."""
    ordered = deliveries_of(key_of(version)).exclude(state=Delivery.State.CANCELLED)
    return set(ordered.values_list("outlet", flat=True))


def out_before(version: Version) -> tuple[Version, datetime] | None:
    """The newest earlier version that was let out somewhere, and when it first was; reruns say nothing new."""
    product = version.product
    rows = deliveries_of(key_of(product)).filter(run=0).exclude(delivered_at=None).order_by("delivered_at")
    first: dict[str, datetime] = {}
    for subject, at in rows.values_list("subject", "delivered_at"):
        first.setdefault(subject, at)
    for earlier in product.versions.filter(number__lt=version.number).order_by("-number"):
        if key_of(earlier) in first:
            return earlier, first[key_of(earlier)]
    return None


#: Of a delivery in one of these the public has the words, or may have them.
_OUT = (_S.DELIVERED, _S.MODERATION, _S.SENDING, _S.UNKNOWN, _S.WITHDRAWING)


def outlets_to_correct(product: Product, version: Version) -> QuerySet[Outlet]:
    """Open outlets where an earlier version is out, or may be, and where this one was not ordered yet."""
    if not version.correction:
        return possible_outlets(product).none()
    out = deliveries_of(key_of(product)).exclude(subject=key_of(version)).filter(state__in=_OUT)
    return possible_outlets(product).filter(pk__in=out.order_by().values("outlet")).exclude(pk__in=sent_to(version))


def stop_everything(actor: Actor, product: Product, reason: str) -> None:
    """Nothing more of any version goes out: what waits, what a channel has yet to let out, what would be tried again.

    A recording of ours that says the same sound is withdrawn, so that no column plays it once more.
    """
    stop_deliveries(actor, key_of(product), reason=reason)
    sounds = {media.sha256 for version in product.versions.all() for media in version.files if media.kind == "sound"}
    for recording in recordings_of(product.office, sounds):
        if abilities_for(actor, recording).withdraw:
            withdraw_recording(actor, recording, reason=reason)


def cancel_waiting(actor: Actor, product: Product, reason: str) -> None:
    cancel_deliveries(actor, key_of(product), reason=reason)


def take_back_delivered(actor: Actor, product: Product, reason: str) -> None:
    """Ask back what is out, from each outlet where the actor may."""
    for delivery in deliveries_for(product).filter(state__in=(Delivery.State.DELIVERED, Delivery.State.MODERATION)):
        if abilities_for(actor, delivery).withdraw:
            withdraw_delivery(actor, delivery, reason=reason)
