"""Write a product: what changed becomes a new version, and the one before stays as it was."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.core.service import Outlet
from lienthong.core.refusals import Refused
from lienthong.core.richtext import clean
from lienthong.newsroom import events, items
from lienthong.newsroom.models import Product, Version, VersionFile
from lienthong.newsroom.models.files import MediaFile
from lienthong.newsroom.permissions import begin
from lienthong.newsroom.tasks import look_at_links
from lienthong.newsroom.words import hash_of
from lienthong.organisations.service import Actor


@transaction.atomic
def write_version(
    actor: Actor,
    product: Product,
    *,
    seen: int,
    title: str,
    lead: str = "",
    body: str = "",
    variants: Mapping[str, Mapping[str, str]] | None = None,
    files: Sequence[MediaFile] = (),
    outlets: Sequence[Outlet] | None = None,
    correction: str = "",
) -> Product:
    """``seen`` is the number of the version that the writer had before him (0 for none); refused after a newer one.

    ``outlets`` are where it is meant to go; ``correction`` is what the public is told was wrong in what is out. When no
    word changed nothing is written, and only links that did not answer are looked at again.
    """
    product = Product.objects.select_for_update().get(pk=product.pk)
    state = begin(actor, product, "write", "write", _("Bạn không sửa được sản phẩm này."))
    number = product.newest.number if product.newest else 0
    if seen != number:
        raise Refused(_("Người khác vừa lưu bản mới. Chữ của bạn còn dưới đây; hãy so với bản mới rồi lưu lại."))
    if not title.strip():
        raise Refused(_("Hãy ghi tiêu đề."), field="title")
    if outlets is not None:
        product.outlets.set(outlets)
    words: dict[str, Any] = {
        "title": title.strip()[:250], "lead": lead.replace("\r\n", "\n").strip()[:600], "body": clean(body),
        "variants": _kept(variants or {}),
        "correction": correction.replace("\r\n", "\n").strip()[:600] if product.released_id else "",
    }  # fmt: skip
    sha256 = hash_of(**words, files=files)
    if product.newest is not None and product.newest.sha256 == sha256:
        look_at_links(product)
        return product
    version = Version.objects.create(product=product, number=number + 1, sha256=sha256, by=actor.own_position, **words)
    VersionFile.objects.bulk_create(
        VersionFile(version=version, media=media, order=order) for order, media in enumerate(files)
    )
    product.newest, product.title, product.state = version, version.title, state
    product.last_editor, product.changed_at = actor.own_position, timezone.now()
    product.save(update_fields=["newest", "title", "state", "last_editor", "changed_at"])
    look_at_links(product)
    items.settle(product)
    items.ask_for_brief(product, actor)
    record(events.WRITTEN, product, by=actor.stamp, number=version.number)
    return product


def _kept(variants: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Without blanks around words and without channels for which nothing else was said."""
    found = {
        code: {
            name: words[name].replace("\r\n", "\n").strip() for name in ("title", "text") if words.get(name, "").strip()
        }
        for code, words in variants.items()
    }
    return {code: words for code, words in sorted(found.items()) if words}
