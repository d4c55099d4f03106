"""The brief of a product: who it is for, what it says, what it rests on, and what it is made for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.newsroom.kinds import ProductKind
from lienthong.newsroom.models import Passage, Product, ProductCredit
from lienthong.organisations.service import Actor, Body, abilities_for
from lienthong.plans.service import Assignment, Occurrence, Share
from lienthong.registry.service import OfficialDocument, whole_text


@dataclass(frozen=True, slots=True)
class Brief:
    """What a person says before anything is written; ``due`` the day on which it is to be finished."""

    title: str
    kind: str
    audience: str = ""
    message: str = ""
    form: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A passage of a document: offsets into its whole text, or the words themselves."""

    document: OfficialDocument
    start: int | None
    end: int | None
    text: str


def set_brief(product: Product, brief: Brief) -> None:
    """Write ``brief`` into ``product``; :class:`Refused` without a name or a known kind."""
    if not brief.title.strip():
        raise Refused(_("Hãy ghi tên sản phẩm."), field="title")
    if brief.kind not in ProductKind.values:
        raise Refused(_("Hãy chọn loại sản phẩm."), field="kind")
    product.title, product.kind = brief.title.strip()[:250], brief.kind
    product.audience, product.message = brief.audience.strip()[:300], brief.message.strip()[:1000]
    product.form, product.due = brief.form.strip()[:300], brief.due


def credited_body(actor: Actor, shares: Iterable[Share]) -> Body | None:
    """The one body whose work the product is; :class:`Refused` for what the actor does not work on or may not be."""
    bodies: dict[int, Body] = {}
    for share in shares:
        if share.assignment.out_of_scope:
            raise Refused(_("Nhiệm vụ ngoài phạm vi công cụ không làm sản phẩm ở đây."))
        if not abilities_for(actor, share).work:
            raise NotAllowed(_("Chỉ đơn vị được giao làm sản phẩm cho phần việc của mình."))
        if share.assignment.plan.state != share.assignment.plan.State.ACTIVE:
            raise Refused(_("Kế hoạch đã kết thúc, không làm thêm được."))
        bodies[share.body_id] = share.body
    if len(bodies) > 1:
        raise Refused(_("Một sản phẩm tính cho các nhiệm vụ của cùng một đơn vị."))
    return next(iter(bodies.values()), None)


def add_credits(product: Product, shares: Iterable[Share], occurrences: Iterable[Occurrence]) -> None:
    """What the product is made for, each once; an occurrence stands for its share. It may have several products."""
    occurrences = list(occurrences)
    for occurrence in occurrences:
        ProductCredit.objects.get_or_create(product=product, share=occurrence.share, occurrence=occurrence)
    covered = {occurrence.share_id for occurrence in occurrences}
    for share in shares:
        if share.pk not in covered:
            ProductCredit.objects.get_or_create(product=product, share=share, occurrence=None)


def passages_of(assignments: Iterable[Assignment]) -> list[Source]:
    """The sentences that ordered it, as the documents have them."""
    return [
        Source(one.source_document, one.source_start, one.source_end, one.text)
        for one in assignments
        if one.source_document is not None
    ]


def add_passages(actor: Actor, product: Product, sources: Iterable[Source]) -> None:
    """What the product rests on; only documents that the actor may read, each passage once."""
    for source in sources:
        if not abilities_for(actor, source.document).see:
            continue
        Passage.objects.get_or_create(
            product=product, document=source.document, start=source.start, end=source.end,
            defaults={"text": source.text},
        )  # fmt: skip


def chosen_source(document: OfficialDocument, quote: str) -> Source:
    """The place in ``document`` where ``quote`` stands; :class:`Refused` when it does not."""
    words = quote.split()
    if not words:
        return Source(document, None, None, document.subject or document.title)
    text = whole_text(document).text
    start = _place(text, words)
    if start is None:
        raise Refused(_("Không thấy đoạn này trong văn bản. Hãy chép đúng chữ của văn bản."), field="quote")
    return Source(document, start[0], start[1], text[start[0] : start[1]])


def _place(text: str, words: list[str]) -> tuple[int, int] | None:
    found = re.search(r"\s+".join(re.escape(word) for word in words), text, re.I)
    return found.span() if found else None
